import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";

/**
 * What React Aria wraps a sheet and its two hidden "Dismiss" buttons in, at the end of the page. The sheet is a dialog; the buttons beside it, by
 * which a finger that listens leaves it, can lie in no landmark.
 */
const PORTAL = '<div style="display: contents;">';
const THEMES = ["light", "dark"] as const;

/** What axe finds on the page as it stands, of whatever weight, in the light and in the dark: rule and where. The theme is afterwards as it was. */
export async function findings(page: Page, context = "document"): Promise<string[]> {
  await page.evaluate(axe.source);
  const before = await page.evaluate(() => document.documentElement.getAttribute("data-theme"));
  const found: string[] = [];
  for (const theme of THEMES) {
    await wear(page, theme);
    // axe puts itself on the page's global object
    const { violations } = await page.evaluate<AxeResults>(`axe.run(${context}, { resultTypes: ["violations"] })`);
    for (const { id, nodes } of violations)
      for (const { target, html } of nodes)
        if (!(id === "region" && html === PORTAL)) found.push(`${theme}: ${id} ${target.join(" ")} ${html}`);
  }
  await wear(page, before);
  return found;
}

const wear = (page: Page, theme: string | null) =>
  page.evaluate((chosen) => {
    if (chosen === null) document.documentElement.removeAttribute("data-theme");
    else document.documentElement.setAttribute("data-theme", chosen);
  }, theme);

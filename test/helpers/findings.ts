import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";

/** What axe finds serious or critical on the page as it stands: rule and where. */
export async function findings(page: Page, context = "document"): Promise<string[]> {
  await page.evaluate(axe.source);
  // axe puts itself on the page's global object
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${context}, { resultTypes: ["violations"] })`);
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(" ")}`));
}

import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { openBoard } from "../helpers/client.ts";
import { findings } from "../helpers/findings.ts";
import { openBrowser } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";

const browser = openBrowser();

it("[O14] on the home page a link that the browser does not let anybody copy is shown, selected", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server, "Repair café");
  const { page } = await browser.person();
  await page.addInitScript({
    content: `navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
      document.execCommand = () => false;`,
  });
  await page.goto(board.links.facilitator);
  await page.getByRole("banner").waitFor();
  await page.goto(server.url);
  const selected = () =>
    page.evaluate(() => {
      const field = document.activeElement;
      return field instanceof HTMLInputElement
        ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
        : "";
    });
  const menu = page.getByRole("button", { name: "More about “Repair café”" });
  for (const [item, name, link] of [
    ["Copy the participants’ link", "Participants’ link", board.links.participant],
    ["Remove from this device", "Facilitator’s link", board.links.facilitator],
  ] as const) {
    await menu.click();
    await page.getByRole("menuitem", { name: item }).click();
    if (link === board.links.facilitator) await page.getByRole("button", { name: "Copy my link first" }).click();
    await page.getByRole("textbox", { name }).waitFor();
    await expect.poll(selected).toBe(link);
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("textbox", { name }).waitFor({ state: "detached" });
  }
});

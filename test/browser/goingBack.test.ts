import { newPhaseId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { ask, openBoard } from "../helpers/client.ts";
import { openBrowser } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";

const browser = openBrowser();

it("[F141] who goes back while a change of the agenda waits is asked, stays where they are, or goes", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session } = await board.join("facilitator", "Zoé");
  const phases = [{ id: newPhaseId(), title: { en: "Only" }, instruction: {} }];
  await ask(server, "PUT", `/api/boards/${board.id}/agenda`, { session, body: { revision: 0, phases } });
  const { page } = await browser.person();
  await page.goto(board.links.facilitator);
  await page.getByRole("link", { name: "My boards" }).click();
  await page
    .getByRole("link", { name: /Expectations/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByRole("row", { name: /Only/ }).waitFor();
  const address = page.url();
  await page.route(/\/agenda$/, (route) => route.abort());
  await page.getByRole("button", { name: "More about “Only”" }).click();
  await page.getByRole("menuitem", { name: "Duplicate" }).click();
  await page.locator("[data-notice=fault]").waitFor();
  const back = async (answer: "accept" | "dismiss") => {
    const asked = page.waitForEvent("dialog");
    await page.evaluate("setTimeout(() => history.back())");
    const dialog = await asked;
    expect([dialog.type(), dialog.message()]).toEqual([
      "confirm",
      expect.stringMatching(/^What you did last is saved/),
    ]);
    await dialog[answer]();
  };
  await back("dismiss");
  await page.waitForURL(address);
  await page.locator("[data-notice=fault]").waitFor();
  await back("dismiss");
  await page.waitForURL(address);
  await back("accept");
  await page.getByRole("heading", { name: "My boards" }).waitFor();
  expect(page.url()).not.toBe(address);
  // and on again, where nothing waits any more
  await page.unroute(/\/agenda$/);
  await page.goForward();
  await page
    .getByRole("row", { name: /Only/ })
    .or(page.getByRole("button", { name: "Run", exact: true }))
    .first()
    .waitFor();
  expect(page.url()).toBe(address);
  await page.goBack();
  await page.getByRole("heading", { name: "My boards" }).waitFor();
});

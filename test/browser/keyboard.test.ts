import { readBoard } from "@palabre/shared/documents";
import { isTrashed, titleOf } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { connect, openBoard, synced } from "../helpers/client.ts";
import { openBrowser } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();
const TITLES = ["Fast answers", "Trust", "Volunteers", "Opening hours", "A clear site"];

it("[J16] a map of five cards is built on the canvas, linked with signs, searched, changed, taken back and analysed with the keyboard alone", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session } = await board.join("participant", "Zoé");
  const watcher = connect(server, board.id, session, "board");
  await synced(watcher);
  const ana = await browser.person();
  const { page } = ana;
  await page.goto(board.links.participant);
  await page.getByText("Nothing under the tree yet").waitFor();
  const { keyboard } = page;
  // the first way past the bars leads to the board
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  for (const title of TITLES) {
    await keyboard.press("n");
    await page.getByRole("textbox", { name: "Text of the card" }).waitFor();
    await keyboard.type(title);
    await keyboard.press("Escape");
    await ana.card(title).waitFor();
  }
  const goTo = async (title: string) => {
    await keyboard.press("Control+k");
    await page.getByRole("dialog", { name: "What would you like to do?" }).waitFor();
    await keyboard.type(title);
    await page.getByRole("option", { name: title }).waitFor();
    await keyboard.press("Enter");
    await until(() => ana.card(title).evaluate((card) => card === document.activeElement), `the keyboard at ${title}`);
  };
  const link = async (from: string, to: string, sign: "helps" | "hinders") => {
    await goTo(from);
    await keyboard.press("a");
    await page.getByText("choose the other card").first().waitFor();
    for (let step = 0; step < TITLES.length; step += 1) {
      if (await ana.card(to).evaluate((card) => card === document.activeElement)) break;
      await keyboard.press("Tab");
    }
    await keyboard.press("Enter");
    await page.getByRole("img", { name: new RegExp(`${from} .* ${to}`) }).waitFor({ state: "attached" });
    if (sign === "hinders") await keyboard.press("-");
    await page.getByRole("img", { name: `${from} ${sign} ${to}` }).waitFor({ state: "attached" });
    await keyboard.press("Escape");
  };
  await link("Fast answers", "Trust", "helps");
  await link("Trust", "Volunteers", "helps");
  await link("Volunteers", "Fast answers", "hinders");

  await keyboard.press("Control+f");
  await page.getByRole("textbox", { name: "Text to find" }).waitFor();
  await keyboard.type("opening");
  await page.getByText("1 of 1").waitFor();
  await keyboard.press("Escape");
  await until(
    () => ana.card("Opening hours").evaluate((card) => card === document.activeElement),
    "the keyboard at what was found",
  );
  await keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Text of the card" }).waitFor();
  await keyboard.press("Control+End");
  await keyboard.type(" at night");
  await keyboard.press("Escape");
  await ana.card("Opening hours at night").waitFor();
  await keyboard.press("Control+z");
  await until(async () => (await ana.card("Opening hours at night").count()) === 0, "the change taken back");

  await keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "What would you like to do?" }).waitFor();
  await keyboard.type("analyse");
  await page.getByRole("option", { name: "Analyse" }).waitFor();
  await keyboard.press("Enter");
  const loop = page.getByRole("button", { name: /^The .+ brake/ });
  await loop.waitFor();
  for (let step = 0; step < 60 && !(await loop.evaluate((button) => button === document.activeElement)); step += 1)
    await keyboard.press("Tab");
  await keyboard.press("Enter");
  await page.locator("[data-spotlight]").waitFor();
  await picture(ana, "keyboard-analysis");
  const cards = [...readBoard(watcher.doc).cards.values()].filter((card) => !isTrashed(card));
  expect(cards.map(titleOf).toSorted()).toEqual(TITLES.toSorted());
  expect(readBoard(watcher.doc).links.size).toBe(3);
  expect(ana.complaints).toEqual([]);
});

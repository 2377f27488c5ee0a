import { mkdir } from "node:fs/promises";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { addNote } from "../helpers/cards.ts";
import { connect, openBoard, saved, synced } from "../helpers/client.ts";
import { openBrowser } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();
/** where to look at what was seen, for who wants to: nothing is kept otherwise */
const pictures = process.env["PICTURES"];

it("[J10] a facilitator freezes the board while somebody writes, locks a card, and lets all go on", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const maker = connect(server, board.id, (await board.join("facilitator", "Zoé")).session, "board");
  await synced(maker);
  addNote(maker.doc, "The question");
  await saved(maker, 1);
  const [awa, bo] = [
    await browser.person({ language: "fr" }),
    await browser.person({ theme: "dark", size: [390, 844] }),
  ];
  await awa.page.goto(board.links.facilitator);
  await bo.page.goto(board.links.participant);
  await bo.card("The question").waitFor();

  // a text that is open when the freeze comes is kept, and closed
  await bo.card("The question").dblclick();
  const field = bo.page.getByRole("textbox", { name: "Text of the card" });
  await field.press("End");
  await field.pressSequentially(" of all");
  await awa.page.getByRole("button", { name: "Plus", exact: true }).click();
  await awa.page.getByRole("menuitem", { name: "Figer le tableau" }).click();
  await bo.page.locator("[data-banner=frozen]").waitFor();
  await field.waitFor({ state: "detached" });
  await awa.card("The question of all").waitFor();
  // nothing can be written now
  await bo.card("The question of all").dblclick();
  await bo.page
    .getByText(/nothing changes for now/)
    .first()
    .waitFor();
  if (pictures !== undefined) {
    await mkdir(pictures, { recursive: true });
    await awa.page.screenshot({ path: `${pictures}/frozen-fr-light-1440.png` });
    await bo.page.screenshot({ path: `${pictures}/frozen-en-dark-390.png` });
    await awa.page.setViewportSize({ width: 768, height: 900 });
    await awa.page.screenshot({ path: `${pictures}/frozen-fr-light-768.png` });
    await awa.page.setViewportSize({ width: 1440, height: 900 });
  }
  await awa.page.getByRole("button", { name: "Libérer le tableau" }).click();
  await until(async () => (await bo.page.locator("[data-banner=frozen]").count()) === 0, "the banner to go");

  // a locked card says so, and stays where it is
  await awa.card("The question of all").click();
  await awa.page.keyboard.press("Control+Shift+L");
  await bo.page.getByRole("article", { name: /The question of all.*locked/ }).waitFor();
  if (pictures !== undefined) {
    await awa.page.screenshot({ path: `${pictures}/locked-fr-light-1440.png` });
    await bo.page.screenshot({ path: `${pictures}/locked-en-dark-390.png` });
  }
  await bo.card("The question of all").dblclick();
  await bo.page.getByText("This card is locked.").first().waitFor();
  await awa.page.getByRole("button", { name: "Déverrouiller pour les participants" }).click();
  await bo.page.getByRole("article", { name: /The question of all.*locked/ }).waitFor({ state: "detached" });
  await bo.card("The question of all").dblclick();
  await field.waitFor();
  expect([...awa.complaints, ...bo.complaints]).toEqual([]);
});

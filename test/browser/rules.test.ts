import { mkdir } from "node:fs/promises";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { addNote } from "../helpers/cards.ts";
import { readBoard } from "@palabre/shared/documents";
import { ask, connect, openBoard, saved, synced } from "../helpers/client.ts";
import { openBrowser } from "../helpers/people.ts";
import { openFolder, startServer } from "../helpers/startServer.ts";
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

it("[R43] [F11] what was written offline on a board that was frozen and locked meanwhile is told with its text, and nothing else is lost", async () => {
  const dataDir = await openFolder();
  const first = await startServer({ client: BUILT_CLIENT, dataDir });
  const { port } = first;
  const board = await openBoard(first);
  const facilitator = await board.join("facilitator", "Zoé");
  const maker = connect(first, board.id, facilitator.session, "board");
  await synced(maker);
  const question = addNote(maker.doc, "The question");
  await saved(maker, 1);
  maker.provider.destroy();
  const bo = await browser.person();
  await bo.page.goto(board.links.participant);
  await bo.card("The question").waitFor();
  await bo.saved().catch(() => undefined);
  await first.close();

  // offline: a card of one's own, and words in one that a facilitator locks meanwhile
  await bo.page.mouse.dblclick(1_000, 200);
  const field = bo.page.getByRole("textbox", { name: "Text of the card" });
  await field.pressSequentially("An idea on the train");
  await bo.page.keyboard.press("Escape");
  await bo.card("The question").dblclick();
  await field.press("End");
  await field.pressSequentially(" to ask");
  await bo.page.keyboard.press("Escape");
  const elsewhere = await startServer({ client: BUILT_CLIENT, dataDir });
  const locked = await ask(elsewhere, "PATCH", `/api/boards/${board.id}/rules`, {
    body: { lock: { things: [question], locked: true } },
    session: facilitator.session,
  });
  expect(locked.status).toBe(200);
  await elsewhere.close();
  const again = await startServer({ client: BUILT_CLIENT, dataDir, port });

  const dialog = bo.page.getByRole("alertdialog");
  await dialog.getByText("It is locked.").waitFor({ timeout: 40_000 });
  await dialog.getByText("to ask", { exact: false }).first().waitFor();
  const reader = connect(again, board.id, facilitator.session, "board");
  await synced(reader);
  const texts = () => [...readBoard(reader.doc).cards.values()].map(({ text }) => text).toSorted();
  await until(() => texts().length === 2, "the card of one's own");
  expect(texts()).toEqual(["An idea on the train", "The question"]);
});

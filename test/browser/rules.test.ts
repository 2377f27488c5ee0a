import { applyEdits, createBoardDoc, encodeDoc, readBoard } from "@palabre/shared/documents";
import { newCardId, newLinkId } from "@palabre/shared/terms";
import type { BoardStore } from "@palabre/server/stores";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { addNote } from "../helpers/cards.ts";
import { ask, connect, openBoard, saved, synced } from "../helpers/client.ts";
import { middleOf, openBrowser, type Person } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { openFolder, startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

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
  await picture(awa, "frozen-fr-light");
  await picture(bo, "frozen-en-dark");
  await awa.page.getByRole("button", { name: "Libérer le tableau" }).click();
  await until(async () => (await bo.page.locator("[data-banner=frozen]").count()) === 0, "the banner to go");

  // a locked card says so, and stays where it is
  await awa.card("The question of all").click();
  await awa.page.keyboard.press("Control+Shift+L");
  await bo.page.getByRole("article", { name: /The question of all.*locked/ }).waitFor();
  await picture(awa, "locked-fr-light");
  await picture(bo, "locked-en-dark");
  await bo.card("The question of all").dblclick();
  await bo.page.getByText("The facilitator has locked it.").first().waitFor();
  await awa.page.getByRole("button", { name: "Déverrouiller pour les participants" }).click();
  await bo.page.getByRole("article", { name: /The question of all.*locked/ }).waitFor({ state: "detached" });
  await bo.card("The question of all").dblclick();
  await field.waitFor();
  expect([...awa.complaints, ...bo.complaints]).toEqual([]);
});

it("[F12] a locked link and a locked frame say so, and are unlocked where they were locked", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session, person } = await board.join("facilitator", "Zoé");
  const maker = connect(server, board.id, session, "board");
  await synced(maker);
  const birth = { by: person, at: 1 };
  const [from, to, frame] = [newCardId(), newCardId(), newCardId()];
  const cards = [
    { id: frame, kind: "frame", position: [0, 0], text: "What we keep", attributes: { size: [760, 320] } },
    { id: from, kind: "factor", position: [40, 60], text: "Tools for all", attributes: { frame } },
    { id: to, kind: "factor", position: [480, 80], text: "Trust", attributes: { frame } },
  ] as const;
  applyEdits(maker.doc, [
    ...cards.map((card) => ({ type: "addCard" as const, ...card, ...birth })),
    { type: "addLink", id: newLinkId(), from, to, polarity: "+", label: "in the end", ...birth },
  ]);
  await saved(maker, 1);
  const [awa, bo] = [await browser.person({ language: "fr", theme: "dark" }), await browser.person()];
  await awa.page.goto(board.links.facilitator);
  await bo.page.goto(board.links.participant);
  const linkOf = ({ page }: Person, words: RegExp) => page.getByRole("img", { name: words });
  await linkOf(awa, /Tools for all/).waitFor();
  const disc = async (person: Person) => middleOf(person.page.locator("[data-link] circle").first());

  const there = await disc(awa);
  await awa.page.mouse.click(there.x, there.y);
  await awa.page.getByRole("button", { name: "Verrouiller pour les participants" }).click();
  await linkOf(bo, /Trust.*locked/).waitFor();
  const here = await disc(bo);
  await bo.page.mouse.dblclick(here.x, here.y);
  await bo.page.getByText("The facilitator has locked it.").first().waitFor();
  expect(await bo.page.getByRole("textbox").count()).toBe(0);

  await awa.page.getByText("What we keep", { exact: true }).click();
  await awa.page.keyboard.press("Control+Shift+L");
  await bo.page.getByRole("region", { name: /What we keep.*locked/ }).waitFor();
  await picture(awa, "locked-link-fr-dark");
  await picture(bo, "locked-link-en-light");
  // the same keys turn it back
  await awa.page.keyboard.press("Control+Shift+L");
  await bo.page.getByRole("region", { name: /What we keep.*locked/ }).waitFor({ state: "detached" });
  // a frame is unlocked with all that it holds
  await linkOf(bo, /Trust.*locked/).waitFor({ state: "detached" });
  // the view makes room for the panel within three frames
  await awa.page.locator("[data-panel=card]").waitFor();
  await awa.page.evaluate(`(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  })()`);
  const now = await disc(awa);
  await awa.page.mouse.click(now.x, now.y);
  await awa.page.getByRole("button", { name: "Verrouiller pour les participants" }).click();
  await linkOf(bo, /Trust.*locked/).waitFor();
  await awa.page.mouse.click(now.x, now.y, { button: "right" });
  await awa.page.getByRole("menuitem", { name: "Déverrouiller pour les participants" }).click();
  await linkOf(bo, /Trust.*locked/).waitFor({ state: "detached" });
  expect([...awa.complaints, ...bo.complaints]).toEqual([]);
});

it("[R65] facilitators read how much of a board was set aside, beside that it is frozen, until they take note", async () => {
  const stores: BoardStore[] = [];
  const server = await startServer({ client: BUILT_CLIENT, wrapStore: (store) => (stores.push(store), store) });
  const board = await openBoard(server);
  const facilitator = await board.join("facilitator", "Zoé");
  const whole = createBoardDoc();
  addNote(whole, "whole");
  await stores[0]?.append(
    [encodeDoc(whole), Uint8Array.of(255, 255, 255)].map((bytes) => ({ board: board.id, document: "board", bytes })),
  );
  await ask(server, "PATCH", `/api/boards/${board.id}/rules`, { body: { frozen: true }, session: facilitator.session });
  const [awa, bo] = [await browser.person({ language: "fr" }), await browser.person({ theme: "dark" })];
  await awa.page.goto(board.links.facilitator);
  await bo.page.goto(board.links.participant);
  const damage = awa.page.locator("[data-banner=damage]");
  await damage.waitFor();
  await bo.page.locator("[data-banner=frozen]").waitFor();
  await expect.poll(() => awa.page.locator("[data-banner=frozen]").isVisible()).toBe(true);
  expect(await bo.page.locator("[data-banner=damage]").count()).toBe(0);
  // nothing that stands over the head of the board hides another
  await bo.page.getByRole("button", { name: "Change", exact: true }).click({ trial: true });
  await picture(awa, "damage-fr-light");
  await picture(bo, "frozen-en-dark");
  await damage.getByRole("button", { name: "J’ai compris" }).click();
  await damage.waitFor({ state: "detached" });
  await awa.page.reload();
  await awa.page.locator("[data-banner=frozen]").waitFor();
  expect(await damage.count()).toBe(0);
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
  // whoever has closed the panel keeps the room for the board: nothing moves under the hand from then on
  await bo.card("The question").click();
  await bo.page.getByRole("button", { name: "Close the panel" }).click();
  await bo.page.keyboard.press("Escape");
  await first.close();

  // offline: a card of one's own, and words in one that a facilitator locks meanwhile
  await bo.page.mouse.dblclick(1_000, 200);
  const field = bo.page.getByRole("textbox", { name: "Text of the card" });
  await field.pressSequentially("An idea on the train");
  await bo.page.keyboard.press("Escape");
  await field.waitFor({ state: "detached" });
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

import { applyEdits, readBoard } from "@palabre/shared/documents";
import { isTrashed, titleOf } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { connect, openBoard, saved, synced } from "../helpers/client.ts";
import { drawMap, openDrawn } from "../helpers/mapBoard.ts";
import { openBrowser, type Person } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();
const focused = ({ page }: Person) =>
  page.evaluate<string | null>(
    "document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? null",
  );
/** Tab until the keyboard stands on what is called so. */
async function tabTo(person: Person, words: RegExp, back = false): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if (words.test((await focused(person)) ?? "")) return;
    await person.page.keyboard.press(back ? "Shift+Tab" : "Tab");
  }
  throw new Error(`the keyboard never came to ${String(words)}; it stands on "${(await focused(person)) ?? ""}"`);
}

it("[T3] a map of five cards is built, linked, found, changed and taken back in the text twin with the keyboard alone, and shows on another's canvas", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session } = await board.join("facilitator", "Zoé");
  const watcher = connect(server, board.id, session, "board");
  await synced(watcher);
  const [ana, bo] = [await browser.person(), await browser.person({ language: "fr", theme: "dark" })];
  await ana.page.goto(board.links.participant);
  await bo.page.goto(board.links.participant);
  await bo.page.getByRole("application").or(bo.page.locator("#canvas")).first().waitFor();
  await ana.page.locator("#canvas").waitFor();

  // the second way past the bars leads to the text
  await ana.page.keyboard.press("Tab");
  await ana.page.keyboard.press("Tab");
  expect(await focused(ana)).toBe("Read the board as text");
  await ana.page.keyboard.press("Enter");
  const twin = ana.page.getByRole("dialog", { name: "The board in sentences" });
  await twin.waitFor();
  await tabTo(ana, /^Expectation/);
  await ana.page.keyboard.press("Tab");
  for (const title of ["Fast answers", "Trust", "Volunteers", "Opening hours", "A clear site"]) {
    await ana.page.keyboard.type(title);
    await ana.page.keyboard.press("Enter");
    await twin.getByRole("heading", { name: title }).waitFor();
  }
  await picture(ana, "twin-five");
  // a link, from the form of its first card
  await tabTo(ana, /^Change Fast answers$/, true);
  await ana.page.keyboard.press("Enter");
  const form = twin.getByRole("group", { name: "What Fast answers does, and what is done to it" });
  await form.waitFor();
  await tabTo(ana, /^helps$/);
  await ana.page.keyboard.press("ArrowRight");
  await ana.page.keyboard.press("Enter");
  await ana.page.keyboard.press("Tab");
  await ana.page.keyboard.type("Volun");
  await ana.page.getByRole("option", { name: "Volunteers" }).waitFor();
  await ana.page.keyboard.press("ArrowDown");
  await ana.page.keyboard.press("Enter");
  await form.getByText("hinders Volunteers, clearly").waitFor();
  await picture(ana, "twin-form");
  await ana.page.keyboard.press("Escape");
  await twin.getByText("hinders Volunteers, clearly").waitFor();
  await twin.getByText("is hindered by Fast answers, clearly").waitFor();
  // the other way round: what another writes on the canvas is read here
  await bo.card("Trust").waitFor();
  await bo.card("Trust").dblclick();
  await bo.page.keyboard.type(" in us");
  await twin.getByRole("heading", { name: "Trust in us" }).waitFor();
  // found, and taken back
  await tabTo(ana, /^Find in the text$/, true).catch(() => ana.page.getByLabel("Find in the text").focus());
  await ana.page.keyboard.type("volun");
  await twin.getByText("1 card").waitFor();
  await tabTo(ana, /^Undo$/);
  await ana.page.keyboard.press("Enter");
  await until(() =>
    [...readBoard(watcher.doc).links.values()].every(({ attributes }) => attributes.trashedAt !== undefined),
  );
  const titles = [...readBoard(watcher.doc).cards.values()].filter((card) => !isTrashed(card)).map(titleOf);
  expect(titles.toSorted()).toEqual(["A clear site", "Fast answers", "Opening hours", "Trust in us", "Volunteers"]);
  expect([...ana.complaints, ...bo.complaints]).toEqual([]);
});

it("[T4] a viewer reads the whole board in sentences and changes nothing; a card goes to another frame by a choice", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session } = await board.join("facilitator", "Zoé");
  const maker = connect(server, board.id, session, "board");
  await synced(maker);
  const [frame] = drawMap(
    maker.doc,
    [
      ["Choices", "frame"],
      ["Waiting", "factor"],
      ["Trust", "expectation"],
      ["Evenings", "strategy"],
    ],
    [
      [1, 2, "-3d"],
      [3, 1, "-2"],
    ],
  );
  await saved(maker, 1);
  const viewer = await browser.person({ language: "fr", size: [390, 844], theme: "dark" });
  await viewer.page.goto(board.links.viewer);
  await viewer.card("Waiting").waitFor();
  await viewer.page.getByRole("button", { name: "Lire le tableau en phrases" }).focus();
  await viewer.page.keyboard.press("Enter");
  const read = viewer.page.getByRole("dialog", { name: "Le tableau en phrases" });
  await read.getByText("freine Trust, fortement", { exact: false }).waitFor();
  expect(await read.getByRole("button", { name: /Modifier|Ajouter/ }).count()).toBe(0);
  await picture(viewer, "twin-phone");

  const ana = await browser.person();
  await ana.page.goto(board.links.participant);
  await ana.card("Evenings").waitFor();
  await ana.page.keyboard.press("o");
  const twin = ana.page.getByRole("dialog", { name: "The board in sentences" });
  await twin.getByRole("button", { name: "Change Evenings" }).click();
  await twin.getByRole("button", { name: /Lies in/ }).click();
  await ana.page.getByRole("option", { name: "Choices" }).click();
  await until(() =>
    [...readBoard(maker.doc).cards.values()].some(
      (card) => titleOf(card) === "Evenings" && card.attributes.frame === frame,
    ),
  );
  await picture(ana, "twin-frame");
  expect([...ana.complaints, ...viewer.complaints]).toEqual([]);
});

/** Somebody at the board in sentences, and a program that may change it. */
async function openTwin() {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, maker } = await openDrawn(server, [
    ["Trust", "expectation"],
    ["Waiting", "factor"],
  ]);
  const ana = await browser.person();
  await ana.page.goto(board.links.participant);
  await ana.card("Trust").waitFor();
  await ana.page.keyboard.press("o");
  const twin = ana.page.getByRole("dialog", { name: "The board in sentences" });
  await twin.waitFor();
  return { maker, ana, page: ana.page, twin };
}

it("[T6] how many cards are found is said when what is sought has changed, and not when others change the board", async () => {
  const { maker, ana, page, twin } = await openTwin();
  const said = page.locator("[data-announcer]");
  await twin.getByLabel("Find in the text").fill("tru");
  await said.getByText("1 card", { exact: true }).waitFor({ state: "attached" });
  drawMap(maker.doc, [["Trust in us", "note"]], []);
  const count = twin.getByText("2 cards");
  await count.waitFor();
  expect(await count.evaluate((element) => element.closest("[role=status], [aria-live]") === null)).toBe(true);
  await twin.getByLabel("Find in the text").fill("waiting");
  await said.getByText("1 card", { exact: true }).waitFor({ state: "attached" });
  expect(ana.complaints).toEqual([]);
});

it("[T7] a card's text is undone and redone by the keys of any keyboard, as on the canvas", async () => {
  const { ana, page, twin } = await openTwin();
  await twin.getByRole("button", { name: "Change Trust" }).click();
  const field = twin.getByRole("textbox", { name: "What the card says" });
  await page.keyboard.type(" in us");
  const holds = (text: string) => expect.poll(() => field.inputValue()).toBe(text);
  await holds("Trust in us");
  // a capital without Shift is Caps Lock
  for (const [undo, redo] of [
    ["Control+z", "Control+Shift+Z"],
    ["Control+z", "Control+y"],
    ["Control+Z", "Control+Y"],
  ] as const) {
    await page.keyboard.press(undo);
    await holds("Trust");
    await page.keyboard.press(redo);
    await holds("Trust in us");
  }
  await field.evaluate((element) => {
    element.dispatchEvent(new InputEvent("beforeinput", { inputType: "historyUndo", cancelable: true }));
  });
  await holds("Trust");
  expect(ana.complaints).toEqual([]);
});

it("[E11] the board in sentences is printed dark on white, whatever the theme, without its buttons", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session } = await board.join("participant", "Robot");
  const program = connect(server, board.id, session, "board");
  await synced(program);
  drawMap(program.doc, [["Trust", "expectation"]], []);
  await saved(program, 1);
  // one follows the system, the other has chosen
  for (const [theme, chosen] of [
    ["dark", null],
    ["light", "dark"],
  ] as const) {
    const { page, card } = await browser.person({ theme });
    await page.goto(board.links.participant);
    await card("Trust").waitFor();
    await page.keyboard.press("o");
    const title = page.getByRole("dialog").getByRole("heading", { name: "Trust" });
    await title.waitFor();
    if (chosen) await page.evaluate((name) => document.documentElement.setAttribute("data-theme", name), chosen);
    const ink = async () => {
      const colour = await title.evaluate((element) => getComputedStyle(element).color);
      return colour.match(/\d+/g)?.map(Number) ?? [];
    };
    expect(Math.min(...(await ink()))).toBeGreaterThan(200);
    await page.emulateMedia({ media: "print" });
    expect(Math.max(...(await ink()))).toBeLessThan(60);
    await page.getByRole("button", { name: "Print" }).waitFor({ state: "hidden" });
  }
});

it("[B98] who types in a card in the text twin that somebody puts in the trash is told in view, and what they still type opens and changes no other", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, maker, ids } = await openDrawn(server, [
    ["Waiting", "factor"],
    ["Trust", "expectation"],
  ]);
  const ana = await browser.person();
  await ana.page.goto(board.links.participant);
  await ana.card("Waiting").waitFor();
  await ana.page.getByRole("button", { name: "Read the board as text" }).focus();
  await ana.page.keyboard.press("Enter");
  const twin = ana.page.getByRole("dialog", { name: "The board in sentences" });
  await twin.getByRole("button", { name: "Change Waiting" }).press("Enter");
  const fields = ana.page.locator("textarea");
  await fields.waitFor();
  await ana.page.keyboard.type(" too long");
  const texts = () => [...readBoard(maker.doc).cards.values()].map(({ text }) => text).toSorted();
  await until(() => texts().includes("Waiting too long"), "what was typed to arrive");
  // one field, and none of the canvas that lies under it
  expect(await fields.count()).toBe(1);
  applyEdits(maker.doc, [{ type: "trash", things: ids.slice(0, 1), at: Date.now() }]);
  await fields.waitFor({ state: "detached" });
  await ana.page.keyboard.type(" for an answer\n");
  await ana.page.getByText("\u201cWaiting too long\u201d was deleted.").first().waitFor();
  expect([await fields.count(), texts()]).toEqual([0, ["Trust", "Waiting too long"]]);
  await ana.page.getByRole("button", { name: "Bring back" }).click();
  await twin.getByRole("heading", { name: "Waiting too long" }).waitFor();
  expect(ana.complaints).toEqual([]);
});

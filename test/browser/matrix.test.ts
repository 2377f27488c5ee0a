import { applyEdits, readBoard, type BoardDoc } from "@palabre/shared/documents";
import { newCardId, newLinkId, type CardId, type PersonId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { connect, openBoard, saved, synced } from "../helpers/client.ts";
import { watchMainThread } from "../helpers/mainThread.ts";
import { openBrowser, type Person } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

/** Cards with these titles in a row, strategies first. */
function addCards(doc: BoardDoc, titles: readonly string[], by: PersonId): readonly CardId[] {
  const ids = titles.map(() => newCardId());
  applyEdits(
    doc,
    titles.map((text, i) => ({
      type: "addCard",
      id: ids[i] as CardId,
      kind: i === 0 ? "strategy" : "factor",
      position: [i * 300, 0],
      text,
      at: i + 1,
      by,
    })),
  );
  return ids;
}

/** The links as numbers, by the places of their cards. */
const linksOf = (doc: BoardDoc, ids: readonly CardId[]) =>
  [...readBoard(doc).links.values()]
    .filter(({ attributes }) => attributes.trashedAt === undefined)
    .map(({ from, to, polarity, strength, delay }) => [
      ids.indexOf(from),
      ids.indexOf(to),
      polarity === "+" ? strength : -strength,
      delay,
    ])
    .toSorted((a, b) => Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1]));

const cell = ({ page }: Person, words: RegExp) => page.getByRole("gridcell", { name: words });
const focused = ({ page }: Person) =>
  page.evaluate<string | null | undefined>("document.activeElement?.getAttribute('aria-label')");

it("[P78] a link that is typed in the matrix shows on the other's canvas, and one undo takes a pasted block back", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session, person } = await board.join("facilitator", "Zoé");
  const maker = connect(server, board.id, session, "board");
  await synced(maker);
  const ids = addCards(maker.doc, ["Evenings", "Waiting", "Trust"], person);
  await saved(maker, 1);
  const [awa, bo] = [await browser.person(), await browser.person({ theme: "dark" })];
  await awa.page.goto(board.links.participant);
  await bo.page.goto(board.links.participant);
  await bo.card("Trust").waitFor();
  await awa.card("Trust").waitFor();
  await awa.page.keyboard.press("m");
  await awa.page.getByRole("grid").waitFor();
  // the table has one stop of the Tab key, and the first cell that can be written in has it
  await until(
    async () => (await focused(awa)) === "Evenings on Waiting: no link",
    "the first cell to have the keyboard",
  );
  await awa.page.keyboard.type("-3");
  await awa.page.keyboard.press("Enter");
  await bo.page.getByRole("img", { name: "Evenings hinders Waiting, strongly" }).waitFor();
  // Enter goes down, and the diagonal is closed
  expect(await focused(awa)).toBe("Waiting on itself: closed");
  await awa.page.keyboard.press("ArrowUp");
  await awa.page.keyboard.press("d");
  await cell(awa, /Evenings on Waiting: minus, strong, after a while/).waitFor();
  await bo.page.getByRole("img", { name: /Evenings hinders Waiting, strongly, after a while/ }).waitFor();
  // what can't be read stays open, says so, and is let go by Escape; the dialog stays
  await awa.page.keyboard.press("ArrowRight");
  await awa.page.keyboard.type("7");
  await awa.page.keyboard.press("Enter");
  await awa.page.getByRole("status").getByText("“7” is no whole number from −3 to 3.").waitFor();
  await awa.page.keyboard.press("Escape");
  expect(await focused(awa)).toBe("Evenings on Trust: no link");

  // a block from a spreadsheet, from here on
  await awa.page.keyboard.press("ArrowDown");
  await awa.page.keyboard.press("ArrowLeft");
  await awa.page.keyboard.press("ArrowLeft");
  const pasted = "1\t2\t-2\nx\t3\t0\n";
  await awa.page.evaluate(
    `document.activeElement.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: (() => { const t = new DataTransfer(); t.setData("text/plain", ${JSON.stringify(pasted)}); return t; })() }))`,
  );
  await until(() => linksOf(maker.doc, ids).length === 4, "the block to arrive");
  expect(linksOf(maker.doc, ids)).toEqual([
    [0, 1, -3, true],
    [1, 0, 1, false],
    [1, 2, -2, false],
    [2, 1, 3, false],
  ]);
  await awa.page.getByText(/3 links changed\. .*1 cell left out\. 1 cell is no whole number/).waitFor();
  // somebody else's link shows in the table while it is open
  const other = newLinkId();
  applyEdits(maker.doc, [
    {
      type: "addLink",
      id: other,
      from: ids[0] as CardId,
      to: ids[2] as CardId,
      polarity: "+",
      strength: 1,
      at: 9,
      by: person,
    },
  ]);
  await cell(awa, /Evenings on Trust: plus, weak/).waitFor();
  await awa.page.keyboard.press("Control+z");
  await until(() => linksOf(maker.doc, ids).length === 2, "the block to be taken back");
  await awa.page.keyboard.press("Control+z");
  await awa.page.keyboard.press("Control+z");
  await until(() => linksOf(maker.doc, ids).length === 1, "the link to be taken back");
  await bo.page.getByRole("img", { name: /Evenings hinders Waiting/ }).waitFor({ state: "detached" });
  // Escape leaves the table
  await awa.page.keyboard.press("Escape");
  await awa.page.getByRole("grid").waitFor({ state: "detached" });
  expect([...awa.complaints, ...bo.complaints]).toEqual([]);
});

it("[P141] a number goes into the cell that it was typed for, though a card above is thrown away meanwhile", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session, person } = await board.join("facilitator", "Zoé");
  const maker = connect(server, board.id, session, "board");
  await synced(maker);
  const ids = addCards(maker.doc, ["Evenings", "Waiting", "Trust", "Space"], person);
  await saved(maker, 1);
  const awa = await browser.person();
  await awa.page.goto(board.links.participant);
  await awa.card("Space").waitFor();
  await awa.page.keyboard.press("m");
  await until(async () => (await focused(awa)) === "Evenings on Waiting: no link", "the first cell");
  await awa.page.keyboard.press("ArrowDown");
  await awa.page.keyboard.press("ArrowDown");
  expect(await focused(awa)).toBe("Trust on Waiting: no link");
  await awa.page.keyboard.type("2");
  applyEdits(maker.doc, [{ type: "trash", things: [ids[0]!], at: 9 }]);
  await until(async () => (await awa.page.getByRole("row").count()) === 5, "the row to go");
  await awa.page.keyboard.press("Enter");
  await until(() => linksOf(maker.doc, ids).length > 0, "the link");
  expect(linksOf(maker.doc, ids)).toEqual([[2, 1, 2, false]]);
  expect(await focused(awa)).toBe("Space on Waiting: no link");
  // one's own card goes: what was being typed goes with it
  await awa.page.keyboard.type("3");
  applyEdits(maker.doc, [{ type: "trash", things: [ids[3]!], at: 10 }]);
  await until(async () => (await awa.page.getByRole("row").count()) === 4, "the row to go");
  expect(await awa.page.getByRole("grid").getByRole("textbox").count()).toBe(0);
  // what fingers still type is meant for no other cell, and it is said what went
  await awa.page.keyboard.type("2");
  await awa.page.keyboard.press("Enter");
  await awa.page.getByText("“Space” was deleted.").first().waitFor();
  expect(await awa.page.getByRole("grid").getByRole("textbox").count()).toBe(0);
  expect(linksOf(maker.doc, ids)).toEqual([[2, 1, 2, false]]);
});

it("[P144] a cell of the matrix that is opened and left as it was writes nothing over what somebody wrote there meanwhile", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session, person } = await board.join("facilitator", "Zoé");
  const maker = connect(server, board.id, session, "board");
  await synced(maker);
  const ids = addCards(maker.doc, ["Evenings", "Waiting", "Trust"], person);
  await saved(maker, 1);
  const awa = await browser.person();
  const { page } = awa;
  await page.goto(board.links.participant);
  await awa.card("Trust").waitFor();
  await page.keyboard.press("m");
  await until(async () => (await focused(awa)) === "Evenings on Waiting: no link", "the first cell");
  const field = page.getByRole("grid").getByRole("textbox");
  const link = newLinkId();
  const [from, to] = [ids[0]!, ids[1]!];
  // an empty cell: the link of somebody else stays
  await page.keyboard.press("Enter");
  await field.waitFor();
  applyEdits(maker.doc, [{ type: "addLink", id: link, from, to, polarity: "+", strength: 2, at: 9, by: person }]);
  const seen = (words: string) => field.and(page.getByLabel(words)).waitFor();
  await seen("Evenings on Waiting: plus, medium");
  await page.keyboard.press("Enter");
  await until(async () => (await focused(awa)) === "Waiting on itself: closed", "the cell below");
  // a number: that of somebody else stays, by a press elsewhere and by Tab
  const change = async (strength: 1 | 3, words: string) => {
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await field.waitFor();
    applyEdits(maker.doc, [{ type: "setAttributes", on: link, values: { polarity: "-", strength } }]);
    await seen(words);
  };
  await change(3, "Evenings on Waiting: minus, strong");
  await cell(awa, /Waiting on itself/).click();
  await until(async () => (await focused(awa)) === "Waiting on itself: closed", "the cell that was pressed");
  await change(1, "Evenings on Waiting: minus, weak");
  await page.keyboard.press("Tab");
  await until(async () => (await focused(awa)) === "Evenings on Trust: no link", "the cell beside it");
  // a number that is typed comes behind all that was written before it
  await page.keyboard.type("1");
  await page.keyboard.press("Enter");
  await until(() => linksOf(maker.doc, ids).length === 2, "the number that was typed");
  expect(linksOf(maker.doc, ids)).toEqual([
    [0, 1, -1, false],
    [0, 2, 1, false],
  ]);
  expect(awa.complaints).toEqual([]);
});

it("[P79] a viewer reads the matrix and writes nothing in it; of sixty cards only what is seen is drawn", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session, person } = await board.join("facilitator", "Zoé");
  const maker = connect(server, board.id, session, "board");
  await synced(maker);
  const ids = addCards(
    maker.doc,
    Array.from({ length: 60 }, (_, i) => `Card ${i}`),
    person,
  );
  applyEdits(
    maker.doc,
    ids.slice(1).map((to, i) => ({
      type: "addLink",
      id: newLinkId(),
      from: ids[i] as CardId,
      to,
      polarity: "+",
      at: 99,
      by: person,
    })),
  );
  await saved(maker, 1);
  const vi = await browser.person({ language: "fr" });
  await vi.page.goto(board.links.viewer);
  await vi.card("Card 1,").first().waitFor();
  await vi.page.keyboard.press("m");
  const grid = vi.page.getByRole("grid");
  await grid.waitFor();
  await expect.poll(() => grid.getAttribute("aria-readonly")).toBe("true");
  await expect.poll(() => grid.getAttribute("aria-rowcount")).toBe("62");
  await vi.page.getByText("Vous regardez ce tableau", { exact: false }).first().waitFor();
  expect(await grid.getByRole("gridcell").count()).toBeLessThan(1_200);
  await vi.page.keyboard.press("2");
  await vi.page.keyboard.press("Delete");
  await vi.page.keyboard.press("Control+End");
  expect(await focused(vi)).toMatch(/^Toutes les forces ensemble\u202f: 118$/);
  await vi.page.keyboard.press("ArrowUp");
  await vi.page.keyboard.press("ArrowLeft");
  expect(await focused(vi)).toBe("Card 59 sur soi\u202f: fermée");
  await vi.page.keyboard.press("ArrowUp");
  expect(await focused(vi)).toBe("Card 58 sur Card 59\u202f: plus, moyen");
  await vi.page.keyboard.press("Control+Home");
  await until(
    async () => (await focused(vi)) === "Card 0 sur soi\u202f: fermée",
    "the first cell to have the keyboard",
  );
  const end = await watchMainThread(vi.page);
  await grid.evaluate(
    "async (grid) => { for (let i = 0; i < 60; i += 1) { grid.scrollBy(44, 34); await new Promise(requestAnimationFrame); } }",
  );
  expect(linksOf(maker.doc, ids)).toHaveLength(59);
  // a table drawn whole, 3,600 cells, takes several hundred
  expect(Math.max(...(await end()).map(({ cpuMs }) => cpuMs))).toBeLessThan(150);
  expect(vi.complaints).toEqual([]);
});

it("[B134] the heads of columns are written as the rest: no apostrophe in a gap of its own; what is chosen of a list that is narrow ends in dots", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session, person } = await board.join("facilitator", "Zoé");
  const maker = connect(server, board.id, session, "board");
  await synced(maker);
  addCards(maker.doc, ["Savoir si c’est réparable", "Confiance"], person);
  await saved(maker, 1);
  const { page } = await browser.person({ language: "fr", size: [390, 844] });
  await page.goto(board.links.facilitator);
  await page.getByRole("article").first().waitFor();
  await page.keyboard.press("m");
  const head = page.getByRole("columnheader", { name: /Savoir si c’est/ });
  await head.waitFor();
  const px = await head.evaluate((element) => {
    const words = [...element.querySelectorAll("span")].find((each) => each.textContent.includes("’"))?.firstChild;
    if (!words) throw new Error("its title is not there");
    const at = words.textContent?.indexOf("’") ?? 0;
    const range = document.createRange();
    range.setStart(words, at);
    range.setEnd(words, at + 1);
    return range.getBoundingClientRect().height;
  });
  expect(px).toBeLessThan(7);
  const cut = await page
    .getByRole("dialog")
    .getByRole("button", { name: /toutes les cartes/ })
    .first()
    .evaluate((button) =>
      [...button.querySelectorAll("span")]
        .filter((each) => each.children.length === 0 && each.scrollWidth > each.clientWidth)
        .map((each) => getComputedStyle(each).textOverflow),
    );
  expect(cut).toEqual(["ellipsis"]);
});

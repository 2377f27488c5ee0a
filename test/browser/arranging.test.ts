import { applyEdits, readBoard } from "@palabre/shared/documents";
import { isTrashed, sizeOf, type Card, type CardId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { connect, openBoard, saved, synced } from "../helpers/client.ts";
import { drawMap, type DrawnCard, type DrawnLink } from "../helpers/mapBoard.ts";
import { drag, middleOf, openBrowser, type Person, writeCard } from "../helpers/people.ts";
import { findings } from "../helpers/findings.ts";
import { picture } from "../helpers/picture.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

const CARDS: readonly DrawnCard[] = [
  ["Evening hours", "factor"],
  ["Volunteers", "factor"],
  ["Spare parts", "strategy"],
  ["Trust", "expectation"],
  ["A loose note", "note"],
  ["Another note", "note"],
];
const LINKS: readonly DrawnLink[] = [
  [0, 1, "-3"],
  [1, 3, "+2"],
];

/** Two boards: one with six cards in rows of four, and an empty one; each read along by a program. */
async function openTwoBoards() {
  const server = await startServer({ client: BUILT_CLIENT });
  const open = async (title: string) => {
    const board = await openBoard(server, title);
    const { session } = await board.join("participant", "Robot");
    const program = connect(server, board.id, session, "board");
    await synced(program);
    const cards = () => [...readBoard(program.doc).cards.values()].filter((card) => !isTrashed(card));
    const card = (title: string): Card => cards().find(({ text }) => text === title) ?? expect.fail(`no card ${title}`);
    return { link: board.links.participant, program, cards, card };
  };
  const [full, empty] = [await open("Which repair café?"), await open("Next year")];
  drawMap(full.program.doc, CARDS, LINKS);
  await saved(full.program, 1);
  return { full, empty };
}
const choose = async ({ page, card }: Person, ...titles: readonly string[]): Promise<void> => {
  await page.keyboard.press("Escape");
  for (const [at, title] of titles.entries())
    await card(title).click({ position: { x: 60, y: 14 }, ...(at === 0 ? {} : { modifiers: ["Shift"] }) });
};
const xOf = (cards: readonly Card[]) => cards.map(({ position }) => position[0]);
/** What lazily arranges is there: its clipboard answers. */
const ready = async ({ page }: Person): Promise<void> => {
  await page.locator("[data-arranging]").waitFor({ state: "attached" });
};

it("[B23, B24, B25, B26] two people copy between two boards, align, group, bring to the front, and each undoes what is theirs", async () => {
  const { full, empty } = await openTwoBoards();
  const [amina, yann] = [await browser.person(), await browser.person()];
  await amina.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await amina.page.goto(full.link);
  await yann.page.goto(full.link);
  for (const person of [amina, yann]) {
    await person.card("Evening hours").waitFor();
    await ready(person);
  }

  // whoever has closed the panel keeps the room for the board, however long one card alone is chosen
  await choose(amina, "Evening hours");
  await amina.page.getByRole("button", { name: "Close the panel" }).click();
  // copied on one board, pasted on the other, with the link between
  await choose(amina, "Evening hours", "Volunteers");
  await picture(amina, "arrange-bar");
  await amina.page.keyboard.press("Control+c");
  const other = await amina.context.newPage();
  await other.goto(empty.link);
  await other.locator("[data-arranging]").waitFor({ state: "attached" });
  await other.mouse.move(700, 420);
  await other.keyboard.press("Control+v");
  await until(() => empty.cards().length === 2, "the two cards on the other board");
  const links = [...readBoard(empty.program.doc).links.values()];
  expect(links.map(({ from, to, polarity, strength }) => [from, to, polarity, strength])).toEqual([
    [empty.card("Evening hours").id, empty.card("Volunteers").id, "-", 3],
  ]);
  // there they are cards of their own
  expect(empty.card("Volunteers").id).not.toBe(full.card("Volunteers").id);
  await other.keyboard.press("Control+z");
  await until(() => empty.cards().length === 0, "the paste to be taken back in one step");
  await other.close();
  await amina.page.bringToFront();

  // aligned by one, while the other groups
  await choose(amina, "Evening hours", "Volunteers", "Spare parts");
  await amina.page.getByRole("button", { name: "Arrange" }).click();
  await amina.page.getByRole("menuitem", { name: "Align to the left" }).waitFor();
  await picture(amina, "arrange-menu", [[1440, 900]]);
  await amina.page.keyboard.press("Escape");
  await amina.page.keyboard.press("Control+Shift+ArrowLeft");
  const three = () => ["Evening hours", "Volunteers", "Spare parts"].map((title) => full.card(title));
  await until(() => xOf(three()).every((x) => x === 0), "the three cards at one edge");
  await choose(yann, "A loose note", "Another note");
  await yann.page.keyboard.press("Control+g");
  await until(() => full.card("A loose note").attributes.group !== undefined, "the group");
  expect(full.card("Another note").attributes.group).toBe(full.card("A loose note").attributes.group);

  // who takes one of a group takes both; a second click goes in
  const chosenWithIt = async () => {
    await choose(amina, "Another note");
    return amina.page.locator(".react-flow__node.selected").count();
  };
  // once her page has heard of the group
  await expect.poll(chosenWithIt).toBe(2);
  await amina.page.locator("[data-group]").waitFor();
  await picture(amina, "arrange-group", [[1440, 900]]);
  const before = full.card("A loose note").position;
  const start = await middleOf(amina.card("Another note"));
  await amina.page.keyboard.down("Control");
  await drag(amina.page, start, { x: start.x + 90, y: start.y + 120 });
  await amina.page.keyboard.up("Control");
  await until(() => full.card("A loose note").position[0] > before[0] + 60, "the other one of the group to come along");
  await amina.card("Another note").dblclick();
  await until(async () => (await amina.page.locator(".react-flow__node.selected").count()) === 1, "one of the group");
  expect(await amina.page.getByRole("textbox", { name: "Text of the card" }).count()).toBe(0);
  await amina.page.keyboard.press("Escape");
  await expect.poll(() => amina.page.locator(".react-flow__node.selected").count()).toBe(2);

  // in front, for the other too
  await choose(amina, "Trust");
  await amina.page.keyboard.press("Control+]");
  await until(() => full.card("Trust").attributes.order !== undefined, "the card in front");
  const heightOf = (person: Person, id: CardId) =>
    person.page.locator(`.react-flow__node[data-id="${id}"]`).evaluate((node) => Number(getComputedStyle(node).zIndex));
  await until(
    async () => (await heightOf(yann, full.card("Trust").id)) > (await heightOf(yann, full.card("Volunteers").id)),
    "the card in front, for the other",
  );

  // each undoes their own: her front, her move, her aligning; his group stays
  for (let acts = 3; acts > 0; acts -= 1) await amina.page.keyboard.press("Control+z");
  await until(() => full.card("Volunteers").position[0] === 320, "the three cards where they were");
  expect(full.card("Trust").attributes.order).toBeUndefined();
  expect(full.card("A loose note").position).toEqual(before);
  expect(full.card("A loose note").attributes.group).toBeDefined();
  await yann.page.keyboard.press("Control+z");
  await until(() => full.card("A loose note").attributes.group === undefined, "his group to be taken back");
  for (const person of [amina, yann]) expect(person.complaints).toEqual([]);
});

it("[B27, B28, B29, B31] a drag is held at a neighbour's line, kept to an axis, copied; a corner resizes and a loop chooses", async () => {
  const { full } = await openTwoBoards();
  const amina = await browser.person();
  const { page } = amina;
  await page.goto(full.link);
  await amina.card("A loose note").waitFor();
  await ready(amina);
  // whoever has closed the panel keeps the room for the board, however long one card alone is chosen
  await choose(amina, "A loose note");
  await page.getByRole("button", { name: "Close the panel" }).click();
  const take = async (title: string) => {
    await page.keyboard.press("Escape");
    const at = await middleOf(amina.card(title));
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x + 6, at.y + 6, { steps: 2 });
    return at;
  };

  // a few pixels beside the left edge of the card above: held there, with a line
  const home = full.card("A loose note").position;
  let at = await take("A loose note");
  await page.mouse.move(at.x + 4, at.y + 60, { steps: 4 });
  await page.locator("[data-guide=x]").first().waitFor();
  await picture(amina, "arrange-guide", [[1440, 900]]);
  await page.mouse.up();
  await until(() => full.card("A loose note").position[1] > home[1] + 40, "the card to be let go");
  expect(full.card("A loose note").position[0]).toBe(full.card("Evening hours").position[0]);
  await page.keyboard.press("Control+z");

  // with Shift along one axis, with Alt a copy
  at = await take("Another note");
  await page.keyboard.down("Shift");
  await page.mouse.move(at.x + 30, at.y + 131, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up("Shift");
  await until(() => full.card("Another note").position[1] > 300, "the card to be let go");
  expect(full.card("Another note").position[0]).toBe(320);
  at = await take("Another note");
  await page.keyboard.down("Alt");
  await page.mouse.move(at.x + 240, at.y + 20, { steps: 4 });
  await picture(amina, "arrange-copy", [[1440, 900]]);
  await page.mouse.up();
  await page.keyboard.up("Alt");
  const copies = () => full.cards().filter(({ text }) => text === "Another note");
  await until(() => copies().length === 2, "the copy");
  expect(Math.min(...xOf(copies()))).toBe(320);
  await page.keyboard.press("Control+z");
  await until(() => copies().length === 1, "the copy to be taken back");

  // by its upper left corner, and back by keys
  await choose(amina, "Trust");
  const corner = await middleOf(page.locator("[data-grip=nw]"));
  const [x, y] = full.card("Trust").position;
  await picture(amina, "arrange-handles", [[1440, 900]]);
  await drag(page, corner, { x: corner.x - 40, y: corner.y - 30 });
  await until(() => full.card("Trust").attributes.size !== undefined, "the new size");
  const size = full.card("Trust").attributes.size ?? [0, 0];
  expect([full.card("Trust").position[0] + size[0], full.card("Trust").position[1] + size[1]]).toEqual([
    x + 208,
    y + 146,
  ]);
  await page.keyboard.press("Alt+Shift+ArrowRight");
  await until(() => full.card("Trust").attributes.size?.[0] === size[0] + 24, "a wider card");

  // a loop around two of the upper row
  await page.keyboard.press("Escape");
  await page.keyboard.press("l");
  const [from, to] = [await middleOf(amina.card("Evening hours")), await middleOf(amina.card("Volunteers"))];
  await page.mouse.move(from.x - 40, from.y - 40);
  await page.mouse.down();
  for (const [px, py] of [
    [to.x + 40, to.y - 40],
    [to.x + 40, to.y + 40],
    [from.x - 40, from.y + 40],
  ] as const)
    await page.mouse.move(px, py, { steps: 6 });
  await picture(amina, "arrange-loop", [[1440, 900]]);
  await page.mouse.up();
  await expect.poll(() => page.locator(".react-flow__node.selected").count()).toBe(2);
  expect(amina.complaints).toEqual([]);
});

it("[B30] one tidies a heap up while the other watches: no card lies over another, what is locked stays, and one step takes it back", async () => {
  const { full } = await openTwoBoards();
  const [amina, yann] = [await browser.person(), await browser.person()];
  await amina.page.goto(full.link);
  await yann.page.goto(full.link);
  for (const person of [amina, yann]) {
    await person.card("Evening hours").waitFor();
    await ready(person);
  }
  const placesOf = () => new Map(full.cards().map(({ text, position }) => [text, position]));
  // a heap, of which one is locked
  const heap = full.cards().map(({ id }, at) => ({ card: id, to: [40 * at, 20 * at] as const }));
  const locked = { type: "setAttributes", on: full.card("Trust").id, values: { locked: true } } as const;
  applyEdits(full.program.doc, [{ type: "moveCards", moves: heap }, locked]);
  await saved(full.program, 2);
  for (const { page } of [amina, yann]) await page.getByRole("article", { name: /^Trust.*locked/ }).waitFor();
  const before = placesOf();
  const isHeap = () => JSON.stringify([...placesOf()]) === JSON.stringify([...before]);
  await picture(amina, "tidy-before", [[1440, 900]]);
  await amina.page.keyboard.press("Shift+T");
  await amina.page.getByText("5 cards tidied up", { exact: true }).waitFor();
  await until(() => !isHeap(), "the cards laid out, for the program too");
  await picture(amina, "tidy-after");
  const boxes = full.cards().map((card) => ({ at: card.position, size: sizeOf(card) }));
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1)) {
      const isApart = ([0, 1] as const).some(
        (axis) => a.at[axis] + a.size[axis] <= b.at[axis] || b.at[axis] + b.size[axis] <= a.at[axis],
      );
      expect(isApart).toBe(true);
    }
  expect(placesOf().get("Trust")).toEqual(before.get("Trust"));
  await yann.card("Evening hours").waitFor();
  await amina.page.getByRole("button", { name: "Undo" }).last().click();
  await until(isHeap, "the heap again");
  for (const person of [amina, yann]) expect(person.complaints).toEqual([]);
});

it("[B83] cards are put together by their kind with the keyboard alone, for everybody; one undo takes cards back and frames away", async () => {
  const { full } = await openTwoBoards();
  const amina = await browser.person({ theme: "dark", language: "fr" });
  const yann = await browser.person();
  await amina.page.goto(full.link);
  await yann.page.goto(full.link);
  await amina.card("Trust").waitFor();
  await ready(amina);
  const before = new Map(full.cards().map(({ id, position }) => [id, position]));
  await amina.page.keyboard.press("Control+k");
  await amina.page.getByRole("combobox").fill("Réunir selon");
  await amina.page.keyboard.press("Enter");
  const dialog = amina.page.getByRole("dialog", { name: "Réunir ce qui va ensemble" });
  await dialog.getByRole("listitem").filter({ hasText: "Facteur" }).waitFor();
  await expect.poll(() => dialog.getByRole("listitem").count()).toBe(4);
  await picture(amina, "clusters");
  expect(await findings(amina.page)).toEqual([]);
  await dialog.getByRole("button", { name: "Réunir", exact: true }).press("Enter");
  await until(() => full.cards().length === CARDS.length + 4, "a frame for each kind");
  const frames = full.cards().filter(({ kind }) => kind === "frame");
  for (const [title, kind] of CARDS) {
    const { frame } = full.card(title).attributes;
    const around = frames.find(({ id }) => id === frame) ?? expect.fail(`${title} lies in no frame`);
    expect(around.text).toBe(
      { factor: "Facteur", strategy: "Choix stratégique", expectation: "Attente", note: "Note" }[kind as string],
    );
  }
  await yann.page.getByText("Facteur", { exact: true }).first().waitFor();
  await picture(yann, "clusters-done");
  await amina.page.keyboard.press("Control+z");
  await until(() => full.cards().length === CARDS.length, "the frames are gone");
  expect(new Map(full.cards().map(({ id, position }) => [id, position]))).toEqual(before);
  expect(full.cards().map(({ attributes }) => attributes.frame)).toEqual(CARDS.map(() => undefined));
  expect([...amina.complaints, ...yann.complaints]).toEqual([]);
});

it("[B89] what can be done with a card stays clear of what hangs from the top of the board", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { page, card } = await browser.person();
  await page.goto(board.links.facilitator);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByRole("button", { name: "Ask who is ready" }).click();
  const slip = page.locator("[data-together=ready]");
  const { x, y } = await middleOf(slip);
  await writeCard({ page }, "High", { x, y: y + 120 });
  await card("High").click();
  const bar = page.getByRole("toolbar", { name: "Chosen card" });
  await bar.waitFor();
  const [over, under] = [await slip.boundingBox(), await bar.boundingBox()];
  expect(under!.y).toBeGreaterThan(over!.y + over!.height);

  // on a phone a sheet leaves all of it its place, however high it would be
  await page.keyboard.press("Control+Shift+F");
  await page
    .locator("[data-hanging]")
    .getByText(/frozen/i)
    .waitFor();
  const phone = await browser.person({ size: [390, 844] });
  await phone.page.goto(board.links.facilitator);
  await phone.page.locator("[data-together=ready]").waitFor();
  await phone.page.getByRole("button", { name: "Notebook" }).click();
  await phone.page.getByRole("menuitem", { name: "Run" }).click();
  const head = phone.page.getByRole("button", { name: "Fold", exact: true });
  await phone.page.getByText("Bring everybody here").waitFor();
  await until(async () => {
    const [hanging, sheet] = [await phone.page.locator("[data-hanging]").boundingBox(), await head.boundingBox()];
    return sheet!.y >= hanging!.y + hanging!.height;
  }, "the head of the sheet beneath what hangs");
  await picture(phone, "sheet-under-slips");
});

it("[B142] the menu pastes where it was opened, that one time: words, cards and images; what makes no card is told", async () => {
  const { empty } = await openTwoBoards();
  const amina = await browser.person();
  const { page, context } = amina;
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(empty.link);
  await page.getByRole("application", { name: "Board" }).waitFor();
  await ready(amina);
  const pasteAt = async (x: number, y: number) => {
    await page.mouse.click(x, y, { button: "right" });
    await page.getByRole("menuitem", { name: "Paste Ctrl+V", exact: true }).click();
  };
  const middle = ({ kind, position: [x, y], attributes }: Card) => {
    const [width, height] = sizeOf({ kind, attributes });
    return [x + width / 2, y + height / 2] as const;
  };
  const nearly = (...px: readonly number[]) => px.map((at) => Math.round(at / 20) * 20);

  await page.evaluate(() => navigator.clipboard.writeText("Longer hours"));
  await pasteAt(400, 300);
  await amina.card("Longer hours").waitFor();
  const first = await middleOf(amina.card("Longer hours"));
  expect(nearly(first.x, first.y)).toEqual([400, 300]);
  const [firstCard = expect.fail("no card")] = empty.cards();
  /** Where on the page a card lies. */
  const placeOf = (card: Card) => {
    const [[x, y], [firstX, firstY]] = [middle(card), middle(firstCard)];
    return nearly(400 + x - firstX, 300 + y - firstY);
  };

  // the next cards come under the pointer
  await choose(amina, "Longer hours");
  await page.keyboard.press("Control+c");
  await page.keyboard.press("Escape");
  await page.mouse.move(800, 600);
  await page.keyboard.press("Control+v");
  await until(() => empty.cards().length === 2, "the copied card");
  const copied = empty.cards().find(({ id }) => id !== firstCard.id);
  expect(placeOf(copied ?? expect.fail("no copy"))).toEqual([800, 600]);

  await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [200, 100];
    canvas.getContext("2d")?.fillRect(0, 0, 200, 100);
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (drawn) await navigator.clipboard.write([new ClipboardItem({ "image/png": drawn })]);
  });
  await pasteAt(800, 200);
  const image = () => empty.cards().find(({ kind }) => kind === "image");
  await until(() => image() !== undefined, "the image");
  expect(placeOf(image() ?? expect.fail("no image"))).toEqual([800, 200]);

  const toast = (words: string) => page.getByText(words, { exact: true }).first().waitFor();
  await page.evaluate(() => navigator.clipboard.writeText(" "));
  await pasteAt(400, 500);
  await toast("There is nothing in it that could become a card.");
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(["%PDF-1.7"], "minutes.pdf", { type: "application/pdf" }));
    clipboardData.items.add(new File(["A bench"], "notes.txt", { type: "text/plain" }));
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await toast("This kind of file can’t be put on the board.");
  await amina.card("A bench").waitFor();
  // the browser hands nothing to a menu
  await page.evaluate(() => {
    navigator.clipboard.read = async () => [];
  });
  await pasteAt(400, 500);
  await toast("Press Ctrl+V to paste.");
  await until(() => empty.cards().length === 4, "four cards in all");
  expect(amina.complaints).toEqual([]);
});

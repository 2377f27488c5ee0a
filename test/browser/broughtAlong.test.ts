import { applyEdits, readBoard, type BoardDoc } from "@palabre/shared/documents";
import { isTrashed, newCardId, type Card } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { connect, makerOf, openBoard, saved, synced } from "../helpers/client.ts";
import { drawMap, type DrawnCard, type DrawnLink } from "../helpers/mapBoard.ts";
import { drag, middleOf, openBrowser, type Person } from "../helpers/people.ts";
import { startServer, type ServerAddress } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

/** A board with a map, read along by the program that drew it. */
async function openMap(server: ServerAddress, drawn: readonly DrawnCard[], links: readonly DrawnLink[] = []) {
  const board = await openBoard(server);
  const { session } = await board.join("facilitator", "Robot");
  const program = connect(server, board.id, session, "board");
  await synced(program);
  if (drawn.length > 0) {
    drawMap(program.doc, drawn, links);
    await saved(program, 1);
  }
  const cards = () => [...readBoard(program.doc).cards.values()].filter((card) => !isTrashed(card));
  return {
    link: board.links.participant,
    program,
    cards,
    card: (title: string): Card => cards().find(({ text }) => text === title) ?? expect.fail(`no card ${title}`),
    links: () => [...readBoard(program.doc).links.values()],
  };
}
/** Somebody on a board, whose page has fetched what arranges it. */
async function comeTo(link: string): Promise<Person> {
  const person = await browser.person();
  await person.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(person.page, link);
  return person;
}
async function open(page: Person["page"], link: string): Promise<void> {
  await page.goto(link);
  await page.locator("[data-arranging]").waitFor({ state: "attached" });
}
const choose = async ({ page, card }: Person, ...titles: readonly string[]): Promise<void> => {
  await page.keyboard.press("Escape");
  for (const [at, title] of titles.entries())
    await card(title).click({ position: { x: 60, y: 14 }, ...(at === 0 ? {} : { modifiers: ["Shift"] }) });
};
/** A frame that holds cards, drawn by a program. */
function drawFrame(doc: BoardDoc, text: string, cards: readonly Card[]): void {
  const [id, by] = [newCardId(), makerOf(doc)];
  const attributes = { size: [640, 400] as const };
  applyEdits(doc, [
    { type: "addCard", id, kind: "frame", position: [-40, -80], text, attributes, at: 9, ...(by && { by }) },
    ...cards.map(({ id: on }) => ({ type: "setAttributes", on, values: { frame: id } }) as const),
  ]);
}
const placesOf = (cards: readonly Card[]) => new Map(cards.map(({ id, position }) => [id, position]));

const FOUR: readonly DrawnCard[] = [
  ["Evening hours", "factor"],
  ["Volunteers", "factor"],
  ["Spare parts", "strategy"],
  ["Trust", "expectation"],
];

it("[B103] what offers to take back a tidied board takes back that, and nothing that came after it", async () => {
  const board = await openMap(await startServer({ client: BUILT_CLIENT }), FOUR);
  const heap = board.cards().map(({ id }, at) => ({ card: id, to: [40 * at, 20 * at] as const }));
  applyEdits(board.program.doc, [{ type: "moveCards", moves: heap }]);
  await saved(board.program, 2);
  const before = placesOf(board.cards());
  const amina = await comeTo(board.link);
  await amina.card("Trust").waitFor();
  await amina.page.keyboard.press("Shift+T");
  await amina.page.getByText(/cards tidied up$/).waitFor();
  await amina.page.keyboard.press("n");
  await amina.page.getByRole("textbox", { name: "Text of the card" }).pressSequentially("later");
  await amina.page.keyboard.press("Escape");
  await until(() => board.cards().some(({ text }) => text === "later"), "the card that came later");
  await amina.page.getByRole("button", { name: "Undo" }).last().click();
  const old = () => board.cards().filter(({ id }) => before.has(id));
  await until(() => JSON.stringify([...placesOf(old())]) === JSON.stringify([...before]), "the heap again");
  expect(board.card("later").text).toBe("later");
  // what is left to take back is what came later
  await amina.page.keyboard.press("Control+z");
  await until(() => board.cards().every(({ text }) => text !== "later"), "the text to be taken back");
  expect(placesOf(old())).toEqual(before);
  expect(amina.complaints).toEqual([]);
});

it("[B104] images go along to another board; one that can't is left out, and it is said", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const [full, empty] = [
    await openMap(
      server,
      [
        ["Evening hours", "factor"],
        ["Gone", "image"],
        ["Trust", "expectation"],
      ],
      [
        [0, 1, "+2"],
        [0, 2, "-3"],
      ],
    ),
    await openMap(server, []),
  ];
  // a file that the server doesn't have
  const gone = { type: "setAttributes", on: full.card("Gone").id, values: { file: `${"0".repeat(64)}.png` } } as const;
  applyEdits(full.program.doc, [gone]);
  await saved(full.program, 2);
  const amina = await comeTo(full.link);
  await amina.card("Trust").waitFor();
  await amina.page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [60, 40];
    canvas.getContext("2d")!.fillRect(0, 0, 30, 20);
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([drawn!], "market-square.png", { type: "image/png" }));
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await until(() => full.cards().length === 4, "the image on its board");
  await amina.page.keyboard.press("Escape");
  await amina.page.keyboard.press("Control+a");
  await amina.page.keyboard.press("Control+c");
  const other = await amina.context.newPage();
  await open(other, empty.link);
  await other.mouse.move(700, 420);
  await other.keyboard.press("Control+v");
  await other.getByText("3 cards pasted. 1 image could not come along.", { exact: true }).waitFor();
  await until(() => empty.cards().length === 3, "the cards on the other board");
  expect(
    empty
      .cards()
      .map(({ text }) => text)
      .toSorted(),
  ).toEqual(["Evening hours", "Trust", "market square"]);
  // links go between the same cards as before
  expect(empty.links().map(({ from, to }) => [from, to])).toEqual([
    [empty.card("Evening hours").id, empty.card("Trust").id],
  ]);
  await other.waitForFunction(() => {
    const shown = document.querySelector<HTMLImageElement>("article img");
    return shown?.complete === true && shown.naturalWidth === 60;
  });
  expect(await other.getByText("This image can’t be shown").count()).toBe(0);
});

it("[B6] a link that was thrown away waits in the trash, and comes back from there", async () => {
  const board = await openMap(await startServer({ client: BUILT_CLIENT }), FOUR, [[0, 1, "+3"]]);
  applyEdits(board.program.doc, [{ type: "trash", things: board.links().map(({ id }) => id), at: Date.now() }]);
  await saved(board.program, 2);
  const amina = await comeTo(board.link);
  await amina.page.getByRole("button", { name: "More" }).click();
  await amina.page.getByRole("menuitem", { name: "Trash" }).click();
  await amina.page.getByRole("button", { name: "Bring back “Evening hours → Volunteers”" }).click();
  await until(() => board.links().every(({ attributes }) => attributes.trashedAt === undefined), "the link");
  await amina.page.getByText("The trash is empty.").waitFor();
  expect(amina.complaints).toEqual([]);
});

it("[B23] who copies more than one copy carries is told how much is not in it", async () => {
  const drawn = Array.from({ length: 1_003 }, (_, i): DrawnCard => [`card ${i}`, "note"]);
  const board = await openMap(await startServer({ client: BUILT_CLIENT }), drawn);
  const amina = await comeTo(board.link);
  await amina.page.locator("#canvas").focus();
  await amina.page.keyboard.press("Control+a");
  await amina.page.getByText("1,003 cards chosen").first().waitFor({ state: "attached" });
  await amina.page.keyboard.press("Control+c");
  await amina.page.getByText("3 cards are not in it").first().waitFor();
  expect(amina.complaints).toEqual([]);
});

it("[B105] what is cut is what is pasted: a frame goes with what it holds, and comes back in one step", async () => {
  const board = await openMap(await startServer({ client: BUILT_CLIENT }), FOUR);
  drawFrame(board.program.doc, "Ideas", [board.card("Evening hours"), board.card("Volunteers")]);
  const locked = { type: "setAttributes", on: board.card("Volunteers").id, values: { locked: true } } as const;
  applyEdits(board.program.doc, [locked]);
  await saved(board.program, 2);
  const amina = await comeTo(board.link);
  await amina.card("Trust").waitFor();
  await amina.page.locator("[data-card] p", { hasText: "Ideas" }).click();
  await amina.page.keyboard.press("Control+x");
  const titles = () =>
    board
      .cards()
      .map(({ text }) => text)
      .toSorted();
  await until(() => board.cards().length === 3, "frame and content to be gone");
  // what is locked stays, and is in no copy
  expect(titles()).toEqual(["Spare parts", "Trust", "Volunteers"]);
  await amina.page.mouse.move(700, 620);
  await amina.page.keyboard.press("Control+v");
  await until(() => board.cards().length === 5, "frame and content to be pasted");
  expect(titles()).toEqual(["Evening hours", "Ideas", "Spare parts", "Trust", "Volunteers"]);
  expect(board.card("Evening hours").attributes.frame).toBe(board.card("Ideas").id);
  await amina.page.keyboard.press("Control+z");
  await until(() => board.cards().length === 3, "the paste to be taken back");
  await amina.page.keyboard.press("Control+z");
  await until(() => board.cards().length === 5, "the cut to be taken back in one step");
  expect(amina.complaints).toEqual([]);
});

it("[B106] a frame that is put or sized around cards takes them in, and lets go what no longer lies in it; what is locked stays", async () => {
  const board = await openMap(await startServer({ client: BUILT_CLIENT }), FOUR);
  const locked = { type: "setAttributes", on: board.card("Spare parts").id, values: { locked: true } } as const;
  applyEdits(board.program.doc, [locked]);
  await saved(board.program, 2);
  const amina = await comeTo(board.link);
  const { page } = amina;
  // whoever has closed the panel keeps the room for the board
  await choose(amina, "Evening hours");
  await page.getByRole("button", { name: "Close the panel" }).click();
  await page.keyboard.press("Escape");
  const at = await middleOf(amina.card("Evening hours"));
  await page.keyboard.press("f");
  await page.mouse.click(at.x, at.y + 100);
  await page.getByRole("textbox", { name: "Text of the card" }).pressSequentially("Ideas");
  await page.keyboard.press("Escape");
  await until(() => board.cards().some(({ text }) => text === "Ideas"), "the frame");
  const frame = board.card("Ideas").id;
  const held = () =>
    board
      .cards()
      .filter((card) => card.attributes.frame === frame)
      .map(({ text }) => text);
  expect(held()).toEqual(["Evening hours"]);

  // around the cards beside it, of which one is locked
  const corner = () => middleOf(page.locator("[data-grip=se]"));
  const whole = await corner();
  const right = (await middleOf(amina.card("Trust"))).x + 60;
  await page.keyboard.down("Control");
  await drag(page, whole, { x: right, y: whole.y });
  await until(() => held().length === 3, "three cards in the frame");
  expect(held().toSorted()).toEqual(["Evening hours", "Trust", "Volunteers"]);
  await page.keyboard.up("Control");
  await page.keyboard.press("Control+z");
  await until(() => held().length === 1, "size and content to be taken back in one step");
  expect(board.card("Ideas").attributes.size).toBeUndefined();

  // as far as the second card by keys, and back
  const steps = Math.ceil((right - whole.x) / 24);
  for (let step = 0; step < steps; step += 1) await page.keyboard.press("Alt+Shift+ArrowRight");
  await until(() => held().length === 3, "three cards in the frame, by keys");
  for (let step = 0; step < steps; step += 1) await page.keyboard.press("Alt+Shift+ArrowLeft");
  await until(() => held().length === 1, "the others let go");
  expect(amina.complaints).toEqual([]);
});

it("[B107] who links two cards that are linked in that way is told so, and the link is chosen", async () => {
  const board = await openMap(await startServer({ client: BUILT_CLIENT }), FOUR, [[0, 1, "+2"]]);
  const amina = await comeTo(board.link);
  await choose(amina, "Evening hours");
  await amina.page.keyboard.press("Escape");
  await amina.page.keyboard.press("a");
  await amina.card("Evening hours").click();
  await amina.card("Volunteers").click();
  await amina.page.getByText("This link is there already.", { exact: true }).waitFor();
  await amina.page.getByRole("toolbar", { name: "Chosen link" }).waitFor();
  expect(board.links()).toHaveLength(1);
  expect(amina.complaints).toEqual([]);
});

it("[B108] the rows of a CSV file that is dropped are cards, whatever its cells hold, whichever sign parts them and whoever wrote it", async () => {
  const board = await openMap(await startServer({ client: BUILT_CLIENT }), []);
  const amina = await comeTo(board.link);
  await amina.page.getByRole("application", { name: "Board" }).waitFor();
  const drop = (words: string) =>
    amina.page.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      // as a spreadsheet writes it in Western Europe
      const bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], "ideas.csv", { type: "text/csv" }));
      const about = { dataTransfer, bubbles: true, cancelable: true, clientX: 500, clientY: 600 };
      return !document.querySelector("[data-canvas]")!.dispatchEvent(new DragEvent("drop", about));
    }, words);
  // what takes drops is fetched a moment after the page
  await until(() => drop('title,kind\r\n"Bread, milk",factor\r\n"A ""quiet"" street",\r\n'), "a drop that is taken");
  await until(() => board.cards().length === 2, "two cards");
  await drop("Titre;Heures\nCafé, thé;12\n");
  await until(() => board.cards().length === 3, "a third");
  expect(board.cards().map(({ text }) => text)).toEqual(
    expect.arrayContaining(["Bread, milk\nkind: factor", 'A "quiet" street', "Café, thé\nHeures: 12"]),
  );
  expect(amina.complaints).toEqual([]);
});

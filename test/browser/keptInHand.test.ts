import { applyEdits, readBoard, type Edit } from "@palabre/shared/documents";
import { isTrashed, newCardId, newLinkId, type CardId, type CardKind, type Pair } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { connect, openBoard, saved, synced } from "../helpers/client.ts";
import { drag, middleOf, openBrowser, type Person } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

type Laid = readonly [text: string, kind: CardKind, position: Pair];

/** A board with cards where they are said to lie, each linked to the next, and the program that laid them. */
async function openLaid(laid: readonly Laid[], label?: string) {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session, person: by } = await board.join("facilitator", "Robot");
  const program = connect(server, board.id, session, "board");
  await synced(program);
  const ids = laid.map(() => newCardId());
  const edits = laid.map(([text, kind, position], i): Edit => ({
    type: "addCard",
    id: ids[i] ?? newCardId(),
    kind,
    position,
    text,
    by,
    at: i + 1,
  }));
  const [from, to] = ids;
  if (label !== undefined && from && to)
    edits.push({ type: "addLink", id: newLinkId(), from, to, polarity: "+", label, by, at: 1 });
  if (edits.length > 0) {
    applyEdits(program.doc, edits);
    await saved(program, 1);
  }
  const cards = () => [...readBoard(program.doc).cards.values()].filter((card) => !isTrashed(card));
  const links = () =>
    [...readBoard(program.doc).links.values()].filter(({ attributes }) => attributes.trashedAt === undefined);
  const trash = (id: CardId) => applyEdits(program.doc, [{ type: "trash", things: [id], at: 1 }]);
  return { board, program, ids, cards, links, trash };
}

/** Somebody at the board, once it is drawn. */
async function come(link: string, title?: string): Promise<Person> {
  const person = await browser.person();
  await person.page.goto(link);
  await person.page.getByRole("application", { name: "Board" }).waitFor();
  if (title !== undefined) await person.card(title).waitFor();
  return person;
}
const keyboardIsAt = ({ page }: Person, selector: string) =>
  page.waitForFunction((wanted) => document.activeElement?.closest(wanted) !== null, selector);
const isOnBoard = (person: Person) => keyboardIsAt(person, "#canvas");
const discOf = ({ page }: Person) => middleOf(page.locator("[data-link] circle").first());

it("[B109] a stroke that is given up leaves nothing chosen of the page, and the next one is a stroke", async () => {
  const { board, cards } = await openLaid([]);
  const amina = await come(board.links.participant);
  const { page } = amina;
  const selected = () => page.evaluate(() => String(getSelection()));
  for (const [key, name] of [
    ["p", "draw"],
    ["e", "erase"],
  ] as const) {
    const layer = page.locator(`[data-draw-layer=${name}]`);
    await page.keyboard.press(key);
    await layer.waitFor();
    await page.mouse.move(500, 600);
    await page.mouse.down();
    await page.mouse.move(560, 620, { steps: 4 });
    await page.keyboard.press("Escape");
    await layer.waitFor({ state: "detached" });
    await page.mouse.move(700, 300, { steps: 8 });
    await page.mouse.move(720, 40, { steps: 8 });
    await page.mouse.up();
    expect(await selected()).toBe("");
  }
  // all of the page is selected by other means: a press with the pen drags none of it
  await page.keyboard.press("p");
  await page.locator("[data-draw-layer=draw]").waitFor();
  await page.evaluate(() => getSelection()?.selectAllChildren(document.body));
  await drag(page, { x: 400, y: 500 }, { x: 700, y: 560 });
  await until(() => cards().length === 1, "the line");
  expect(cards().map(({ kind }) => kind)).toEqual(["drawing"]);
  // a press takes the keyboard to the board, from wherever the pen was taken up
  await isOnBoard(amina);
  expect(amina.complaints).toEqual([]);
});

it("[B109] what is dragged from the page itself makes no card where it is dropped", async () => {
  const { board, cards } = await openLaid([["Night trains", "note", [0, 0]]]);
  const amina = await come(board.links.participant, "Night trains");
  const { page } = amina;
  await page.waitForLoadState("networkidle");
  /** drops words on the board, as the browser tells it. @param from what of the page they are dragged from, if of the page */
  const drop = (words: string, from?: string) =>
    page.evaluate(
      ([text, source]) => {
        const ground = document.querySelector(".react-flow__pane");
        const dataTransfer = new DataTransfer();
        dataTransfer.setData("text/plain", text);
        const options = { bubbles: true, cancelable: true, dataTransfer, clientX: 600, clientY: 600 };
        const dragged = source === undefined ? undefined : document.querySelector(source);
        dragged?.dispatchEvent(new DragEvent("dragstart", options));
        ground?.dispatchEvent(new DragEvent("dragover", options));
        const isTaken = !ground?.dispatchEvent(new DragEvent("drop", options));
        dragged?.dispatchEvent(new DragEvent("dragend", options));
        return isTaken;
      },
      [words, from] as const,
    );
  // what takes drops is fetched a while after the board
  await until(() => drop("From elsewhere"), "drops are taken");
  await until(() => cards().length === 2, "the card of what was dropped");
  expect(await drop("Of the page", "header")).toBe(false);
  expect(await drop("From elsewhere again")).toBe(true);
  await until(() => cards().length === 3, "the other card");
  expect(cards().map(({ text }) => text)).toEqual(["Night trains", "From elsewhere", "From elsewhere again"]);
  expect(amina.complaints).toEqual([]);
});

it("[B110] the label of a link that is asked for by its menu is typed at once, and gives the keyboard back to the board", async () => {
  const { board, links } = await openLaid(
    [
      ["Tools", "factor", [0, 0]],
      ["Trust", "factor", [620, 0]],
    ],
    "at first",
  );
  const amina = await come(board.links.participant, "Trust");
  const { page } = amina;
  const field = page.getByRole("toolbar").getByRole("textbox", { name: "Label" });
  const isInField = () => keyboardIsAt(amina, "[role=toolbar] input");
  const strong = page.getByRole("button", { name: /^Strong/ });
  const askFor = async () => {
    const { x, y } = await discOf(amina);
    await page.mouse.click(x, y, { button: "right" });
    await page.getByRole("menuitem", { name: /^Label/ }).click();
    await field.waitFor();
    await isInField();
    await page.getByRole("menu").waitFor({ state: "detached" });
    await isInField();
  };
  await askFor();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("later on");
  await page.keyboard.press("Enter");
  await until(() => links()[0]?.label === "later on", "the label");
  await isOnBoard(amina);
  await strong.waitFor();

  // Esc keeps what was
  await askFor();
  await page.keyboard.type("no");
  await page.keyboard.press("Escape");
  await field.waitFor({ state: "detached" });
  await isOnBoard(amina);
  expect(links()[0]?.label).toBe("later on");
  // by the keyboard it goes back to the card where it was
  await amina.card("Trust").focus();
  await page.keyboard.press("Alt+ArrowRight");
  await page.keyboard.press("Enter");
  await isInField();
  await page.keyboard.press("Escape");
  await keyboardIsAt(amina, "[data-card]");

  // another thing is chosen meanwhile, by others' hands or one's own: the next time the link shows all that it has
  await askFor();
  await amina.card("Tools").click();
  await field.waitFor({ state: "detached" });
  const { x, y } = await discOf(amina);
  await page.mouse.click(x, y);
  await strong.waitFor();
  expect(await field.count()).toBe(0);
  // a second click opens the field, too; what is left by a click elsewhere is kept
  await page.mouse.dblclick(x, y);
  await isInField();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("soon");
  await amina.card("Trust").click();
  await until(() => links()[0]?.label === "soon", "what was left");
  expect(amina.complaints).toEqual([]);
});

it("[B110] a card that is deleted by its menu hands the keyboard to its neighbour", async () => {
  const { board, cards } = await openLaid([
    ["Tools", "factor", [0, 0]],
    ["Trust", "factor", [420, 0]],
  ]);
  const amina = await come(board.links.participant, "Trust");
  const { page } = amina;
  await amina.card("Tools").click({ button: "right" });
  await page.getByRole("menuitem", { name: /^Delete/ }).click();
  await until(() => cards().length === 1, "the card is deleted");
  await keyboardIsAt(amina, "[data-card]");
  await amina.card("Trust").click({ button: "right" });
  await page.getByRole("menuitem", { name: /^Delete/ }).click();
  await until(() => cards().length === 0, "the last one too");
  await isOnBoard(amina);
  expect(amina.complaints).toEqual([]);
});

it("[B111] with Space held a drag moves the view whatever tool is in hand, and neither draws, chooses nor sizes", async () => {
  const { board, cards } = await openLaid([["Tools", "factor", [0, 0]]]);
  const amina = await come(board.links.participant, "Tools");
  const { page } = amina;
  await page.locator("[data-arranging]").waitFor({ state: "attached" });
  const before = JSON.stringify(cards());
  const viewMoves = async (from: { readonly x: number; readonly y: number }) => {
    const at = await middleOf(amina.card("Tools"));
    await page.keyboard.down("Space");
    await drag(page, from, { x: from.x + 70, y: from.y + 50 });
    await page.keyboard.up("Space");
    const there = await middleOf(amina.card("Tools"));
    expect(Math.abs(there.x - at.x - 70) + Math.abs(there.y - at.y - 50)).toBeLessThan(20);
    expect(JSON.stringify(cards())).toBe(before);
  };
  await amina.card("Tools").click();
  await viewMoves(await middleOf(page.locator('[data-grip="se"]')));
  for (const key of ["p", "l"]) {
    await page.keyboard.press("Escape");
    await page.keyboard.press(key);
    const { x, y } = await middleOf(amina.card("Tools"));
    await viewMoves({ x: x - 150, y: y + 120 });
  }
  // let go, the loop is one again
  const { x, y } = await middleOf(amina.card("Tools"));
  await page.mouse.move(x - 200, y - 150);
  await page.mouse.down();
  for (const [toX, toY] of [
    [x + 200, y - 150],
    [x + 200, y + 150],
    [x - 200, y + 150],
  ] as const)
    await page.mouse.move(toX, toY, { steps: 4 });
  await page.mouse.up();
  await page.getByRole("toolbar", { name: "Chosen card" }).waitFor();
  expect(amina.complaints).toEqual([]);
});

it("[B111] with Space held a drag moves the view wherever it begins, and no card", async () => {
  const { board, cards } = await openLaid([
    ["Tools", "factor", [0, 0]],
    ["Trust", "factor", [420, 0]],
  ]);
  const amina = await come(board.links.participant, "Trust");
  const { page } = amina;
  const before = cards().map(({ position }) => position);
  const at = await middleOf(amina.card("Tools"));
  await page.keyboard.down("Space");
  await drag(page, at, { x: at.x + 120, y: at.y + 90 });
  await page.keyboard.up("Space");
  const there = await middleOf(amina.card("Tools"));
  // a few px are the drag's own threshold
  expect(Math.abs(there.x - at.x - 120) + Math.abs(there.y - at.y - 90)).toBeLessThan(20);
  expect(cards().map(({ position }) => position)).toEqual(before);
  // let go, a drag moves the card again; and a space in a text is a space
  await drag(page, there, { x: there.x + 40, y: there.y + 160 });
  await until(() => cards()[0]?.position[1] !== before[0]?.[1], "the card has moved");
  await amina.card("Trust").dblclick();
  const field = page.getByRole("textbox", { name: "Text of the card" });
  await field.pressSequentially(" in all");
  await page.keyboard.press("Escape");
  await until(() => cards().some(({ text }) => text === "Trust in all"), "the text");
  expect(amina.complaints).toEqual([]);
});

it("[B112] the lines of a text stay lines on the cards that have a meaning, and on quotes", async () => {
  const text = "Shopping\n- bread\n- milk\n- flour\n- salt";
  const { board } = await openLaid([
    [text, "expectation", [0, 0]],
    [text, "factor", [320, 0]],
    [text, "strategy", [640, 0]],
    [text, "quote", [0, 260]],
  ]);
  const amina = await come(board.links.participant);
  const lines = amina.page.locator("article p:text('- bread')");
  await lines.nth(3).waitFor();
  expect(await lines.evaluateAll((all) => all.map((each) => (each as HTMLElement).innerText))).toEqual([
    ...Array.from({ length: 3 }, () => "- bread\n- milk\n- flour\n- salt"),
    text,
  ]);
  await picture(amina, "lines-on-cards", [[1440, 900]]);
  expect(amina.complaints).toEqual([]);
});

it("[B115] a comment that is not sent yet waits at its card, and Esc gives the keyboard back to the board", async () => {
  const { board } = await openLaid([
    ["Tools", "factor", [0, 0]],
    ["Trust", "factor", [420, 0]],
  ]);
  const amina = await come(board.links.participant, "Trust");
  const { page } = amina;
  const field = page.getByRole("textbox", { name: /Comment, @/ });
  await amina.card("Tools").click();
  await page.keyboard.press("c");
  await keyboardIsAt(amina, "textarea");
  await field.pressSequentially("Whose tools?");
  await amina.card("Trust").click();
  await until(async () => (await field.inputValue()) === "", "the field of the other card");
  await amina.card("Tools").click();
  await until(async () => (await field.inputValue()) === "Whose tools?", "what was written");

  // an answer too
  await field.click();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Answer" }).click();
  const answer = page.getByRole("textbox", { name: "Your answer" });
  await answer.pressSequentially("Ours");
  await amina.card("Trust").click();
  await answer.waitFor({ state: "detached" });
  await amina.card("Tools").click();
  await until(async () => (await answer.inputValue()) === "Ours", "the answer");
  await expect.poll(() => field.inputValue()).toBe("");

  await answer.focus();
  await page.keyboard.press("Escape");
  await isOnBoard(amina);
  // the keys are the board's again
  await page.keyboard.press("n");
  await page.getByRole("textbox", { name: "Text of the card" }).waitFor();
  expect(amina.complaints).toEqual([]);
});

it("[B116] the label of a link is read whole, beside and over the cards that it links", async () => {
  const { board } = await openLaid(
    [
      ["Tools", "factor", [0, 0]],
      ["Trust", "factor", [290, 0]],
    ],
    "over a longer while of weeks",
  );
  const amina = await come(board.links.participant, "Trust");
  const { page } = amina;
  const label = page.locator("[data-link-label]");
  await label.waitFor();
  const box = await label.boundingBox();
  if (!box) expect.fail("no label");
  /** what is painted uppermost at the ends of the label, which itself hears no pointer */
  const uppermost = () =>
    page.evaluate(
      ([x = 0, y = 0, width = 0, height = 0]) => {
        const label = document.querySelector<HTMLElement>("[data-link-label]");
        const layer = label?.parentElement;
        if (!label || !layer) return [];
        label.style.pointerEvents = "auto";
        const ends = [x + 6, x + width / 2, x + width - 6].map(
          (at) => document.elementFromPoint(at, y + height / 2) === label,
        );
        label.style.pointerEvents = "";
        return ends;
      },
      [box.x, box.y, box.width, box.height],
    );
  await picture(amina, "link-label", [[1440, 900]]);
  expect(await uppermost()).toEqual([true, true, true]);
  // a chosen card lies over it
  await amina.card("Trust").click({ position: { x: 150, y: 14 } });
  await page.getByRole("toolbar", { name: /card/i }).waitFor();
  expect(await uppermost()).toEqual([true, true, false]);
  await picture(amina, "link-label-chosen", [[1440, 900]]);
  expect(amina.complaints).toEqual([]);
});

it("[B117] Shift+Tab while a card is written begins one on its other side that is linked to it", async () => {
  const { board, cards, links } = await openLaid([["Trust", "factor", [0, 0]]]);
  const amina = await come(board.links.participant, "Trust");
  const { page } = amina;
  const field = page.getByRole("textbox", { name: "Text of the card" });
  await amina.card("Trust").dblclick();
  await keyboardIsAt(amina, "textarea");
  await page.keyboard.press("Shift+Tab");
  await until(() => cards().length === 2, "the card before it");
  await until(async () => (await field.inputValue()) === "", "its text is open");
  await keyboardIsAt(amina, "textarea");
  await page.keyboard.type("Tools");
  await page.keyboard.press("Escape");
  await until(() => cards().some(({ text }) => text === "Tools"), "its text");
  const [trust, tools] = [cards().find(({ text }) => text === "Trust"), cards().find(({ text }) => text === "Tools")];
  expect(links().map(({ from, to }) => [from, to])).toEqual([[tools?.id, trust?.id]]);
  expect(tools?.kind).toBe("factor");
  expect((tools?.position[0] ?? 0) < (trust?.position[0] ?? 0)).toBe(true);
  // one step of undo besides the text
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await until(() => cards().length === 1 && links().length === 0, "card and link are gone");
  expect(amina.complaints).toEqual([]);
});

it("[B118] a link that is drawn from a card is given up when somebody deletes that card", async () => {
  const { board, cards, links, ids, trash } = await openLaid([
    ["Tools", "factor", [0, 0]],
    ["Trust", "factor", [420, 0]],
  ]);
  const amina = await come(board.links.participant, "Trust");
  const { page } = amina;
  await amina.card("Tools").click();
  const port = await middleOf(page.locator("[data-port=bottom]"));
  await page.mouse.move(port.x, port.y);
  await page.mouse.down();
  await page.mouse.move(port.x, port.y + 60, { steps: 4 });
  await page.mouse.move(port.x, port.y + 200, { steps: 4 });
  trash(ids[0] ?? expect.fail("no card"));
  await amina.card("Tools").waitFor({ state: "detached" });
  await page.mouse.up();
  await amina.card("Trust").click();
  await page.keyboard.press("Control+d");
  await until(() => cards().length === 2, "what is done next");
  expect(cards().map(({ text }) => text)).toEqual(["Trust", "Trust"]);
  expect(links()).toEqual([]);
  expect(amina.complaints).toEqual([]);
});

it("[B70] the sheet of shortcuts names the keys that turn pages", async () => {
  const { board } = await openLaid([]);
  for (const [language, keys] of [
    ["en", ["PgUp", "PgDn"]],
    ["fr", ["Pg préc", "Pg suiv"]],
  ] as const) {
    const person = await browser.person({ language });
    await person.page.goto(board.links.participant);
    await person.page.getByRole("application").waitFor();
    await person.page.keyboard.press("?");
    for (const key of keys) await person.page.getByRole("dialog").getByText(key, { exact: false }).first().waitFor();
    expect(await person.page.getByRole("dialog").getByText("PAGE", { exact: false }).count()).toBe(0);
    expect(person.complaints).toEqual([]);
  }
});

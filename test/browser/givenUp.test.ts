import { applyEdits, readBoard } from "@palabre/shared/documents";
import type { CardId, LinkId, Pair } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { openDrawn, type DrawnCard, type DrawnLink } from "../helpers/mapBoard.ts";
import { middleOf, openBrowser, type Person } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

const CARDS: readonly DrawnCard[] = [
  ["Evening hours", "factor"],
  ["Volunteers", "factor"],
  ["Spare parts", "strategy"],
  ["Trust", "expectation"],
];

/** Four cards in a row, read along and changed by a program, and people who see all of them. */
async function openRow(links: readonly DrawnLink[] = []) {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, maker: robot, ids } = await openDrawn(server, CARDS, links, "Which repair café?");
  const come = async (): Promise<Person> => {
    const person = await browser.person();
    await person.page.goto(board.links.participant);
    await person.card("Trust").waitFor();
    await person.page.locator("[data-arranging]").waitFor({ state: "attached" });
    // without a panel there is room for the whole row
    await person.card("Evening hours").click({ position: { x: 8, y: 8 } });
    await person.page.getByRole("button", { name: "Close the panel" }).click();
    await person.page.keyboard.press("Escape");
    await person.page.keyboard.press("Shift+Digit1");
    await until(async () => (await chosen(person)).length === 0, "nothing to be chosen");
    return person;
  };
  const cards = () => readBoard(robot.doc).cards;
  const lies = (id: CardId): Pair => cards().get(id)?.position ?? expect.fail("no such card");
  const trash = (...things: readonly (CardId | LinkId)[]) =>
    applyEdits(robot.doc, [{ type: "trash", things, at: Date.now() }]);
  const [a, b, c, d] = ids as [CardId, CardId, CardId, CardId];
  return { robot, come, cards, lies, trash, a, b, c, d };
}
const nodeOf = ({ page }: Person, id: CardId) => page.locator(`.react-flow__node[data-id="${id}"]`);
const seen = async (person: Person, id: CardId) => {
  const box = (await nodeOf(person, id).boundingBox()) ?? expect.fail("it is not on the page");
  return [box.x, box.y, box.width, box.height].map(Math.round);
};
const chosen = ({ page }: Person): Promise<string[]> =>
  page.locator(".react-flow__node.selected").evaluateAll((nodes) => nodes.map((node) => node.dataset["id"] ?? ""));
const choose = async ({ page }: Person, ...ids: readonly CardId[]) => {
  for (const [at, id] of ids.entries())
    await page
      .locator(`[data-card="${id}"]`)
      .click({ position: { x: 8, y: 8 }, ...(at === 0 ? {} : { modifiers: ["Shift"] }) });
};
/** Some frames of the browser, in each of which a view that moves would move. */
const FRAMES =
  "new Promise((done) => { const go = (n) => (n === 0 ? done() : requestAnimationFrame(() => go(n - 1))); go(10); })";
const nothingToUndo = ({ page }: Person) => page.getByRole("button", { name: "Undo" }).first().isDisabled();

it("[B98] who types in a card that somebody puts in the trash is told in view, brings it back, and does nothing to the board meanwhile", async () => {
  const { come, cards, a } = await openRow();
  const [amina, yann] = [await come(), await come()];
  await nodeOf(amina, a).dblclick();
  const field = amina.page.getByRole("textbox", { name: "Text of the card" });
  await field.press("End");
  const words = ", no lag: gone long";
  const view = await amina.page.locator(".react-flow__viewport").getAttribute("style");
  // her fingers do not stop for what happens on the screen
  const typing = (async () => {
    for (let i = 0; i < 6; i += 1) {
      await amina.page.keyboard.type(words, { delay: 8 });
      for (const key of ["Enter", "Backspace", "Delete"]) await amina.page.keyboard.press(key);
    }
  })();
  await until(() => cards().get(a)!.text.includes("lag"), "some words to have come");
  await choose(yann, a);
  await yann.page.keyboard.press("Delete");
  const toast = amina.page.locator("[data-toasts]").getByText(/^“Evening hours.*” was deleted\./);
  await toast.waitFor();
  await typing;
  expect(cards().size).toBe(CARDS.length);
  expect([...cards().values()].filter(({ attributes }) => attributes.trashedAt !== undefined)).toHaveLength(1);
  expect(await amina.page.getByRole("button", { name: "Choose", exact: true }).getAttribute("aria-pressed")).toBe(
    "true",
  );
  expect(await amina.page.locator(".react-flow__viewport").getAttribute("style")).toBe(view);
  expect(await amina.page.getByRole("textbox", { name: "Text of the card" }).count()).toBe(0);

  await amina.page.getByRole("button", { name: "Bring back" }).click();
  await until(() => cards().get(a)!.attributes.trashedAt === undefined, "the card to be back");
  expect(cards().get(a)!.text).toMatch(/^Evening hours, no lag/);
  for (const person of [amina, yann]) await person.card("Evening hours, no lag").waitFor();
  expect(await chosen(amina)).toEqual([a]);
  expect(amina.complaints).toEqual([]);
});

it("[B98] who labels a link that goes is told in view, and brings it back with its label", async () => {
  const { robot, come, cards, trash, a } = await openRow([[0, 1, "+2"]]);
  const [link] = readBoard(robot.doc).links.values();
  const linkNow = () => readBoard(robot.doc).links.get(link!.id);
  const amina = await come();
  const { page } = amina;
  // a link goes by itself, or with a card at its end
  for (const [things, words] of [
    [[link!.id], "no rush"],
    [[a], "long"],
  ] as const) {
    const { x, y } = await middleOf(page.locator(`#link-${link!.id} circle`).first());
    await page.mouse.dblclick(x, y);
    await page.getByRole("textbox", { name: "Label" }).fill(words);
    const typing = page.keyboard.type(", no long lag".repeat(4), { delay: 20 });
    trash(...things);
    await page.locator("[data-toasts]").getByText("The link whose label you were writing was deleted.").waitFor();
    await typing;
    await page.keyboard.press("Enter");
    expect(await page.getByRole("textbox").count()).toBe(0);
    expect(cards().size).toBe(CARDS.length);
    await page.getByRole("button", { name: "Bring back" }).click();
    await page.getByRole("toolbar", { name: "Chosen link" }).waitFor();
    await until(() => linkNow()?.label.startsWith(words), "the link with its label");
    expect([linkNow()?.attributes.trashedAt, cards().get(a)!.attributes.trashedAt]).toEqual([undefined, undefined]);
    await page.keyboard.press("Escape");
  }
  expect(amina.complaints).toEqual([]);
});

it("[B156] who opens the label of a link and leaves it wipes nothing that somebody wrote there meanwhile", async () => {
  const { robot, come } = await openRow([[0, 1, "+2"]]);
  const [link] = readBoard(robot.doc).links.values();
  const labelNow = () => readBoard(robot.doc).links.get(link!.id)?.label;
  const write = (label: string) => applyEdits(robot.doc, [{ type: "setAttributes", on: link!.id, values: { label } }]);
  const amina = await come();
  const { page } = amina;
  const field = page.getByRole("textbox", { name: "Label" });
  const open = async () => {
    const { x, y } = await middleOf(page.locator(`#link-${link!.id} circle`).first());
    await page.mouse.dblclick(x, y);
    await field.waitFor();
  };
  await open();
  write("by word of mouth");
  // what is not typed in shows what is there
  await until(async () => (await field.inputValue()) === "by word of mouth", "the label of the other in the field");
  await field.press("Enter");
  await field.waitFor({ state: "detached" });
  await open();
  await field.fill("by mail");
  write("by letter");
  await field.fill("by word of mouth");
  await field.press("Enter");
  await field.waitFor({ state: "detached" });
  // typed as it was begun: the other's stays
  await open();
  await until(async () => (await field.inputValue()) === "by letter", "the label of the other, which stays");
  expect(labelNow()).toBe("by letter");
  await field.fill("by mail");
  await field.press("Enter");
  await until(() => labelNow() === "by mail", "what was typed");
  await open();
  await field.fill("");
  await field.press("Enter");
  await until(() => labelNow() === "", "no label");
  expect(amina.complaints).toEqual([]);
});

it("[B99] a drag whose card goes from under the hand ends as the hand lets go: the rest lies there, for all", async () => {
  const { come, cards, lies, a, b, c, d } = await openRow();
  const [amina, yann] = [await come(), await come()];
  const { page } = amina;
  const carry = async (id: CardId, way: Pair) => {
    const at = await middleOf(nodeOf(amina, id));
    const before = (await seen(amina, id))[0]!;
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x + way[0], at.y + way[1], { steps: 6 });
    await until(async () => Math.abs((await seen(amina, id))[0]! - before) > 20, "the card to be under the hand");
    return at;
  };
  const isSettled = async () => {
    // what is chosen has its bar, and one Esc lets it go
    await choose(amina, c);
    await page.getByRole("toolbar", { name: "Chosen card" }).waitFor();
    await page.keyboard.press("Escape");
    await until(async () => (await chosen(amina)).length === 0, "one Esc to let go");
  };

  // somebody else takes the card that is held, of two
  await choose(amina, a, d);
  const [before, wasA] = [lies(d), lies(a)];
  const at = await carry(a, [60, 90]);
  await choose(yann, a);
  await yann.page.keyboard.press("Delete");
  await nodeOf(amina, a).waitFor({ state: "detached" });
  await page.mouse.move(at.x + 200, at.y + 200, { steps: 4 });
  await page.mouse.up();
  await until(() => lies(d)[1] > before[1] + 40, "the rest to be written where it was dropped");
  expect(lies(a)).toEqual(wasA);
  await until(async () => {
    const [here, there] = [await seen(amina, d), await seen(yann, d)];
    return here.join() === there.join();
  }, "both to see it there");
  await page.getByRole("toolbar", { name: "Chosen card" }).waitFor();
  await isSettled();

  // and the only one that is held
  const wasB = lies(b);
  const other = lies(d);
  await choose(amina, b);
  await carry(b, [60, 90]);
  await choose(yann, b);
  await yann.page.keyboard.press("Delete");
  await nodeOf(amina, b).waitFor({ state: "detached" });
  await page.mouse.up();
  await isSettled();
  expect([lies(b), lies(d)]).toEqual([wasB, other]);

  // or one throws it away oneself
  const wasD = await seen(amina, d);
  await choose(amina, d);
  await carry(d, [-60, 90]);
  await page.keyboard.press("Delete");
  await nodeOf(amina, d).waitFor({ state: "detached" });
  await page.mouse.up();
  await isSettled();
  await page.getByRole("button", { name: "Undo" }).last().click();
  await nodeOf(amina, d).waitFor();
  expect(await seen(amina, d)).toEqual(wasD);
  expect(lies(d)).toEqual(other);
  expect(cards().size).toBe(CARDS.length);
  expect(amina.complaints).toEqual([]);
});

it("[B100] arrow keys move what is chosen now, each thing its own way, and nothing that a hand carries", async () => {
  const { come, lies, b, c, d } = await openRow();
  const amina = await come();
  const { page } = amina;
  const [wasC, wasD] = [lies(c), lies(d)];
  await choose(amina, c);
  await page.keyboard.press("ArrowDown");
  await choose(amina, d);
  await page.keyboard.press("ArrowDown");
  await until(() => lies(d)[1] !== wasD[1] || lies(c)[1] > wasC[1] + 8, "the second to be written");
  expect([lies(c), lies(d)]).toEqual([
    [wasC[0], wasC[1] + 8],
    [wasD[0], wasD[1] + 8],
  ]);

  const wasB = lies(b);
  const at = await middleOf(nodeOf(amina, b));
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x, at.y + 90, { steps: 6 });
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.mouse.up();
  await until(() => lies(b)[1] > wasB[1] + 40, "the drag to be written");
  expect(lies(b)[0]).toBe(wasB[0]);
  expect(amina.complaints).toEqual([]);
});

it("[B101] Esc gives up a new size: the card lies, looks and stays chosen as before, and nothing is written; nor is it by a press that moves nothing", async () => {
  const { robot, come, cards, a } = await openRow();
  const amina = await come();
  const { page } = amina;
  await choose(amina, a);
  const before = await seen(amina, a);
  const grip = page.locator("[data-grip=se]");
  const pull = async () => {
    const at = await middleOf(grip);
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x + 60, at.y + 50, { steps: 5 });
    await until(async () => (await seen(amina, a))[2]! > before[2]! + 20, "the card to be wider");
    return at;
  };
  const at = await pull();
  await page.keyboard.press("Escape");
  await until(async () => (await seen(amina, a)).join() === before.join(), "the card to look as before");
  await page.mouse.move(at.x + 120, at.y + 90, { steps: 3 });
  expect(await seen(amina, a)).toEqual(before);
  await page.mouse.up();
  expect(await chosen(amina)).toEqual([a]);
  expect(await seen(amina, a)).toEqual(before);

  // a press on a handle
  const corner = await middleOf(grip);
  await page.mouse.move(corner.x, corner.y);
  await page.mouse.down();
  await page.mouse.up();
  expect(await nothingToUndo(amina)).toBe(true);
  expect(cards().get(a)!.attributes.size).toBeUndefined();

  // handles that go while one is held
  await pull();
  applyEdits(robot.doc, [{ type: "setAttributes", on: a, values: { locked: true } }]);
  await grip.waitFor({ state: "detached" });
  expect(await seen(amina, a)).toEqual(before);
  await page.mouse.up();
  expect(await nothingToUndo(amina)).toBe(true);
  expect(cards().get(a)!.attributes.size).toBeUndefined();

  // the next one is written
  applyEdits(robot.doc, [{ type: "setAttributes", on: a, values: { locked: undefined } }]);
  await grip.waitFor();
  await pull();
  await page.mouse.up();
  await until(() => cards().get(a)!.attributes.size !== undefined, "the new size");
  expect(amina.complaints).toEqual([]);
});

it("[B102] a click on the ground that adds lets nothing go, and Esc ends a frame that is drawn: chosen is what was before it", async () => {
  const { come, a, b, c, d } = await openRow();
  const amina = await come();
  const { page } = amina;
  const [first, third] = [await middleOf(nodeOf(amina, a)), await middleOf(nodeOf(amina, c))];
  const ground = { x: third.x, y: third.y + 220 };
  await choose(amina, a, b);
  for (const key of ["Shift", "Control"]) {
    await page.keyboard.down(key);
    await page.mouse.click(ground.x, ground.y);
    await page.keyboard.up(key);
    expect((await chosen(amina)).toSorted()).toEqual([a, b].toSorted());
  }
  await page.mouse.click(ground.x, ground.y);
  expect(await chosen(amina)).toEqual([]);

  await choose(amina, d);
  for (const key of [undefined, "Shift"]) {
    if (key) await page.keyboard.down(key);
    await page.mouse.move(first.x - 30, first.y + 220);
    await page.mouse.down();
    await page.mouse.move(third.x - 30, first.y, { steps: 6 });
    await until(async () => (await chosen(amina)).length >= 3, "the frame to choose");
    await page.keyboard.press("Escape");
    await until(async () => (await chosen(amina)).join() === d, "what was chosen before");
    await page.mouse.move(third.x + 20, first.y - 20, { steps: 3 });
    expect(await page.locator(".react-flow__selection").count()).toBe(0);
    expect(await chosen(amina)).toEqual([d]);
    await page.mouse.up();
    if (key) await page.keyboard.up(key);
    expect(await chosen(amina)).toEqual([d]);
  }
  // the next click is one
  await choose(amina, b);
  expect(await chosen(amina)).toEqual([b]);

  // at the edge the view moves while a frame is drawn, and no longer
  const pane = (await page.locator(".react-flow__pane").boundingBox())!;
  const view = () => page.locator(".react-flow__viewport").getAttribute("style");
  const before = await view();
  await page.mouse.move(third.x, pane.y + pane.height - 200);
  await page.mouse.down();
  await page.mouse.move(third.x + 60, pane.y + pane.height - 10, { steps: 4 });
  await until(async () => (await view()) !== before, "the view to move");
  await page.keyboard.press("Escape");
  const still = await view();
  await page.evaluate(FRAMES);
  expect(await view()).toBe(still);
  await page.mouse.up();
  expect(await chosen(amina)).toEqual([b]);
  await choose(amina, c);
  expect(await chosen(amina)).toEqual([c]);
  expect(amina.complaints).toEqual([]);
});

it("[B119] Esc gives up the loop that is drawn: chosen is what was, and the tool stays for another", async () => {
  const { come, a, b } = await openRow();
  const amina = await come();
  const { page } = amina;
  await choose(amina, b);
  const { x, y } = await middleOf(nodeOf(amina, a));
  await page.keyboard.press("l");
  const around = async () => {
    await page.mouse.move(x - 110, y - 100);
    await page.mouse.down();
    for (const [toX, toY] of [
      [x + 110, y - 100],
      [x + 110, y + 100],
      [x - 110, y + 100],
    ] as const)
      await page.mouse.move(toX, toY, { steps: 4 });
  };
  await around();
  await page.locator("[data-arranging] ~ svg polygon").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("[data-arranging] ~ svg polygon").waitFor({ state: "detached" });
  await page.mouse.move(x, y, { steps: 3 });
  expect(await page.locator("[data-arranging] ~ svg polygon").count()).toBe(0);
  await page.mouse.up();
  expect(await chosen(amina)).toEqual([b]);
  await around();
  await page.mouse.up();
  await until(async () => (await chosen(amina)).join() === a, "the second loop to choose");
  expect(amina.complaints).toEqual([]);
});

import { applyEdits, openCardText, readBoard } from "@palabre/shared/documents";
import { newCardId, type CardId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { makerOf, saved } from "../helpers/client.ts";
import { openDrawn, type DrawnCard, type DrawnLink } from "../helpers/mapBoard.ts";
import { middleOf, openBrowser, type Person } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();
const CARDS = Array.from({ length: 20 }, (_, at): DrawnCard => [`Card ${at}`, at % 2 === 0 ? "factor" : "note"]);
const LINKS: readonly DrawnLink[] = [
  [0, 5, "+2"],
  [2, 7, "-1"],
  [3, 19, "+3"],
];
/** The last row stays. */
const CARRIED = 16;
/** A hand has to go so far before a drag begins. */
const SLACK_PX = 7;

it("[B84] many cards that a hand carries go with it on every screen, lie where they are let go, and come back by one undo", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, maker: robot, ids } = await openDrawn(server, CARDS, LINKS, "A full board");
  const by = makerOf(robot.doc);
  const inFrame = newCardId();
  const frame = newCardId();
  applyEdits(robot.doc, [
    { type: "addCard", id: frame, kind: "frame", position: [1_400, 0], text: "A frame", at: 40, ...(by && { by }) },
    {
      type: "addCard",
      id: inFrame,
      kind: "note",
      position: [1_440, 60],
      text: "In a frame",
      at: 41,
      ...(by && { by }),
    },
    { type: "setAttributes", on: inFrame, values: { frame } },
  ]);
  await saved(robot, 2);
  const lies = (id: CardId) => readBoard(robot.doc).cards.get(id)!.position;
  const [amina, yann] = [await browser.person(), await browser.person()];
  for (const { page } of [amina, yann]) {
    await page.goto(board.links.participant);
    await page.locator(`[data-card="${ids[0]}"]`).waitFor();
    await page.keyboard.press("Shift+Digit1");
    await page.locator("[data-arranging]").waitFor({ state: "attached" });
  }
  /** Where a card is seen, in px of the screen. */
  const seen = async ({ page }: Person, id: CardId) => {
    const box = (await page.locator(`.react-flow__node[data-id="${id}"]`).boundingBox())!;
    return [Math.round(box.x), Math.round(box.y)] as const;
  };
  const { page } = amina;
  const all = [...ids.slice(0, CARRIED), frame, inFrame];
  await page.keyboard.press("Control+a");
  // what is taken from the choice stays
  for (const id of ids.slice(CARRIED))
    await page.locator(`[data-card="${id}"]`).click({ modifiers: ["Shift"], position: { x: 8, y: 8 } });
  const before = await Promise.all([...all, ids[CARRIED]!].map((id) => seen(amina, id)));
  const places = all.map(lies);
  const start = await middleOf(page.locator(`[data-card="${ids[5]}"]`));
  const take = async () => {
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(start.x + 10, start.y + 4, { steps: 2 });
  };
  /** What is seen of the carried cards is so far from where they lay, and all of it as far. */
  const areShifted = async (who: Person, [dx, dy]: readonly [number, number]) => {
    const now = await Promise.all(all.map((id) => seen(who, id)));
    return now.every(
      ([x, y], at) => Math.abs(x - before[at]![0] - dx) <= SLACK_PX && Math.abs(y - before[at]![1] - dy) <= 2,
    );
  };

  // without the help of lines, so that the hand alone says where
  await page.keyboard.down("Control");
  await take();
  await until(() => page.locator("svg path[style*=stroke]").count(), "the links on their way to be drawn");
  await page.mouse.move(start.x + 60, start.y + 40, { steps: 6 });
  await until(() => areShifted(amina, [60, 40]), "all to be under the hand");
  // at once, not only when the hand rests
  await page.mouse.move(start.x + 90, start.y + 40);
  const shift = await page.evaluate<number>(
    `new Promise((resolve) => requestAnimationFrame(() =>
      resolve(document.querySelector('.react-flow__node[data-id="${ids[2]}"]').getBoundingClientRect().x)))`,
  );
  expect(Math.abs(shift - before[2]![0] - 90)).toBeLessThanOrEqual(SLACK_PX);
  await page.mouse.move(start.x + 60, start.y + 40);
  await until(() => areShifted(yann, [60, 40]), "the other one to see them there");
  expect(await seen(amina, ids[CARRIED]!)).toEqual(before.at(-1));
  expect(lies(ids[0]!)).toEqual(places[0]);
  await picture(amina, "carrying-many", [[1440, 900]]);
  // what somebody else writes meanwhile is seen on the card where it is carried
  openCardText(robot.doc, ids[1]!)?.edit("Sheet 1");
  await amina.card("Sheet 1").waitFor();
  expect(await areShifted(amina, [60, 40])).toBe(true);
  await page.mouse.move(start.x + 80, start.y + 50, { steps: 3 });
  await until(() => areShifted(amina, [80, 50]), "all to go on with the hand");

  await page.mouse.up();
  await page.keyboard.up("Control");
  await until(() => lies(ids[0]!)[0] !== places[0]![0], "the cards to be let go");
  const [dx, dy] = [lies(ids[0]!)[0] - places[0]![0], lies(ids[0]!)[1] - places[0]![1]];
  expect(all.map(lies)).toEqual(places.map(([x, y]) => [x + dx, y + dy]));
  for (const who of [amina, yann])
    await until(() => areShifted(who, [80, 50]), "the cards to lie where they were let go");
  expect(await page.locator(".react-flow__node[style*=will-change]").count()).toBe(0);

  // one undo brings all back
  await page.keyboard.press("Control+z");
  await until(() => lies(ids[0]!)[0] === places[0]![0], "the drag to be taken back");
  expect(all.map(lies)).toEqual(places);
  for (const who of [amina, yann]) await until(() => areShifted(who, [0, 0]), "all to be back");
  for (const who of [amina, yann]) expect(who.complaints).toEqual([]);
});

it("[B95] Esc gives up what a hand carries, one card or many: it lies where it lay, for all, stays chosen, and nothing is written; what is locked is not carried", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, maker: robot, ids } = await openDrawn(server, CARDS, LINKS, "A full board");
  applyEdits(robot.doc, [{ type: "setAttributes", on: ids[1]!, values: { locked: true } }]);
  await saved(robot, 2);
  const { page, complaints } = await browser.person();
  await page.goto(board.links.participant);
  await page.locator(`[data-card="${ids[0]}"]`).waitFor();
  await page.keyboard.press("Shift+Digit1");
  await page.locator("[data-arranging]").waitFor({ state: "attached" });
  const lies = () => ids.map((id) => readBoard(robot.doc).cards.get(id)!.position);
  const seen = async (id: CardId) =>
    Math.round((await page.locator(`.react-flow__node[data-id="${id}"]`).boundingBox())!.x);
  const chosen = () => page.locator(".react-flow__node.selected").count();
  const [before, here] = [lies(), await Promise.all(ids.map((id) => seen(id)))];
  const at = await middleOf(page.locator(`[data-card="${ids[5]}"]`));
  const carry = async () => {
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x + 70, at.y + 20, { steps: 6 });
    await until(async () => (await seen(ids[5]!)) > here[5]! + 40, "the card to be under the hand");
  };
  for (const many of [false, true]) {
    if (many) await page.keyboard.press("Control+a");
    else await page.locator(`[data-card="${ids[5]}"]`).click({ position: { x: 8, y: 8 } });
    const chosenBefore = await chosen();
    await carry();
    expect(await seen(ids[1]!)).toBe(here[1]);
    await page.keyboard.press("Escape");
    await until(async () => (await seen(ids[5]!)) === here[5], "the card to be back");
    // the hand goes on, and carries nothing
    await page.mouse.move(at.x + 120, at.y + 60, { steps: 4 });
    expect(await Promise.all(ids.map((id) => seen(id)))).toEqual(here);
    await page.mouse.up();
    expect(await chosen()).toBe(chosenBefore);
    expect(await page.getByRole("button", { name: "Undo" }).first().isDisabled()).toBe(true);
  }
  expect(lies()).toEqual(before);
  // the next drag is one
  await carry();
  await page.mouse.up();
  await until(() => lies()[5]![0] > before[5]![0], "the cards to be moved");
  expect(lies()[1]).toEqual(before[1]);
  expect(complaints).toEqual([]);
});

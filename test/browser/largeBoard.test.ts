import { applyEdits, readBoard, type Edit } from "@palabre/shared/documents";
import { isTrashed, newCardId, type CardKind, type Pair } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { connect, openBoard, saved, synced } from "../helpers/client.ts";
import { openDrawn, type DrawnCard, type DrawnLink } from "../helpers/mapBoard.ts";
import { middleOf, openBrowser } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();
const KINDS: readonly CardKind[] = ["factor", "strategy", "expectation", "note"];
const CARDS = Array.from({ length: 1_200 }, (_, at): DrawnCard => [`Card ${at}`, KINDS[at % 4] ?? "note"]);
const LINKS = Array.from({ length: 300 }, (_, at): DrawnLink => [at * 4, at * 4 + 1, at % 3 === 0 ? "-2" : "+2"]);

it("[B20, B21] a board of 1,200 cards is seen whole, and what is painted is worked with as what is in the page", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, maker, ids } = await openDrawn(server, CARDS, LINKS, "A large board");
  const { page } = await browser.person();
  await page.goto(board.links.participant);
  await page.getByText(/Saved at/).waitFor();
  const inPage = () => page.locator("[data-card]").count();
  const place = (at: number) => readBoard(maker.doc).cards.get(ids[at]!)?.position;
  // near the first card only its neighbourhood is in the page
  await page.locator(`[data-card="${ids[0]}"]`).waitFor();
  expect(await inPage()).toBeLessThan(200);

  // all of it: 4 columns of 300 rows, so a card is some px wide
  await page.keyboard.press("Shift+Digit1");
  await until(async () => (await inPage()) === 0, "the board to be painted");
  const size = page.viewportSize()!;
  const canvas = (await page.locator("[data-canvas]").boundingBox())!;
  expect(canvas.width).toBeLessThanOrEqual(size.width);
  const zoom = await page.evaluate<number>(
    "new DOMMatrix(getComputedStyle(document.querySelector('.react-flow__viewport')).transform).a",
  );
  const shift = await page.evaluate<[number, number]>(
    "(({ e, f }) => [e, f])(new DOMMatrix(getComputedStyle(document.querySelector('.react-flow__viewport')).transform))",
  );
  const onScreen = ([x, y]: readonly [number, number]): [number, number] => [
    canvas.x + x * zoom + shift[0],
    canvas.y + y * zoom + shift[1],
  ];
  const middleOf = (at: number) => {
    const [x, y] = place(at)!;
    return onScreen([x + 100, y + 60]);
  };

  // a card is taken by the pointer and moved
  const before = place(600)!;
  const [x, y] = middleOf(600);
  await page.mouse.move(x, y);
  await page.locator(`[data-card="${ids[600]}"]`).waitFor();
  await page.mouse.down();
  await page.mouse.move(x + 40, y, { steps: 4 });
  await page.mouse.up();
  await until(() => place(600)![0] > before[0] + 20 / zoom, "the card to be moved for all");
  await expect.poll(() => page.getByText("Card 600").count()).toBeGreaterThan(0);
  await page.keyboard.press("Control+z");
  await until(() => place(600)![0] === before[0], "the move to be taken back");

  // a click that adds, adds; the second one lets go
  await page.keyboard.press("Escape");
  const press = async (at: number) => {
    const [toX, toY] = middleOf(at);
    await page.mouse.move(toX, toY);
    await page.mouse.click(toX, toY);
  };
  const lay = [600, 605, 610].map((at) => place(at)![0]);
  await press(600);
  await page.keyboard.down("Shift");
  for (const at of [605, 610, 605]) await press(at);
  await page.keyboard.up("Shift");
  await page.keyboard.press("ArrowRight");
  await until(() => place(610)![0] > lay[2]!, "the chosen cards to be moved");
  expect([600, 605, 610].map((at, i) => place(at)![0] > lay[i]!)).toEqual([true, false, true]);
  await page.keyboard.press("Control+z");
  await until(() => place(610)![0] === lay[2]!, "them to lie as before");

  // several, painted, go with the one that is in the hand
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+a");
  const apart = place(10)![0];
  const [fromX, fromY] = middleOf(700);
  await page.mouse.move(fromX, fromY);
  await page.locator(`[data-card="${ids[700]}"]`).waitFor();
  await page.mouse.down();
  await page.mouse.move(fromX + 30, fromY, { steps: 4 });
  await page.mouse.up();
  await until(() => place(10)![0] > apart + 15 / zoom, "a card that is not in the page to be moved with the others");

  // what somebody else moves again and again is painted where it lies, and nowhere else, also once it rests
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Escape");
  await page.mouse.move(canvas.x + 5, canvas.y + 5);
  const [nowX, nowY] = await page.evaluate<[number, number]>(
    "(({ e, f }) => [e, f])(new DOMMatrix(getComputedStyle(document.querySelector('.react-flow__viewport')).transform))",
  );
  const isPainted = ([cardX, cardY]: readonly [number, number]) => {
    const [atX, atY] = [canvas.x + (cardX + 100) * zoom + nowX, canvas.y + (cardY + 60) * zoom + nowY];
    return page.evaluate<boolean>(`(${PAINTED})(${atX}, ${atY})`);
  };
  const inSight = ids.findIndex((_, at) => {
    const screenY = (place(at)![1] + 60) * zoom + nowY;
    return at % 4 === 2 && screenY > 200 && screenY < 400;
  });
  const home = place(inSight)!;
  await until(() => isPainted(home), "the card to be painted where it is");
  const spots = Array.from({ length: 6 }, (_, at): [number, number] => [
    home[0] - 4_000 - at * 400,
    home[1] + at * 900,
  ]);
  for (const to of spots) {
    applyEdits(maker.doc, [{ type: "moveCards", moves: [{ card: ids[inSight]!, to }] }]);
    await until(() => isPainted(to), "the card to be painted where it went");
  }
  for (const left of [home, ...spots.slice(0, -1)])
    await until(async () => !(await isPainted(left)), "it to be gone from there");
});

/** So many small cards close together that they are painted though the view is near; two lines lie over them. */
async function openCrowd() {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session, person } = await board.join("participant", "Robot");
  const maker = connect(server, board.id, session, "board");
  await synced(maker);
  const place = (at: number): Pair => [(at % COLUMNS) * 60, Math.floor(at / COLUMNS) * 40];
  const [ids, lines] = [Array.from({ length: 30 * COLUMNS }, newCardId), [newCardId(), newCardId()]];
  const made = { type: "addCard", at: 1, by: person } as const;
  const line = { size: [600, 100], path: "600 100 4 4 596 96" } as const;
  applyEdits(maker.doc, [
    ...ids.map((id, at): Edit => ({ ...made, id, kind: "note", position: place(at), attributes: { size: [48, 30] } })),
    ...lines.map((id, at): Edit => ({
      ...made,
      id,
      kind: "drawing",
      position: [300, 300 + at * 200],
      attributes: line,
    })),
  ]);
  await saved(maker, 1);
  const { page } = await browser.person();
  await page.goto(board.links.participant);
  await page.getByText(/Saved at/).waitFor();
  const canvas = (await page.locator("[data-canvas]").boundingBox())!;
  await until(() => page.evaluate<boolean>(`(${PAINTED})(${canvas.x + 400}, ${canvas.y + 300})`), "it to be painted");
  const [zoom, x, y] = await page.evaluate<[number, number, number]>(
    "(({ a, e, f }) => [a, e, f])(new DOMMatrix(getComputedStyle(document.querySelector('.react-flow__viewport')).transform))",
  );
  const onScreen = (at: Pair): Pair => [canvas.x + at[0] * zoom + x, canvas.y + at[1] * zoom + y];
  const middle = (at: number) => onScreen([place(at)[0] + 24, place(at)[1] + 15]);
  return { page, ids, lines, onScreen, middle, read: () => readBoard(maker.doc) };
}
const COLUMNS = 30;

it("[B21] a link that is drawn onto a painted card links the two, and makes no card", async () => {
  const { page, ids, middle, read } = await openCrowd();
  const before = read().cards.size;
  const [from, to] = [10 * COLUMNS, 3 * COLUMNS + 16];
  await page.mouse.move(...middle(from));
  await page.locator(`[data-card="${ids[from]}"]`).waitFor();
  await page.mouse.click(...middle(from));
  const dot = page.locator("[data-port=left]");
  await dot.waitFor();
  const { x, y } = await middleOf(dot);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(...middle(to), { steps: 6 });
  await page.mouse.up();
  await until(() => read().links.size > 0, "a link");
  expect([...read().links.values()].map((link) => [link.from, link.to])).toEqual([[ids[from], ids[to]]]);
  expect(read().cards.size).toBe(before);
});

it("[B53] an eraser takes away the painted lines that it wipes over, and nothing else", async () => {
  const { page, lines, onScreen, read } = await openCrowd();
  await page.keyboard.press("e");
  await page.locator("[data-draw-layer=erase]").waitFor();
  const gone = () => [...read().cards.values()].filter((card) => isTrashed(card)).map(({ id }) => id);
  await page.mouse.move(...onScreen([600, 250]));
  await page.mouse.down();
  await page.mouse.move(...onScreen([600, 450]), { steps: 40 });
  await page.mouse.up();
  await until(() => gone().length > 0, "a line to be wiped away");
  expect(gone()).toEqual([lines[0]]);
  await page.keyboard.press("Control+z");
  await until(() => gone().length === 0, "the line to be back");
});

it("[B140] what comes into the page with the view is drawn once: nothing of it is measured and drawn again", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board } = await openDrawn(server, CARDS, LINKS, "A large board");
  const { page } = await browser.person();
  await page.goto(board.links.participant);
  await page.getByText(/Saved at/).waitFor();
  const canvas = (await page.locator("[data-canvas]").boundingBox())!;
  await page.mouse.move(canvas.x + canvas.width / 2, canvas.y + canvas.height / 2);
  // a zoom at which a px of the screen is no whole number of px of the board
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, 37);
  await page.keyboard.up("Control");
  const watch = await page.evaluateHandle<Watch>(`(() => {
    const watch = { came: 0, again: [] };
    new MutationObserver((records) => {
      for (const { type, target, attributeName, oldValue, addedNodes } of records) {
        if (type === "childList") watch.came += [...addedNodes].filter((node) => node.querySelector?.("[data-link]")).length;
        else if (target.closest("[data-link]")) watch.again.push([attributeName, oldValue, target.getAttribute(attributeName)]);
      }
    }).observe(document.querySelector(".react-flow__edges"), { subtree: true, childList: true, attributes: true, attributeOldValue: true });
    return watch;
  })()`);
  const came = () => watch.evaluate((found) => found.came);
  await until(async () => {
    await page.mouse.wheel(0, 160);
    return (await came()) > 20;
  }, "links to come into view");
  expect(await watch.evaluate((found) => found.again)).toEqual([]);
});
interface Watch {
  /** links that came into the page */
  readonly came: number;
  /** what of a link changed while it was in the page: attribute, before, after */
  readonly again: readonly (readonly [string, string | null, string | null])[];
}

/** Whether a block is painted at a point of the page. */
const PAINTED = `(x, y) => [...document.querySelectorAll("[data-canvas] [aria-hidden] > canvas")].some((canvas) => {
  const box = canvas.getBoundingClientRect();
  if (canvas.hidden || x < box.left || x >= box.right || y < box.top || y >= box.bottom) return false;
  const at = [((x - box.left) / box.width) * canvas.width, ((y - box.top) / box.height) * canvas.height];
  // from so far a card is a few px
  const { data } = canvas.getContext("2d").getImageData(...at.map((px) => Math.floor(px) - 1), 3, 3);
  return data.some((value, index) => index % 4 === 3 && value > 60);
})`;

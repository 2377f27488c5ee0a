import { readBoard } from "@palabre/shared/documents";
import type { CardKind } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { openDrawn, type DrawnCard, type DrawnLink } from "../helpers/mapBoard.ts";
import { openBrowser } from "../helpers/people.ts";
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
  expect(await page.getByText("Card 600").count()).toBeGreaterThan(0);
  await page.keyboard.press("Control+z");
  await until(() => place(600)![0] === before[0], "the move to be taken back");

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
});

import {
  applyEdits,
  applyUpdate,
  createBoardDoc,
  readAnnotation,
  readBoard,
  type Edit,
} from "@palabre/shared/documents";
import { newCardId, newLinkId, type BoardId, type CardKind } from "@palabre/shared/terms";
import type { Browser, Page } from "playwright-core";
import { connect, makerOf, openBoard, saved, synced } from "../../helpers/client.ts";
import type { ServerAddress } from "../../helpers/startServer.ts";
import type { DrawnMap } from "./drawnMap.ts";
import { until } from "../../helpers/until.ts";
import { VIEW, type Subject } from "./subject.ts";

const KINDS: readonly CardKind[] = ["expectation", "factor", "strategy", "note"];

/** A board on a real server, as people see it; what others move comes over their own socket. */
export async function openPalabre(browser: Browser, server: ServerAddress, map: DrawnMap): Promise<Subject> {
  const board = await openBoard(server, "Bench");
  const { session } = await board.join("facilitator", "Maker");
  const maker = connect(server, board.id, session, "board");
  await synced(maker);
  const by = makerOf(maker.doc);
  const made = { at: 1, ...(by === undefined ? {} : { by }) };
  const ids = map.cards.map(() => newCardId());
  const edits: Edit[] = [
    ...map.cards.map(({ x, y, title }, at): Edit => ({
      type: "addCard",
      id: ids[at] ?? newCardId(),
      kind: KINDS[at % KINDS.length] ?? "note",
      position: [x, y],
      text: title,
      ...made,
    })),
    ...map.links.map(({ from, to, polarity }): Edit => ({
      type: "addLink",
      id: newLinkId(),
      from: ids[from] ?? newCardId(),
      to: ids[to] ?? newCardId(),
      polarity,
      strength: 2,
      ...made,
    })),
  ];
  for (let at = 0; at < edits.length; at += 500) applyEdits(maker.doc, edits.slice(at, at + 500));
  await saved(maker, 1);
  await atRest(server, board.id, session, edits);
  const context = await browser.newContext({ viewport: VIEW, reducedMotion: "reduce", locale: "en-GB" });
  const page = await context.newPage();
  const view = () =>
    page.evaluate<readonly [number, number, number, number, number]>(
      `(() => {
        const { a, e, f } = new DOMMatrix(getComputedStyle(document.querySelector(".react-flow__viewport")).transform);
        const { left, top } = document.querySelector("[data-canvas]").getBoundingClientRect();
        return [e, f, a, left, top];
      })()`,
    );
  const onScreen = async ([x, y]: readonly [number, number]): Promise<readonly [number, number]> => {
    const [shiftX, shiftY, zoom, left, top] = await view();
    return [x * zoom + shiftX + left, y * zoom + shiftY + top];
  };
  const settle = () => page.waitForTimeout(300);
  return {
    page,
    map,
    load: async () => {
      await page.goto(board.links.participant);
      await page.getByText(/Saved at/).waitFor({ timeout: 60_000 });
    },
    fit: async () => {
      await page.keyboard.press("Shift+Digit1");
      await settle();
    },
    // as a hand would: to 100 %, then by the wheel
    look: async (at, zoom) => {
      await page.mouse.move(VIEW.width / 2, VIEW.height / 2);
      // React Flow takes 500 px of the wheel for a doubling
      await page.keyboard.down("Control");
      await page.mouse.wheel(0, 500 * Math.log2((await view())[2] / zoom));
      await page.keyboard.up("Control");
      await settle();
      const [x, y] = await onScreen(at);
      await page.mouse.wheel(x - VIEW.width / 2, y - VIEW.height / 2);
      await settle();
    },
    onScreen,
    select: async (cards) => {
      // the panel of what was chosen before would be in the way
      const close = page.getByRole("button", { name: "Close" });
      if (await close.isVisible()) await close.click();
      // what is chosen is framed, from the ground above the first to below the last
      const boxes = cards.flatMap((card) => map.cards[card] ?? []);
      const left = Math.min(...boxes.map(({ x }) => x)) - 40;
      const top = Math.min(...boxes.map(({ y }) => y)) - 40;
      const right = Math.max(...boxes.map(({ x, width }) => x + width)) - 20;
      const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) - 20;
      const [corner, to] = [await onScreen([left, top]), await onScreen([right, bottom])];
      const from = await groundNear(page, corner);
      await page.keyboard.down("Shift");
      await page.mouse.move(...from);
      await page.mouse.down();
      await page.mouse.move(...to, { steps: 3 });
      await page.mouse.up();
      await page.keyboard.up("Shift");
      await settle();
    },
    where: (card) => Promise.resolve(readBoard(maker.doc).cards.get(ids[card] ?? newCardId())?.position ?? [0, 0]),
    move: (moves) => {
      const edit: Edit = {
        type: "moveCards",
        moves: moves.map(([card, x, y]) => ({ card: ids[card] ?? newCardId(), to: [x, y] })),
      };
      applyEdits(maker.doc, [edit]);
      return Promise.resolve();
    },
    end: () => context.close(),
  };
}

/** Boards are opened long after they were drawn: what is said of each card is there by then, and the board is packed. */
async function atRest(server: ServerAddress, board: BoardId, session: string, edits: readonly Edit[]): Promise<void> {
  const workshop = connect(server, board, session, "workshop");
  await synced(workshop);
  const cards = edits.flatMap((edit) => (edit.type === "addCard" && edit.kind !== "note" ? edit.id : []));
  await until(() => cards.every((card) => readAnnotation(workshop.doc, card)), "what is said of cards", 120_000);
  workshop.provider.destroy();
  const packed = `${server.url}/api/boards/${board}/board.bin?then=sync`;
  await until(
    async () => {
      const response = await fetch(packed, { headers: { authorization: `Bearer ${session}` } });
      const doc = createBoardDoc();
      applyUpdate(doc, new Uint8Array(await response.arrayBuffer()));
      const { cards: drawn, links } = readBoard(doc);
      return drawn.size + links.size === edits.length || new Promise((resolve) => setTimeout(resolve, 500, false));
    },
    "the packed board",
    120_000,
  );
}

/** A point up to the left of another where neither a card nor a link is in the way. */
const groundNear = (page: Page, [x, y]: readonly [number, number]): Promise<[number, number]> =>
  page.evaluate<[number, number]>(`(() => {
    for (let by = 0; by < 60; by += 1) for (const [dx, dy] of [[by, 0], [0, by], [by, by]]) {
      const [x, y] = [${x} - dx, ${y} - dy];
      if (document.elementFromPoint(x, y)?.classList.contains("react-flow__pane")) return [x, y];
    }
    throw new Error("there is no ground");
  })()`);

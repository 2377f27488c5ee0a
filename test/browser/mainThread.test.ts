import { applyEdits } from "@palabre/shared/documents";
import { newLinkId, type CardKind } from "@palabre/shared/terms";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { connect, makerOf, openBoard, saved, synced } from "../helpers/client.ts";
import { watchMainThread } from "../helpers/mainThread.ts";
import { drawMap, type DrawnCard, type DrawnLink } from "../helpers/mapBoard.ts";
import { openBrowser } from "../helpers/people.ts";
import { seeded } from "../helpers/seeded.ts";
import { startServer } from "../helpers/startServer.ts";

const browser = openBrowser();

const random = seeded(7);
const KINDS: readonly CardKind[] = ["factor", "factor", "factor", "strategy", "expectation"];
const CARDS = Array.from({ length: 300 }, (_, at): DrawnCard => [`Card ${at}`, KINDS[at % 5] ?? "factor"]);
const drawn = new Set<number>();
/** From a card to another, a way that nobody has drawn yet. */
function newLink(): DrawnLink {
  const [from, to] = [random.integer(300), random.integer(300)];
  if (from === to || drawn.has(from * 300 + to)) return newLink();
  drawn.add(from * 300 + to);
  return [from, to, random.chance(0.25) ? "-2" : "+1"];
}
const LINKS = Array.from({ length: 900 }, newLink);

/**
 * CPU of the shortest task that would do the analysis itself: 250 ms when it is first asked, and no part of it is drawn by then. What is
 * felt under the hand (50 ms) is a matter of measuring on a machine that is known, not of a test on any.
 */
const ANALYSIS_MS = 150;

/** The longest task from now on, in CPU of the thread, until `act` is done and the page has nothing to do. */
async function longestWhile(page: Page, act: () => Promise<void>): Promise<number> {
  const end = await watchMainThread(page);
  await act();
  await page.evaluate(() => new Promise<void>((resolve) => void requestIdleCallback(() => resolve())));
  const tasks = await end();
  expect(tasks.length).toBeGreaterThan(5);
  return Math.max(...tasks.map(({ cpuMs }) => cpuMs));
}

it("[M4] the page stays at hand while a map of 300 cards and 900 links is analysed", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server, "A large map");
  const maker = connect(server, board.id, (await board.join("facilitator", "Zoé")).session, "board");
  await synced(maker);
  const ids = drawMap(maker.doc, CARDS, LINKS);
  await saved(maker, 1);
  const { page } = await browser.person();
  await page.goto(board.links.participant);
  await page.getByText(/Saved at/).waitFor();
  const read = (links: number) => page.getByText(`up to date, 300 cards, ${links} links`).waitFor();

  const opening = await longestWhile(page, async () => {
    await page.getByRole("button", { name: /^(Analyse|Analysis)$/ }).click();
    await read(900);
  });
  // others' links: the map is read again, sent, analysed in the worker, and the answer drawn
  const changes: number[] = [];
  for (const turn of [1, 2, 3])
    changes.push(
      await longestWhile(page, async () => {
        const [from, to] = newLink()
          .slice(0, 2)
          .map((place) => ids[Number(place)]);
        if (!from || !to) throw new Error("the map has no such card");
        const by = makerOf(maker.doc);
        const link = { id: newLinkId(), from, to, polarity: "+", strength: 3, at: turn } as const;
        applyEdits(maker.doc, [{ type: "addLink", ...link, ...(by === undefined ? {} : { by }) }]);
        await read(900 + turn);
      }),
    );
  // what the browser does for itself now and then, as collecting garbage, is not the page's
  const [, usual = Infinity] = changes.toSorted((a, b) => a - b);
  expect(opening).toBeLessThan(ANALYSIS_MS);
  expect(usual).toBeLessThan(ANALYSIS_MS);
});

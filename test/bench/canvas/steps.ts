import type { CDPSession } from "playwright-core";
import { PITCH } from "./drawnMap.ts";
import { VIEW, type Subject } from "./subject.ts";

/** Milliseconds of the main thread's CPU per step, by what was done; `heapMb` after a collection. */
export type Figures = Readonly<Record<string, number>>;

const PEOPLE = 20;
const TURN_MS = 50;
/** What is dragged together: a block of ten by ten. */
const BLOCK = 10;

/** Does with a canvas what hands do, and measures what each step costs its page. */
export async function measureSubject(subject: Subject): Promise<Figures> {
  const { page, map } = subject;
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const figures: Record<string, number> = {};
  const cpu = () => metric(session, "TaskDuration").then((seconds) => seconds * 1_000);
  const frame = () =>
    page.evaluate("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
  const rest = async () => {
    await page.evaluate("new Promise((resolve) => requestIdleCallback(resolve, { timeout: 3_000 }))");
    await page.waitForTimeout(400);
  };
  const measure = async (name: string, steps: number, step: (at: number) => Promise<void>) => {
    await rest();
    const before = await cpu();
    for (let at = 0; at < steps; at += 1) {
      await step(at);
      await frame();
    }
    figures[name] = ((await cpu()) - before) / steps;
  };
  const wheel = (x: number, y: number) => page.mouse.wheel(x, y);
  const people = (name: string) =>
    measure(name, 30, async (turn) => {
      await subject.move(
        Array.from({ length: PEOPLE }, (_, person) => {
          const card = (person * 251 + 1) % map.cards.length;
          const { x = 0, y = 0 } = map.cards[card] ?? {};
          return [card, x + (turn % 40) * 3, y + (turn % 25) * 2] as const;
        }),
      );
      await page.waitForTimeout(TURN_MS);
    });

  const before = await cpu();
  await subject.load();
  await rest();
  figures["load"] = (await cpu()) - before;
  await page.mouse.move(VIEW.width / 2, VIEW.height / 2);
  await page.keyboard.press("Escape");

  await subject.fit();
  await measure("panWhole", 40, (at) => wheel(at % 20 < 10 ? 12 : -12, at % 20 < 10 ? 8 : -8));
  await people("peopleWhole");
  await measure("zoom", 30, async () => {
    await page.keyboard.down("Control");
    await wheel(0, -50);
    await page.keyboard.up("Control");
  });
  const rows = Math.ceil(map.cards.length / map.columns);
  const [column, row] = [Math.floor(map.columns / 2), Math.floor(rows / 2)];
  const cardAt = (dx: number, dy: number) => (row + dy) * map.columns + column + dx;
  const middle = map.cards[cardAt(0, 0)] ?? { x: 0, y: 0, width: 0, height: 0 };
  await subject.look([middle.x + middle.width / 2, middle.y + 20], 1);
  await measure("pan", 40, (at) => wheel(at < 20 ? 40 : -40, at < 20 ? 24 : -24));
  await people("people");

  await subject.look([middle.x + middle.width / 2, middle.y + 20], 1);
  await measureDrag("dragOne", cardAt(0, 0), 30, cardAt(0, 0));
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Escape");

  await subject.look([middle.x + PITCH.x / 2, middle.y - PITCH.y / 4], 0.32);
  const block = Array.from({ length: BLOCK * BLOCK }, (_, at) =>
    cardAt((at % BLOCK) - BLOCK / 2, Math.floor(at / BLOCK) - BLOCK / 2),
  ).filter((card) => card >= 0 && card < map.cards.length);
  await subject.select(block);
  await measureDrag("dragMany", cardAt(0, 0), 20, block[0] ?? 0);
  await page.keyboard.press("Control+z");

  await session.send("HeapProfiler.collectGarbage");
  figures["heapMb"] = (await metric(session, "JSHeapUsedSize")) / 1e6;
  return figures;

  /** @param taken  the card under the hand; `watched` goes with it */
  async function measureDrag(name: string, taken: number, steps: number, watched: number) {
    const [left, top] = await subject.where(taken);
    const [x, y] = await subject.onScreen([left + 24, top + 16]);
    const lay = await subject.where(watched);
    await page.mouse.move(x, y);
    await rest();
    await page.mouse.down();
    await page.mouse.move(x + 8, y + 8, { steps: 2 });
    await measure(name, steps, (at) => page.mouse.move(x + 8 + (at % 10) * 8, y + 8 + (at % 10) * 5));
    await page.mouse.up();
    await rest();
    const lies = await subject.where(watched);
    // what did not move cost nothing
    if (lies[0] === lay[0] && lies[1] === lay[1]) figures[name] = Number.NaN;
  }
}

async function metric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find((each) => each.name === name)?.value ?? Number.NaN;
}

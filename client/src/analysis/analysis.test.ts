import type { SignedMap } from "@palabre/shared/analysis/structure";
import { newCardId, newLinkId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { createAnswering } from "./answering.ts";
import { KINDS } from "./kinds.ts";
import type { FromWorker, ToWorker } from "./messages.ts";
import { openAnalysis } from "./openAnalysis.ts";

const [a, b] = [newCardId(), newCardId()];
const cards = [
  { id: a, kind: "factor" },
  { id: b, kind: "factor" },
] as const;
const link = { id: newLinkId(), from: 0, to: 1, polarity: 1, strength: 2, isDelayed: false } as const;
const empty: SignedMap = { cards, links: [] };
const linked: SignedMap = { cards, links: [link] };

/** Both sides in one thread: what is posted waits until `turn`, as it would between threads. */
function open(kinds: Parameters<typeof createAnswering>[0]["kinds"] = KINDS) {
  let map = empty;
  let changed = (): void => {};
  let due: (() => void) | undefined;
  const queue: (() => void)[] = [];
  const sent: ToWorker[] = [];
  const workers: { isOver: boolean; fail: () => void }[] = [];
  const analysis = openAnalysis({
    readMap: () => map,
    onChange: (listener) => {
      changed = listener;
      return () => {};
    },
    soon: (act) => {
      due = act;
    },
    start: (onMessage, onError) => {
      const worker = { isOver: false, fail: onError };
      workers.push(worker);
      const post = (message: FromWorker) => queue.push(() => !worker.isOver && onMessage(message));
      const hear = createAnswering({ kinds, post, later: (act) => queue.push(act) });
      return {
        post: (message) => {
          sent.push(message);
          queue.push(() => hear(message));
        },
        terminate: () => {
          worker.isOver = true;
        },
      };
    },
  });
  return {
    analysis,
    sent,
    workers,
    change: (next: SignedMap) => {
      map = next;
      changed();
      due?.();
      due = undefined;
    },
    /** lets `n` messages or turns through; all when not said */
    turn: (n = Number.POSITIVE_INFINITY) => {
      for (let i = 0; i < n && queue.length > 0; i += 1) queue.shift()?.();
    },
    links: () => analysis.read("structure", undefined).answer?.linkCount,
  };
}
const asks = (sent: readonly ToWorker[]) => sent.filter(({ type }) => type === "ask").length;

describe("what the page asks of its worker", () => {
  it("[P34] is answered of the map as it is, and again when that changes", () => {
    const { analysis, change, turn, links } = open();
    let told = 0;
    analysis.ask("structure", undefined, () => (told += 1));
    expect(analysis.read("structure", undefined)).toEqual({ answer: undefined, isFresh: false, isFailed: false });
    turn();
    expect([links(), told]).toEqual([0, 1]);
    change(linked);
    expect(analysis.read("structure", undefined)).toMatchObject({ isFresh: false, answer: { linkCount: 0 } });
    turn();
    expect(analysis.read("structure", undefined)).toMatchObject({ isFresh: true, answer: { linkCount: 1 } });
  });

  it("[P34] is not asked again when only places and texts changed, nor twice by two who ask the same", () => {
    const { analysis, sent, change, turn } = open();
    analysis.ask("structure", undefined, () => {});
    analysis.ask("structure", undefined, () => {});
    turn();
    change({ cards: [...cards], links: [] });
    turn();
    expect(asks(sent)).toBe(1);
    // the worker is told ids and numbers, and no text
    expect(JSON.stringify(sent[0])).toBe(JSON.stringify({ type: "map", map: empty }));
  });

  it("[P34] has no stale answer: what was computed of a map of before is dropped", () => {
    const { analysis, change, turn, links } = open();
    analysis.ask("structure", undefined, () => {});
    // the first answer is on its way when the map changes
    turn(3);
    change(linked);
    turn(1);
    expect(links()).toBeUndefined();
    turn();
    expect(links()).toBe(1);
  });

  it("[P34] is told as failed when it can't be computed or the worker breaks, and a retry begins a new one", () => {
    let isBroken = true;
    const structure: (typeof KINDS)["structure"] = (map) => {
      if (isBroken) throw new Error("a bug");
      return KINDS.structure(map);
    };
    const { analysis, workers, turn, links } = open({ ...KINDS, structure });
    analysis.ask("structure", undefined, () => {});
    turn();
    expect(analysis.read("structure", undefined)).toEqual({ answer: undefined, isFresh: false, isFailed: true });
    isBroken = false;
    analysis.retry();
    turn();
    expect(links()).toBe(0);
    workers[0]?.fail();
    expect(analysis.read("structure", undefined)).toMatchObject({ isFailed: true, answer: { linkCount: 0 } });
    analysis.retry();
    turn();
    expect(workers.map(({ isOver }) => isOver)).toEqual([true, false]);
    expect(analysis.read("structure", undefined)).toMatchObject({ isFailed: false, isFresh: true });
  });

  it("[P34] is answered in parts when it takes long, and others are answered in between", () => {
    function* long(): Generator<number, number, void> {
      yield 1;
      return 2;
    }
    const posted: FromWorker[] = [];
    const queue: (() => void)[] = [];
    const hear = createAnswering({
      kinds: { ...KINDS, whatIf: long },
      post: (message) => posted.push(message),
      later: (act) => queue.push(act),
    });
    hear({ type: "ask", id: 1, kind: "whatIf", params: {} });
    hear({ type: "ask", id: 2, kind: "structure", params: undefined });
    hear({ type: "ask", id: 3, kind: "structure", params: undefined });
    hear({ type: "drop", id: 3 });
    while (queue.length > 0) queue.shift()?.();
    expect(posted.map((message) => [message.id, message.type === "answer" && message.isWhole])).toEqual([
      [1, false],
      [2, true],
      [1, true],
    ]);
  });

  it("[P83] is told with the budget that it is the answer to, while the one to another is awaited", () => {
    const { analysis, turn } = open();
    const askingOf = (amount: number) => ({ facts: [[a, { cost: 5 }]], budget: { amount, unit: "hour" } }) as const;
    const budgetOf = (amount: number) => analysis.read("choice", askingOf(amount)).answer?.budget;
    for (const amount of [20, 90]) analysis.ask("choice", askingOf(amount), () => {});
    // the map and both questions go to the worker, and the first is answered
    turn(5);
    expect([20, 90].map(budgetOf)).toEqual([{ amount: 20, unit: "hour" }, undefined]);
    turn();
    expect(budgetOf(90)).toEqual({ amount: 90, unit: "hour" });
  });

  it("[P34] is let go of once nobody asks, and the worker with the board", () => {
    const { analysis, sent, workers, turn } = open();
    const drop = analysis.ask("structure", undefined, () => {});
    turn();
    drop();
    expect(sent.at(-1)?.type).toBe("drop");
    analysis.close();
    expect(workers[0]?.isOver).toBe(true);
  });
});

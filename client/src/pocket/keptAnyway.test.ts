import { newBallotId, newBoardId, newCardId, newPersonId, type BallotId } from "@palabre/shared/terms";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keptAnyway } from "./keptAnyway.ts";
import { isSame, openQueue, type Waiting, type WaitingStore } from "./waiting.ts";

const [board, person, ballot, card] = [newBoardId(), newPersonId(), newBallotId(), newCardId()];
const paper = (at: number, of: BallotId = ballot): Waiting & { readonly type: "paper" } => ({
  type: "paper",
  id: `paper/${of}`,
  board,
  person,
  at,
  state: "waiting",
  ballot: of,
  paper: { method: "dots", dots: { [card]: at } },
});
const dotsIn = (waiting: Waiting): unknown =>
  waiting.type === "paper" && waiting.paper.method === "dots" ? waiting.paper.dots[card] : undefined;

/** A device that refuses while it is told to. */
function device() {
  const kept = new Map<string, Waiting>();
  let refuses: (what: "put" | "replace") => boolean = () => false;
  const act = async (what: "put" | "replace", change: () => void): Promise<void> => {
    if (refuses(what)) throw new DOMException("the disk is full", "QuotaExceededError");
    change();
  };
  const store: WaitingStore = {
    isLasting: true,
    all: async () => structuredClone([...kept.values()]),
    put: (waiting) => act("put", () => void kept.set(waiting.id, structuredClone(waiting))),
    replace: (was, by) =>
      act("replace", () => {
        if (!isSame(kept.get(was.id), was)) return;
        if (by) kept.set(was.id, structuredClone(by));
        else kept.delete(was.id);
      }),
    inTurn: (run) => run(),
  };
  return { store, refuse: (when: typeof refuses) => void (refuses = when) };
}

describe("what a phone's storage does not take", () => {
  it("[K30] is shown and sent all the same, and not called lasting until it is sent", async () => {
    const { store, refuse } = device();
    const sent: unknown[] = [];
    let isThere = false;
    const send = async (waiting: Waiting): Promise<void> => {
      if (!isThere) throw new Error("no network");
      sent.push(dotsIn(waiting));
    };
    const queue = await openQueue(keptAnyway(store), send, () => true);
    expect(queue.isLasting).toBe(true);
    refuse(() => true);
    await queue.put(paper(1));
    expect([queue.items(), queue.isLasting]).toEqual([[paper(1)], false]);
    expect(await queue.flush()).toBe(false);
    isThere = true;
    expect(await queue.flush()).toBe(true);
    expect([sent, queue.items(), queue.isLasting]).toEqual([[1], [], true]);
  });

  it("[K30] is not overtaken, on this page or the next, by what the device took before", async () => {
    const { store, refuse } = device();
    const sent: unknown[] = [];
    const open = () =>
      openQueue(
        keptAnyway(store),
        async (waiting) => void sent.push(dotsIn(waiting)),
        () => true,
      );
    const queue = await open();
    await queue.put(paper(1));
    refuse((what) => what === "put");
    await queue.put(paper(2));
    expect(await queue.flush()).toBe(true);
    expect(await (await open()).flush()).toBe(true);
    expect(sent).toEqual([2]);
  });

  it("[K30] gives way to what another page put later", async () => {
    const { store, refuse } = device();
    const [one, other] = [keptAnyway(store), keptAnyway(store)];
    refuse(() => true);
    await one.put(paper(1));
    refuse(() => false);
    await other.put(paper(2));
    expect([await one.all(), one.isLasting]).toEqual([[paper(2)], true]);
  });

  it("[K30] comes once, the latest of each, whenever the device refuses and whatever it does not let go of", async () => {
    const ballots = [newBallotId(), newBallotId()];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.nat(1), fc.constant("flush" as const)), { maxLength: 20 }),
        fc.infiniteStream(fc.boolean()),
        async (acts, fates) => {
          const { store, refuse } = device();
          refuse(() => fates.next().value);
          const sent: Waiting[] = [];
          const put = new Map<string, Waiting>();
          const queue = await openQueue(
            keptAnyway(store),
            async (waiting) => void sent.push(waiting),
            () => true,
          );
          for (const [at, act] of acts.entries()) {
            if (act === "flush") await queue.flush();
            else {
              const waiting = paper(at, ballots[act]);
              put.set(waiting.id, waiting);
              await queue.put(waiting);
            }
          }
          expect(await queue.flush()).toBe(true);
          for (const [id, waiting] of put) expect(sent.findLast((each) => each.id === id)).toEqual(waiting);
          expect(new Set(sent.map((each) => JSON.stringify(each))).size).toBe(sent.length);
          expect([queue.items(), queue.isLasting]).toEqual([[], true]);
        },
      ),
    );
  });
});

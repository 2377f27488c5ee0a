import { AppError } from "@palabre/shared/errors";
import { newBoardId, newCardId, newPersonId } from "@palabre/shared/terms";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openQueue, type Waiting, type WaitingStore } from "./waiting.ts";

const [board, person] = [newBoardId(), newPersonId()];
const idea = (at: number, text = `idea ${at}`): Waiting => {
  const key = newCardId();
  return { type: "idea", id: key, board, person, at, state: "waiting", idea: { key, kind: "note", text } };
};
const device = (): WaitingStore => {
  const kept = new Map<string, Waiting>();
  return {
    isLasting: true,
    all: async () => [...kept.values()],
    put: async (waiting) => void kept.set(waiting.id, waiting),
    remove: async (id) => void kept.delete(id),
  };
};

describe("what waits on a phone", () => {
  it("[K10] arrives once and in order, whatever is lost on the way, there or back, and whenever the page ends", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("write", "flush", "reload"), { maxLength: 30 }),
        fc.infiniteStream(fc.constantFrom("ok", "ok", "lost", "answer lost", "too much")),
        async (acts, fates) => {
          const store = device();
          const arrived: string[] = [];
          const sent: string[] = [];
          const send = async (waiting: Waiting): Promise<void> => {
            const fate = fates.next().value;
            if (fate === "lost") throw new AppError("unreachable", "lost");
            if (fate === "too much") throw new AppError("too-many", "later");
            // the server knows a key that it has seen
            if (!arrived.includes(waiting.id)) arrived.push(waiting.id);
            if (fate === "answer lost") throw new AppError("unreachable", "the answer was lost");
          };
          const open = () => openQueue(store, send, () => true);
          let queue = await open();
          for (const [n, act] of acts.entries()) {
            if (act === "reload") queue = await open();
            if (act === "flush") await queue.flush();
            if (act !== "write") continue;
            const waiting = idea(n);
            sent.push(waiting.id);
            await queue.put(waiting);
          }
          while (!(await queue.flush())) if (queue.items().length > 40) throw new Error("it never ends");
          expect(arrived).toEqual(sent);
          expect(await store.all()).toEqual([]);
        },
      ),
    );
  });

  it("[K10] that is refused stays for its person to decide, and holds up nothing", async () => {
    const codes: Record<string, "conflict" | "forbidden"> = { late: "conflict", refused: "forbidden" };
    const arrived: string[] = [];
    const queue = await openQueue(
      device(),
      async (waiting) => {
        if (waiting.type !== "idea") return;
        const code = codes[waiting.idea.text];
        if (code) throw new AppError(code, "no");
        arrived.push(waiting.idea.text);
      },
      () => true,
    );
    for (const [at, text] of ["late", "fine", "refused", "fine too"].entries()) await queue.put(idea(at, text));
    expect(await queue.flush()).toBe(true);
    expect(arrived).toEqual(["fine", "fine too"]);
    expect(queue.items().map(({ state }) => state)).toEqual(["late", "refused"]);
  });

  it("[K10] and is changed while it is sent is sent again as it is now", async () => {
    const seen: (string | null)[] = [];
    const card = newCardId();
    const reaction = (value: string, at: number): Waiting => ({
      type: "reaction",
      id: `reaction/${card}`,
      board,
      person,
      at,
      state: "waiting",
      card,
      reaction: value,
    });
    let change: () => Promise<void> = async () => {};
    const queue = await openQueue(
      device(),
      async (waiting) => {
        if (waiting.type === "reaction") seen.push(waiting.reaction);
        await change();
      },
      () => true,
    );
    await queue.put(reaction("a", 1));
    change = async () => {
      change = async () => {};
      await queue.put(reaction("b", 2));
    };
    expect(await queue.flush()).toBe(true);
    expect(seen).toEqual(["a", "b"]);
    expect(queue.items()).toEqual([]);
  });
});

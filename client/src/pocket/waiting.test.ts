import { AppError } from "@palabre/shared/errors";
import { newBoardId, newCardId, newPersonId, type CardId } from "@palabre/shared/terms";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSame, openQueue, type Waiting, type WaitingStore } from "./waiting.ts";

const [board, person] = [newBoardId(), newPersonId()];
const idea = (at: number, text = `idea ${at}`): Waiting => {
  const key = newCardId();
  return { type: "idea", id: key, board, person, at, state: "waiting", idea: { key, kind: "note", text } };
};
const reaction = (card: CardId, value: string, at: number): Waiting => ({
  type: "reaction",
  id: `reaction/${card}`,
  board,
  person,
  at,
  state: "waiting",
  card,
  reaction: value,
});
/** Gives copies, as a database does. */
const device = (): WaitingStore => {
  const kept = new Map<string, Waiting>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    isLasting: true,
    all: async () => structuredClone([...kept.values()]),
    put: async (waiting) => void kept.set(waiting.id, structuredClone(waiting)),
    replace: async (was, by) => {
      if (!isSame(kept.get(was.id), was)) return;
      if (by) kept.set(was.id, structuredClone(by));
      else kept.delete(was.id);
    },
    inTurn: (act) => {
      const turn = last.then(act);
      last = turn.catch(() => undefined);
      return turn;
    },
  };
};
const gate = () => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
};

describe("what waits on a phone", () => {
  it("[K10, K21] arrives once and in order, whatever is lost on the way, there or back, whenever a page ends, from one page or two", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom("write", "flush", "reload"), fc.nat(1)), { maxLength: 30 }),
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
          const pages = [await open(), await open()];
          for (const [n, [act, page]] of acts.entries()) {
            if (act === "reload") pages[page] = await open();
            if (act === "flush") await pages[page]!.flush();
            if (act !== "write") continue;
            const waiting = idea(n);
            sent.push(waiting.id);
            await pages[page]!.put(waiting);
          }
          const all = () => Promise.all(pages.map((page) => page.flush()));
          while (!(await all()).every(Boolean)) if (pages[0]!.items().length > 40) throw new Error("it never ends");
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
    let change: () => Promise<void> = async () => {};
    const queue = await openQueue(
      device(),
      async (waiting) => {
        if (waiting.type === "reaction") seen.push(waiting.reaction);
        await change();
      },
      () => true,
    );
    await queue.put(reaction(card, "a", 1));
    change = async () => {
      change = async () => {};
      await queue.put(reaction(card, "b", 2));
    };
    expect(await queue.flush()).toBe(true);
    expect(seen).toEqual(["a", "b"]);
    expect(queue.items()).toEqual([]);
  });

  it.each([0, 1])("[K21] on two pages is sent as it is now, whichever of them sends first (page %i)", async (first) => {
    const card = newCardId();
    const seen: (string | null)[] = [];
    const send = async (waiting: Waiting): Promise<void> => {
      if (waiting.type === "reaction") seen.push(waiting.reaction);
    };
    const store = device();
    await store.put(reaction(card, "as it was", 1));
    const pages = [await openQueue(store, send, () => true), await openQueue(store, send, () => true)];
    await pages[0]!.put(reaction(card, "as it is", 2));
    await pages[first]!.flush();
    await pages[1 - first]!.flush();
    expect(seen).toEqual(["as it is"]);
    expect(pages.map((page) => page.items())).toEqual([[], []]);
    expect(await store.all()).toEqual([]);
  });

  it("[K21] and is changed on another page while it is sent stays, and is sent as it is now, after it", async () => {
    const card = newCardId();
    const seen: (string | null)[] = [];
    const [isSent, arrives] = [gate(), gate()];
    const slow = async (waiting: Waiting): Promise<void> => {
      isSent.open();
      await arrives.opened;
      await quick(waiting);
    };
    const quick = async (waiting: Waiting): Promise<void> => {
      if (waiting.type === "reaction") seen.push(waiting.reaction);
    };
    const store = device();
    const one = await openQueue(store, slow, () => true);
    const other = await openQueue(store, quick, () => true);
    await one.put(reaction(card, "as it was", 1));
    const flushed = one.flush();
    await isSent.opened;
    await other.put(reaction(card, "as it is", 2));
    const both = Promise.all([flushed, other.flush()]);
    // by then all has happened that does not wait for what is under way
    await new Promise((resolve) => setImmediate(resolve));
    arrives.open();
    expect(await both).toEqual([true, true]);
    expect(seen).toEqual(["as it was", "as it is"]);
    expect(await store.all()).toEqual([]);
  });

  it("[K21] and is changed on a page that closes while the one before is sent is not lost", async () => {
    const card = newCardId();
    const seen: (string | null)[] = [];
    const store = device();
    let meanwhile: () => Promise<void> = () => store.put(reaction(card, "as it is", 2));
    const queue = await openQueue(
      store,
      async (waiting) => {
        if (waiting.type === "reaction") seen.push(waiting.reaction);
        await meanwhile();
        meanwhile = async () => {};
      },
      () => true,
    );
    await queue.put(reaction(card, "as it was", 1));
    expect(await queue.flush()).toBe(true);
    expect(seen).toEqual(["as it was", "as it is"]);
    expect(await store.all()).toEqual([]);
  });

  it("[K21] and was refused is deleted on one page without what took its place on another", async () => {
    const card = newCardId();
    const store = device();
    const refused: Waiting = { ...reaction(card, "as it was", 1), state: "refused" };
    await store.put(refused);
    const one = await openQueue(
      store,
      async () => {},
      () => true,
    );
    await store.put(reaction(card, "as it is", 2));
    await one.drop(refused);
    expect(await store.all()).toEqual([reaction(card, "as it is", 2)]);
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { walkBack } from "./walk.ts";

interface Item {
  readonly id: string;
  readonly order: number;
}

/** A list that grows and loses items while it is read, by pages that go by the last item seen, as hosts do. */
function createList() {
  let items: Item[] = [];
  let last = 0;
  return {
    add: (count: number): void => {
      for (let index = 0; index < count; index += 1) {
        last += 1;
        items = [{ id: String(last), order: last }, ...items];
      }
    },
    remove: (index: number): string | undefined => items.splice(index, 1)[0]?.id,
    all: () => items.map(({ id }) => id),
    ask: (size: number) => async (page: string | undefined) => {
      const older = items.filter(({ order }) => order < Number(page ?? Infinity));
      const found = older.slice(0, size);
      return { items: found, next: found.length < older.length ? found.at(-1)?.id : undefined, waitMs: 0 };
    },
  };
}

test("[L102] reading back to what is known leaves nothing out and asks for no more, however much is said and deleted between", async () => {
  const step = fc.record({ say: fc.nat(40), remove: fc.array(fc.nat(60), { maxLength: 3 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 12 }),
      async (steps, size) => {
        const list = createList();
        const heard = new Set<string>();
        const gone = new Set<string>();
        const pages = { look: 2, first: 1_000 };
        let cursor: string | undefined;
        const look = async (): Promise<boolean> => {
          const walked = await walkBack<Item>(cursor, { ask: list.ask(size), placeOf: (item) => item, pages });
          ({ cursor } = walked);
          for (const { id } of walked.items) heard.add(id);
          return walked.isUnfinished;
        };
        for (const { say, remove } of steps) {
          list.add(say);
          for (const index of remove) {
            const id = list.remove(index);
            if (id !== undefined) gone.add(id);
          }
          await look();
        }
        // the walk that is under way, and one more from the top
        for (const _ of [1, 2]) for (let looks = 0; looks < 1_000 && (await look()); looks += 1);
        expect(list.all().filter((id) => !heard.has(id))).toEqual([]);
        expect([...heard].every((id) => list.all().includes(id) || gone.has(id))).toBe(true);
      },
    ),
  );
});

test("[L102] a list that is met first is read back so far and no further, and a pause ends a look", async () => {
  const list = createList();
  list.add(100);
  const pages = { look: 2, first: 3 };
  let asked = 0;
  const ask = (page: string | undefined) => {
    asked += 1;
    return list.ask(10)(page);
  };
  const first = await walkBack<Item>(undefined, { ask, placeOf: (item) => item, pages });
  const second = await walkBack<Item>(first.cursor, { ask, placeOf: (item) => item, pages });
  expect([first.items.length, first.isUnfinished, second.items.length, second.isUnfinished, asked]).toEqual([
    20,
    true,
    10,
    false,
    3,
  ]);
  const third = await walkBack<Item>(second.cursor, { ask, placeOf: (item) => item, pages });
  expect([third.items, asked]).toEqual([[], 4]);
  list.add(5);
  const busy = async (page: string | undefined) => ({ ...(await list.ask(2)(page)), waitMs: 60_000 });
  const fourth = await walkBack<Item>(third.cursor, { ask: busy, placeOf: (item) => item, pages });
  expect([fourth.items.map(({ id }) => id), fourth.isUnfinished, fourth.waitMs]).toEqual([
    ["105", "104"],
    true,
    60_000,
  ]);
  const fifth = await walkBack<Item>(fourth.cursor, { ask: list.ask(2), placeOf: (item) => item, pages });
  expect(fifth.items.map(({ id }) => id)).toEqual(["103", "102", "101"]);
});

import {
  createStateDoc,
  readBallots,
  readBoard,
  readRules,
  readWorkshop,
  createBoardDoc,
} from "@palabre/shared/documents";
import { newBoardId, newPersonId, type PersonId } from "@palabre/shared/terms";
import { expect, it, onTestFinished, vi } from "vitest";
import { createLog } from "../log.ts";
import { AGAIN_MS } from "../rooms/index.ts";
import { createStreams } from "./streams.ts";
import { readCommon } from "./view.ts";

const COALESCE_MS = 250;

/** Streams of a board that nobody has written on, whose drafts are read as the test says. */
function streamsOf(mine: (person: PersonId) => Promise<undefined>) {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance"] });
  onTestFinished(() => void vi.useRealTimers());
  const board = newBoardId();
  const state = createStateDoc();
  /** whose views were made, each time */
  const looked: PersonId[] = [];
  let cardsWritten = 0;
  const read = readCommon({
    workshop: readWorkshop(state),
    rules: readRules(state),
    ballots: readBallots(state),
    board: readBoard(createBoardDoc()),
  });
  const common = {
    ...read,
    ideas: Object.assign(new Map(read.ideas), { get: (person: PersonId) => void looked.push(person) }),
    cards: Object.assign([...read.cards], {
      toJSON: () => {
        cardsWritten += 1;
        return [];
      },
    }),
  };
  const lines: string[] = [];
  let changed = () => {};
  const streams = createStreams({
    rooms: {
      attend: () => () => {},
      showPhone: () => () => {},
      onDrafted: () => () => {},
      onDisconnect: () => () => {},
    },
    watches: {
      take: async (_, listener = () => {}) => {
        changed = listener;
        return { common: () => common, step: () => common.seen, snapshot: () => common.seen.board, release: () => {} };
      },
      close: () => {},
    },
    drafts: { mine: ({ person }) => mine(person) },
    log: createLog("debug", { write: (line) => void lines.push(line) }),
    now: () => 1,
    coalesceMs: COALESCE_MS,
  });
  const follow = async (person: PersonId, name: string) => {
    const events: string[] = [];
    let isFull = false;
    let tellRoom = () => {};
    const stream = {
      send: ({ event }: { readonly event: string }) => !isFull && events.push(event) > 0,
      onRoom: (then: () => void) => (tellRoom = then),
      end: () => {},
    };
    const gone = await streams.open(
      { board, person, name, role: "participant", colour: 1, device: "d" },
      "a",
      stream,
      undefined,
    );
    const fill = () => (isFull = true);
    const drain = () => {
      isFull = false;
      tellRoom();
    };
    return { events, gone, fill, drain };
  };
  return {
    streams,
    lines,
    looked,
    cardsWritten: () => cardsWritten,
    follow,
    change: () => changed(),
    pass: (ms: number) => vi.advanceTimersByTimeAsync(ms),
  };
}

it("[K42] a draft that can't be read is tried again after a pause, not with each change, and its phone then told", async () => {
  const [ada, ben] = [newPersonId(), newPersonId()];
  let [isFailing, tries] = [true, 0];
  const { streams, lines, follow, change, pass } = streamsOf(async (person) => {
    if (person !== ada) return undefined;
    tries += 1;
    if (isFailing) throw new Error("the disk is gone");
    return undefined;
  });
  const [first, second] = [await follow(ada, "Ada"), await follow(ben, "Ben")];
  await pass(COALESCE_MS);
  expect([first.events, second.events, tries, lines.length]).toEqual([[], ["view"], 1, 1]);
  for (let n = 0; n < 4; n += 1) {
    change();
    await pass(COALESCE_MS);
  }
  expect([tries, lines.length]).toEqual([1, 1]);
  await pass(AGAIN_MS);
  expect([tries, lines.length]).toEqual([2, 2]);
  expect(lines.join()).not.toContain("Ada");
  isFailing = false;
  await pass(AGAIN_MS + COALESCE_MS);
  expect([first.events, second.events, tries, lines.length]).toEqual([["view"], ["view"], 3, 2]);
  first.gone();
  second.gone();
  streams.close();
  expect(vi.getTimerCount()).toBe(0);
});

it("[K42] nothing is tried again for phones that are gone", async () => {
  const { streams, follow, pass } = streamsOf(() => Promise.reject(new Error("the disk is gone")));
  const { gone } = await follow(newPersonId(), "Ada");
  await pass(COALESCE_MS);
  gone();
  streams.close();
  expect(vi.getTimerCount()).toBe(0);
});

it("[K50] a phone that reads nothing is told again once it reads, and no view is made until then, its own or another's", async () => {
  const { streams, looked, follow, change, pass } = streamsOf(async () => undefined);
  const [ada, ben] = [newPersonId(), newPersonId()];
  const [stuck, other] = [await follow(ada, "Ada"), await follow(ben, "Ben")];
  stuck.fill();
  await pass(COALESCE_MS);
  expect([stuck.events, other.events, looked]).toEqual([[], ["view"], [ada, ben]]);
  await pass(8 * COALESCE_MS);
  expect(looked).toEqual([ada, ben]);
  change();
  await pass(8 * COALESCE_MS);
  expect(looked).toEqual([ada, ben, ben]);
  stuck.drain();
  await pass(8 * COALESCE_MS);
  expect([stuck.events, other.events, looked]).toEqual([["view"], ["view"], [ada, ben, ben, ada]]);
  streams.close();
});

it("[K50] what all phones are told alike is written once, however many they are, and whoever comes", async () => {
  const { streams, cardsWritten, looked, follow, pass } = streamsOf(async () => undefined);
  for (let n = 0; n < 5; n += 1) await follow(newPersonId(), "Ada");
  await pass(COALESCE_MS);
  expect([looked.length, cardsWritten()]).toEqual([5, 1]);
  const late = await follow(newPersonId(), "Ben");
  await pass(COALESCE_MS);
  expect([late.events, looked.length, cardsWritten()]).toEqual([["view"], 6, 1]);
  streams.close();
});

it("[K50] while many phones are told, others have their turn", async () => {
  const { streams, looked, follow, pass } = streamsOf(async () => undefined);
  const clock = vi.spyOn(performance, "now");
  onTestFinished(() => clock.mockRestore());
  let ms = 0;
  clock.mockImplementation(() => (ms += 20));
  for (let n = 0; n < 20; n += 1) await follow(newPersonId(), "Ada");
  const toldAt: number[] = [];
  const look = () => {
    if (toldAt.at(-1) !== looked.length) toldAt.push(looked.length);
    if (looked.length < 20) setImmediate(look);
  };
  look();
  await pass(COALESCE_MS);
  await vi.waitUntil(() => toldAt.at(-1) === 20);
  expect(toldAt.length).toBeGreaterThan(10);
  streams.close();
});

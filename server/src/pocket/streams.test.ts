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
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  const board = newBoardId();
  const state = createStateDoc();
  const common = readCommon({
    workshop: readWorkshop(state),
    rules: readRules(state),
    ballots: readBallots(state),
    board: readBoard(createBoardDoc()),
  });
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
    const stream = { send: ({ event }: { readonly event: string }) => events.push(event) > 0, end: () => {} };
    const gone = await streams.open(
      { board, person, name, role: "participant", colour: 1, device: "d" },
      stream,
      undefined,
    );
    return { events, gone };
  };
  return { streams, lines, follow, change: () => changed(), pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
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

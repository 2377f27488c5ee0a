import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPostStore, type PostReading, type PostStore } from "@palabre/server/stores";
import { parseQuery } from "@palabre/shared/listening";
import {
  FEELINGS,
  HEARD_KINDS,
  newBoardId,
  newThemeId,
  type BoardId,
  type Heard,
  type Post,
} from "@palabre/shared/terms";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { postOf, sourceRecord } from "./records.ts";

const IDS = ["a", "b", "c", "Z", "é", "cut \uD83D", "no\0thing"];
/** Those that a post is asked for by: as it was kept, or as none is. */
const ASKED = IDS.map((id) => id.replace("\uD83D", "\uFFFD"));
const THEMES = [newThemeId(), newThemeId()];
const TEXTS = ["Un vélo le soir", "le vélo, le soir", "Rien", "", "velos \0", `${"le ".repeat(300)}vélo`];
const URLS = ["", "https://example.org/1", "https://example.org/1", `https://example.org/${"1".repeat(500)}`];
const QUERIES = ["velo", "le vélo", "vélo*", "soir SAUF rien", "SAUF soir", "rien OU SAUF le", '"le soir" ET vel*'];

const id = fc.constantFrom(...IDS);
const asked = fc.constantFrom(...ASKED);
const place = fc.nat(1);
const theme = fc.constantFrom(undefined, ...THEMES);
const count = fc.nat(2);
const engagement = fc.option(fc.record({ react: count, comment: count, share: count, contribute: count }), {
  nil: undefined,
});
const written = fc.array(
  fc.record({ id, place, text: fc.constantFrom(...TEXTS), url: fc.constantFrom(...URLS), at: fc.nat(3), engagement }),
  {
    maxLength: 5,
  },
);
const heard = fc.record({
  kind: fc.constantFrom(...HEARD_KINDS),
  feeling: fc.constantFrom(...FEELINGS),
  language: fc.constantFrom("fr", ""),
});
const reading = fc.record({
  id: asked,
  heard,
  text: fc.constantFrom(undefined, ...TEXTS),
  copyOf: fc.option(asked, { nil: undefined }),
});
const call = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("add" as const), written }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("update" as const), written }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("hear" as const), readings: fc.array(reading) }) },
  fc.record({ do: fc.constant("theme" as const), themes: fc.array(fc.tuple(asked, theme)) }),
  fc.record({ do: fc.constant("label" as const), id: asked, isExpectation: fc.boolean() }),
  fc.record({ do: fc.constant("delete" as const), place, ids: fc.array(asked) }),
  fc.record({ do: fc.constant("forget" as const), place }),
  fc.record({
    do: fc.constant("recount" as const),
    posts: fc.array(fc.record({ id: asked, at: fc.constantFrom(undefined, 1, 2, 3) })),
  }),
);
type Call = typeof call extends fc.Arbitrary<infer Kind> ? Kind : never;

/** What every implementation of `PostStore` says of a board, whatever was called before: the same as the one in memory. */
export function postModelContract(name: string, open: (dataDir: string) => Promise<PostStore>): void {
  describe(name, () => {
    let folder: string;
    let store: PostStore;
    let memory: PostStore;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), "palabre-posts-"));
      store = await open(join(folder, "data"));
      memory = await openPostStore(undefined);
    });
    afterEach(async () => {
      await store.close();
      await memory.close();
      await rm(folder, { recursive: true });
    });

    test("[S60] after whatever was called, each answer is the one that a store in memory gives", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 12 }), async (calls) => {
          const board = newBoardId();
          const sources = [sourceRecord(board), sourceRecord(board)];
          const answersOf = async (of: PostStore): Promise<unknown> => {
            for (const source of sources) await of.addSource(source);
            const answers: unknown[] = [];
            for (const [index, one] of calls.entries()) answers.push(await answer(of, { board, sources, index }, one));
            return [...answers, await allOf(of, board, sources)];
          };
          expect(await answersOf(store)).toEqual(await answersOf(memory));
        }),
        // a failure is told, with its seed, before the test is out of time
        { numRuns: 40, interruptAfterTimeLimit: 30_000 },
      );
    });
  });
}

interface Place {
  readonly board: BoardId;
  readonly sources: readonly ReturnType<typeof sourceRecord>[];
  /** of the call: each is later than the one before */
  readonly index: number;
}

async function answer(store: PostStore, { board, sources, index }: Place, one: Call): Promise<unknown> {
  const sourceAt = (at: number) => sources[at] ?? sourceRecord(board);
  const toPosts = (
    all: readonly { place: number; id: string; text: string; url: string; at: number }[],
  ): readonly Post[] => all.map(({ place: at, ...post }) => ({ ...postOf(sourceAt(at).id, post), author: "" }));
  switch (one.do) {
    case "add":
      return store.addPosts(board, toPosts(one.written));
    case "update":
      return store.updatePosts(board, toPosts(one.written), 100 + index);
    case "hear":
      return store.setHeard(
        board,
        one.readings.map((read): PostReading => ({
          ...read,
          heard: { ...(read.heard as Heard), isSure: true, chance: 0.5, evidence: [] },
        })),
      );
    case "theme":
      return store.setThemes(board, one.themes);
    case "label":
      return store.label(board, one.id, one.isExpectation);
    case "delete":
      return store.deletePosts(board, sourceAt(one.place).id, one.ids);
    case "forget":
      await store.deleteSource(board, sourceAt(one.place).id);
      return store.addSource(sourceAt(one.place));
    case "recount":
      return store.recountLater(board, one.posts);
  }
}

/** All that a store says of a board; what has no order, in one. */
async function allOf(store: PostStore, board: BoardId, sources: Place["sources"]): Promise<unknown> {
  const sorted = (all: readonly unknown[]): readonly string[] =>
    all.map((one) => JSON.stringify(toSorted(one))).toSorted();
  const filters = [
    {},
    { isMerged: true },
    { query: parseQuery("vélo"), isMerged: true },
    { source: sources[0]?.id },
    { theme: THEMES[0], from: 0, to: 3 },
    { kinds: [] },
    { kinds: ["wish", "problem"] as const, language: "fr" },
    { feeling: "neutral" as const, language: "no\0thing" },
    ...QUERIES.map((query) => ({ query: parseQuery(query) })),
    { query: parseQuery("vélo"), isMerged: true, source: sources[1]?.id },
    { query: parseQuery("SAUF soir"), from: 1 },
  ];
  const found: unknown[] = [];
  for (const filter of filters) {
    const [first] = await store.match(board, filter);
    found.push(
      await store.match(board, filter),
      await store.page(board, { ...filter, limit: 3 }),
      await store.page(board, { ...filter, limit: 3, before: first?.id ?? "no\0thing" }),
      await store.tally(board, filter),
      sorted(await store.hours(board, filter)),
    );
  }
  for (const post of ASKED) found.push(await store.countsOf(board, post));
  for (const source of sources) found.push(await store.dueRecounts(board, source.id, 2, 9));
  found.push(
    await store.sources(board),
    await store.newestAt(board),
    (await store.unreadBoards()).includes(board),
    await store.unread(board, 4),
    sorted(await store.themeCounts(board, { before: -1, from: 1, to: 2 })),
    sorted(await store.themeHours(board, 0, 1)),
    await store.labels(board),
  );
  return found;
}
const toSorted = (one: unknown): unknown => Object.entries(one ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));

import type { StateChange } from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";
import { newBoardId, newSourceId, newThemeId, type BoardId, type Post } from "@palabre/shared/terms";
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { createLog } from "../log.ts";
import { openPostStore } from "../stores/index.ts";
import type { GatheredPost, ThemeAnswer, ThemeRequest } from "./themeMessages.ts";
import { openThemes } from "./themes.ts";

const BOARD = newBoardId();
const SOURCE = newSourceId();
const THEME = newThemeId();
const postOf = (id: string): Post => ({ id, source: SOURCE, text: id, at: 0, url: "", author: "", language: "fr" });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Longer than any pause, that after a failure included. */
const pass = () => vi.advanceTimersByTimeAsync(20_000);

/** A board of which all posts speak of one theme, which is found; `searched` are the boards of which themes were looked for since. */
async function openScene() {
  const store = await openPostStore(undefined);
  const addSource = (board: BoardId): Promise<void> =>
    store.addSource({
      board,
      id: SOURCE,
      kind: "csv",
      name: "",
      state: "fresh",
      addedAt: 0,
      posts: 0,
      failures: 0,
    });
  await addSource(BOARD);
  const shown = new Map<string, unknown>();
  const searched: BoardId[] = [];
  const conductor = {
    change: async (_: BoardId, __: unknown, changes: readonly StateChange[]): Promise<number> => {
      for (const { key, value } of changes) {
        if (value === undefined) shown.delete(key);
        else shown.set(key, value);
      }
      return changes.length;
    },
  };
  let gathered: readonly GatheredPost[] = [];
  const changesOf = (posts: readonly GatheredPost[]) => posts.map(({ id }) => [id, THEME] as const);
  const answerTo = (request: ThemeRequest): ThemeAnswer => {
    if (request.type === "join") return { isKnown: gathered.length > 0, changes: changesOf(request.posts) };
    if (request.type === "gather") {
      gathered = [...(request.isFirst ? [] : gathered), ...request.posts];
      return { isKnown: true, changes: [] };
    }
    searched.push(request.board);
    const themes = [{ id: THEME, name: "Vélo", keyphrases: [], query: "vélo" }];
    return { isKnown: true, changes: changesOf(gathered), themes };
  };
  const open = () =>
    openThemes({
      store,
      conductor,
      listening: { sources: async () => [] },
      log: createLog("silent"),
      now: Date.now,
      thread: { starts: 1, ask: async (request) => answerTo(request), close: async () => {} },
    });
  const themes = open();
  onTestFinished(() => themes.close());
  const hearOf = async (board: BoardId, ...ids: readonly string[]): Promise<void> => {
    const posts = await store.addPosts(board, ids.map(postOf));
    const heard = {
      kind: "wish",
      isSure: true,
      chance: 0.5,
      feeling: "neutral",
      language: "fr",
      evidence: [],
    } as const;
    await store.setHeard(
      board,
      posts.map(({ id }) => ({ id, heard })),
    );
    themes.hear(
      board,
      posts.map((post) => ({ ...post, heard })),
    );
    themes.rest(board);
  };
  const hear = (...ids: readonly string[]): Promise<void> => hearOf(BOARD, ...ids);
  const speakingOf = async (): Promise<number> => (await store.page(BOARD, { theme: THEME, limit: 0 })).total;
  await hear(...Array.from({ length: 12 }, (_, index) => String(index)));
  await pass();
  expect([...shown.keys()]).toEqual([THEME]);
  searched.length = 0;
  return { store, conductor, open, themes, shown, searched, addSource, hear, hearOf, speakingOf };
}

it("[L185] a post whose theme could not be kept gets it a little later", async () => {
  const { store, hear, speakingOf } = await openScene();
  const fails = vi.spyOn(store, "setThemes").mockRejectedValueOnce(new Error("the disk is full"));
  await hear("late");
  await pass();
  expect(fails).toHaveBeenCalled();
  expect(await speakingOf()).toBe(13);
});

it("[L192] what was due when the server stopped is looked for once it starts, or comes to the board, and then no more", async () => {
  const { store, themes, open, shown, searched, hear } = await openScene();
  const start = (): ReturnType<typeof open> => {
    const started = open();
    onTestFinished(() => started.close());
    return started;
  };
  await hear("late");
  await themes.close();
  await pass();
  expect(searched).toEqual([]);
  shown.clear();
  const second = start();
  await pass();
  expect(searched).toEqual([BOARD]);
  expect(shown.get(THEME)).toMatchObject({ posts: 13 });
  await second.close();
  const third = start();
  await pass();
  expect(searched).toEqual([BOARD]);
  await store.setFact(BOARD, "themesDue", true);
  third.lookAgain();
  await pass();
  expect(searched).toEqual([BOARD, BOARD]);
});

it("[L185] a theme that is no more goes from the screens, though the first try to say so failed", async () => {
  const { store, conductor, themes, shown } = await openScene();
  const fails = vi.spyOn(conductor, "change").mockRejectedValueOnce(new Error("the disk is full"));
  await store.deleteSource(BOARD, SOURCE);
  themes.lose(BOARD);
  await pass();
  expect(fails).toHaveBeenCalled();
  expect([...shown.keys()]).toEqual([]);
});

it("[L185] a board whose themes can't be written holds up no other’s, and they are not looked for again and again", async () => {
  const { conductor, shown, searched, themes, addSource, hear, hearOf } = await openScene();
  const { change } = conductor;
  const damaged = newBoardId();
  const told: BoardId[] = [];
  conductor.change = async (board, document, changes) => {
    told.push(board);
    if (board === damaged) throw new AppError("damaged-document", "the workshop is damaged on disk");
    return change(board, document, changes);
  };
  shown.clear();
  await addSource(damaged);
  await hearOf(damaged, ...Array.from({ length: 12 }, (_, index) => `d${index}`));
  await hear("late");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(told).toEqual([damaged, BOARD]);
  expect([...shown.keys()]).toEqual([THEME]);
  await pass();
  await pass();
  expect(told).toEqual([damaged, BOARD]);
  expect(searched).toEqual([damaged]);
  // the next news asks again, and finds what is known still
  themes.rest(damaged);
  await pass();
  expect(told).toEqual([damaged, BOARD, damaged]);
  expect(searched).toEqual([damaged]);
});

it("[L185] themes that were found and could not be told are told a little later as they were found", async () => {
  const { conductor, themes, shown, searched } = await openScene();
  shown.clear();
  const fails = vi.spyOn(conductor, "change").mockRejectedValueOnce(new Error("the disk is full"));
  themes.lose(BOARD);
  await pass();
  expect(fails).toHaveBeenCalledTimes(2);
  expect([...shown.keys()]).toEqual([THEME]);
  expect(searched).toEqual([BOARD]);
});

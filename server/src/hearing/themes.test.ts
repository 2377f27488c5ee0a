import type { StateChange } from "@palabre/shared/documents";
import { newBoardId, newSourceId, newThemeId, type Post } from "@palabre/shared/terms";
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

/** A board of which all posts speak of one theme, which is found. */
async function openScene() {
  const store = await openPostStore(undefined);
  await store.addSource({
    board: BOARD,
    id: SOURCE,
    kind: "csv",
    name: "",
    state: "fresh",
    addedAt: 0,
    posts: 0,
    failures: 0,
  });
  const shown = new Map<string, unknown>();
  const conductor = {
    change: async (_: unknown, __: unknown, changes: readonly StateChange[]): Promise<number> => {
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
    const themes = [{ id: THEME, name: "Vélo", keyphrases: [], query: "vélo" }];
    return { isKnown: true, changes: changesOf(gathered), themes };
  };
  const themes = openThemes({
    store,
    conductor,
    listening: { sources: async () => [] },
    log: createLog("silent"),
    now: Date.now,
    thread: { starts: 1, ask: async (request) => answerTo(request), close: async () => {} },
  });
  onTestFinished(() => themes.close());
  const hear = async (...ids: readonly string[]): Promise<void> => {
    const posts = await store.addPosts(BOARD, ids.map(postOf));
    const heard = {
      kind: "wish",
      isSure: true,
      chance: 0.5,
      feeling: "neutral",
      language: "fr",
      evidence: [],
    } as const;
    await store.setHeard(
      BOARD,
      posts.map(({ id }) => ({ id, heard })),
    );
    themes.hear(
      BOARD,
      posts.map((post) => ({ ...post, heard })),
    );
    themes.rest(BOARD);
  };
  const speakingOf = async (): Promise<number> => (await store.page(BOARD, { theme: THEME, limit: 0 })).total;
  await hear(...Array.from({ length: 12 }, (_, index) => String(index)));
  await pass();
  expect([...shown.keys()]).toEqual([THEME]);
  return { store, conductor, themes, shown, hear, speakingOf };
}

it("[L185] a post whose theme could not be kept gets it a little later", async () => {
  const { store, hear, speakingOf } = await openScene();
  const fails = vi.spyOn(store, "setThemes").mockRejectedValueOnce(new Error("the disk is full"));
  await hear("late");
  await pass();
  expect(fails).toHaveBeenCalled();
  expect(await speakingOf()).toBe(13);
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

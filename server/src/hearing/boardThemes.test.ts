import { newBoardId, newSourceId, newThemeId, type Source, type SourceKind } from "@palabre/shared/terms";
import { expect, it, onTestFinished } from "vitest";
import { openPostStore } from "../stores/index.ts";
import { describeThemes } from "./boardThemes.ts";

const DAY = 86_400_000;
const NOW = 1_700_000_000_000;

/** The trend that a theme tells whose posts were written so many days ago, in a source that was added so many days ago. */
async function trendOf(
  kind: SourceKind,
  addedDaysAgo: number,
  daysAgo: readonly number[],
): Promise<number | undefined> {
  const [board, id, theme] = [newBoardId(), newSourceId(), newThemeId()];
  const store = await openPostStore(undefined);
  onTestFinished(() => store.close());
  const addedAt = NOW - addedDaysAgo * DAY;
  const source: Source = { id, kind, name: "Posts", state: "fresh", addedAt, readAt: NOW, posts: 0 };
  await store.addSource({ ...source, board, failures: 0 });
  const words = { url: "", author: "", language: "fr" };
  const written = daysAgo.map((days, index) => ({ id: String(index), text: `vélo ${index}`, at: NOW - days * DAY }));
  const posts = await store.addPosts(
    board,
    written.map((post) => ({ ...words, ...post, source: id })),
  );
  const heard = { kind: "wish", isSure: true, chance: 0.5, feeling: "neutral", language: "fr", evidence: [] } as const;
  await store.setHeard(
    board,
    posts.map((post) => ({ id: post.id, heard })),
  );
  await store.setThemes(
    board,
    posts.map((post) => [post.id, theme]),
  );
  const found = [{ id: theme, name: "Vélo", keyphrases: [], query: "vélo" }];
  const [told] = await describeThemes(board, found, new Map(), { store, sources: [source], now: NOW });
  expect(told?.posts).toBe(posts.length);
  return told?.trend;
}

/** twelve of the last days, six of the month before */
const RECENT = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const BEFORE = [31, 32, 33, 34, 35, 36];

it("[L193] a theme tells a trend where the time before was listened to, or its posts go back that far, and no other", async () => {
  const posts = [...RECENT, ...BEFORE];
  expect(await trendOf("feed", 200, posts)).toBe(1);
  // added today: it gave what it still had, and that is not all that was said five weeks ago
  expect(await trendOf("feed", 0, posts)).toBeUndefined();
  expect(await trendOf("feed", 0, [...posts, 58])).toBeCloseTo(0.714, 2);
  // a file holds what it holds, whenever it was read
  expect(await trendOf("csv", 200, posts)).toBeUndefined();
  expect(await trendOf("csv", 0, [...posts, 58])).toBeCloseTo(0.714, 2);
});

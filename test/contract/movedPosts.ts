import type { PostFilter, PostStore } from "@palabre/server/stores";
import { parseQuery } from "@palabre/shared/listening";
import { newBoardId, newThemeId, type BoardId, type Post } from "@palabre/shared/terms";
import { spokenPosts } from "../helpers/spokenPosts.ts";
import { postOf, sourceRecord } from "./records.ts";

const NOW = 1_760_000_000_000;
const HOUR_MS = 3_600_000;
const THEME = newThemeId();

/** Posts of two boards in all the states that they can be in, more than are moved at a time. */
export function movedPosts(board: BoardId, other: BoardId) {
  const feed = sourceRecord(board, { cursor: "c1", sealed: "v1.sealed", hasSecret: true });
  const hook = sourceRecord(board, { kind: "webhook", addedAt: 5.5, nextAt: undefined });
  const [elsewhere, gone] = [sourceRecord(other), sourceRecord(other)];
  const spoken = spokenPosts(400, NOW).map(({ text, at }, place) =>
    postOf(place % 3 === 0 ? hook.id : feed.id, {
      text: place === 0 ? `${text} ${"le ".repeat(300)}vélo électrique 🚲` : text,
      at,
      ...(place % 7 === 0 ? { engagement: { react: place, comment: 1, share: 0, contribute: 0 }, stars: 4 } : {}),
    }),
  );
  const ids = spoken.map(({ id }) => id);
  const idAt = (place: number): string => ids[place] ?? "";
  const textAt = (place: number): Post => ({ ...(spoken[place] ?? postOf(feed.id)), text: "Une autre parole" });

  const [added, unmet] = [sourceRecord(board, { addedAt: 9 }), sourceRecord(newBoardId())];
  const [more, met] = [postOf(added.id, { text: "Encore un vélo" }), postOf(unmet.id, { text: "Encore un vélo" })];

  const fill = async (store: PostStore): Promise<void> => {
    // other keys than those that a database would give by itself
    for (const source of [gone, elsewhere, feed, hook]) await store.addSource(source);
    await store.deleteSource(other, gone.id);
    await store.addPosts(other, [postOf(elsewhere.id, { text: "Un vélo ailleurs" })]);
    await store.addPosts(board, spoken);
    await store.deletePosts(board, feed.id, [idAt(1), idAt(ids.length - 1)]);
    await store.setHeard(
      board,
      ids.slice(0, 900).map((id, place) => ({
        id,
        heard: {
          kind: place % 2 === 0 ? "wish" : "problem",
          isSure: true,
          chance: 0.1 * (place % 9),
          feeling: place % 5 === 0 ? "negative" : "neutral",
          language: place % 2 === 0 ? "en" : "",
          evidence: [{ from: 0, to: 3, rule: "wish" }],
        },
        ...(place === 6 ? { copyOf: idAt(4) } : {}),
      })),
    );
    await store.setThemes(board, [
      [idAt(2), THEME],
      [idAt(6), THEME],
    ]);
    await store.label(board, idAt(3), true);
    await store.label(board, idAt(4), false);
    await store.setFact(board, "pace", { éveil: [1, null, "🗳"] });
    await store.setFact(board, "Pace", 2);
    await store.setFact(other, "pace", 3);
    for (const at of [1, 2]) {
      await store.updatePosts(
        board,
        [{ ...textAt(7), engagement: { react: at, comment: 0, share: 0, contribute: 0 } }],
        NOW + at,
      );
    }
    await store.recountLater(board, [{ id: idAt(8), at: 5 }]);
  };

  /** Whatever can be asked; there is something in each answer. */
  const answers = async (store: PostStore): Promise<readonly unknown[]> => {
    const filters: readonly PostFilter[] = [
      {},
      ...["velo", "vélo*", '"le vélo"', "four SAUF mardi", "evening OU bénévoles", "parole"].map((query) => ({
        query: parseQuery(query),
      })),
      { kinds: ["wish"], feeling: "negative", language: "en", source: feed.id },
      { theme: THEME, isMerged: true },
    ];
    return Promise.all([
      store.sources(board),
      store.sources(other),
      store.dueSources(NOW * 2, 9),
      store.sourceStates(),
      ...filters.flatMap((filter) => [
        store.match(board, filter),
        store.page(board, { ...filter, limit: 20 }),
        store.tally(board, filter),
        store.hours(board, filter),
      ]),
      store.match(other, {}),
      store.newestAt(board),
      store.unreadBoards(),
      store.unread(board, 2_000),
      store.themeCounts(board, { before: 0, from: NOW - 24 * HOUR_MS, to: NOW }),
      store.themeHours(board, 0, NOW / HOUR_MS),
      store.labels(board),
      store.dueRecounts(board, feed.id, NOW, 9),
      ...[0, 7].map((place) => store.countsOf(board, idAt(place))),
      ...["pace", "Pace"].flatMap((name) => [store.fact(board, name), toSorted(store.boardsWith(name))]),
    ]);
  };

  /** What comes in afterwards: a source and a post of a board, and of one that was never met. */
  const goOn = async (store: PostStore): Promise<readonly unknown[]> => {
    for (const post of [more, met]) {
      const source = post.source === added.id ? added : unmet;
      await store.addSource(source);
      await store.addPosts(source.board, [post]);
    }
    const query = parseQuery("encore un vélo");
    return Promise.all([
      ...[board, unmet.board].flatMap((where) => [store.match(where, { query }), store.sources(where)]),
      store.unread(board, 1),
    ]);
  };
  return { fill, answers, goOn, posts: ids.length - 1 };
}

/** In whatever order they come: the contract says none. */
const toSorted = async (boards: Promise<readonly BoardId[]>): Promise<readonly BoardId[]> => (await boards).toSorted();

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PostStore, SourceRecord } from "@palabre/server/stores";
import { parseQuery } from "@palabre/shared/listening";
import { newBoardId, newThemeId, type BoardId, type Post } from "@palabre/shared/terms";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { heardAs, postOf, sourceRecord } from "./records.ts";

const idsOf = (posts: readonly Post[]): readonly string[] => posts.map(({ id }) => id);

/** What every implementation of `PostStore` keeps of what was read. `open` gets a folder of its own, which may not be there yet. */
export function postHeardContract(name: string, open: (dataDir: string) => Promise<PostStore>): void {
  describe(name, () => {
    let folder: string;
    let store: PostStore;
    let board: BoardId;
    let source: SourceRecord;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), "palabre-posts-"));
      store = await open(join(folder, "data"));
      board = newBoardId();
      source = sourceRecord(board);
      await store.addSource(source);
    });
    afterEach(async () => {
      await store.close();
      await rm(folder, { recursive: true });
    });

    test("[L132] near-copies are listed once, with how many there are, until what they repeat goes", async () => {
      const other = sourceRecord(board);
      await store.addSource(other);
      const [a, b, c, d] = [1, 2, 3, 4].map((at) => postOf(at === 1 ? other.id : source.id, { at }));
      if (!a || !b || !c || !d) throw new Error("four posts");
      await store.addPosts(board, [a, b, c, d]);
      const heard = heardAs({ kind: "wish", feeling: "positive" });
      await store.setHeard(board, [
        { id: a.id, heard },
        { id: b.id, heard, copyOf: a.id },
        // the copy of a copy is one of the same
        { id: c.id, heard, copyOf: b.id },
        { id: d.id, heard },
        { id: "gone", heard },
        // what is gone is repeated by none: what was found before stays
        { id: c.id, heard, copyOf: "gone" },
      ]);
      const listed = async () => {
        const { posts, total } = await store.page(board, { isMerged: true, limit: 9 });
        return [total, ...posts.map(({ id, copies }) => [id, copies])];
      };
      expect(await listed()).toEqual([2, [d.id, 0], [a.id, 2]]);
      expect((await store.page(board, { limit: 9 })).total).toBe(4);
      await store.deleteSource(board, other.id);
      expect(await listed()).toEqual([3, [d.id, 0], [c.id, 0], [b.id, 0]]);
    });

    test("[L190] a post that two sources hold counts once, in each figure, until one of them goes: then by the other", async () => {
      const [search, file] = [sourceRecord(board), sourceRecord(board, { kind: "csv" })];
      await store.addSource(search);
      await store.addSource(file);
      const written = { text: "Un vélo", at: 7_200_000, url: "https://example.org/@zoe/1" };
      const both = [source, search].map(({ id }) => postOf(id, written));
      const others = [
        postOf(search.id, { ...written, text: "Un vélo, merci" }),
        postOf(search.id, { ...written, url: "" }),
        postOf(source.id, { ...written, url: "" }),
        postOf(file.id, written),
      ];
      await store.addPosts(board, [...both, ...others]);
      const ids = idsOf([...both, ...others]);
      const heard = heardAs({ kind: "wish", feeling: "positive" });
      await store.setHeard(
        board,
        ids.map((id) => ({ id, heard })),
      );
      const theme = newThemeId();
      await store.setThemes(
        board,
        ids.map((id) => [id, theme] as const),
      );
      const query = parseQuery("vélo");
      const figures = async (filter: { source?: SourceRecord["id"] } = {}) => [
        (await store.tally(board, { query, ...filter })).feelings.positive,
        (await store.tally(board, { ...filter, theme })).posts,
        (await store.hours(board, { query, ...filter }))[0]?.posts,
        (await store.page(board, { isMerged: true, query, ...filter, limit: 9 })).total,
        (await store.page(board, { isMerged: true, ...filter, limit: 9 })).posts.length,
      ];
      const counts = async () => [
        (await store.themeCounts(board, { before: 0, from: 1, to: 8_000_000 }))[0]?.current,
        (await store.themeHours(board, 0, 9))[0]?.posts,
      ];
      expect(await figures()).toEqual([5, 5, 5, 5, 5]);
      expect(await counts()).toEqual([5, 5]);
      expect(await figures({ source: search.id })).toEqual([3, 3, 3, 3, 3]);
      expect(await figures({ source: source.id })).toEqual([2, 2, 2, 2, 2]);
      // the one that is listed is the one that repeats nothing
      const [first = "", second = ""] = ids;
      await store.setHeard(board, [{ id: first, heard, copyOf: second }]);
      const listed = async () =>
        (await store.page(board, { isMerged: true, limit: 9 })).posts
          .filter(({ id }) => id === first || id === second)
          .map(({ id, copies }) => [id, copies]);
      expect(await listed()).toEqual([[second, 0]]);
      expect(await figures()).toEqual([5, 5, 5, 5, 5]);
      await store.deleteSource(board, search.id);
      expect(await listed()).toEqual([[first, 0]]);
      expect(await figures()).toEqual([3, 3, 3, 3, 3]);
      expect(await counts()).toEqual([3, 3]);
    });

    test("[L133] posts wait to be read, those stored last first, and are found by what was read in them", async () => {
      const posts = ["a", "b", "c"].map((id) => postOf(source.id, { id }));
      await store.addPosts(board, posts);
      expect(await store.unreadBoards()).toEqual([board]);
      expect(idsOf(await store.unread(board, 2))).toEqual(["c", "b"]);
      const heard = heardAs({ kind: "problem", feeling: "negative", language: "fr" });
      await store.setHeard(
        board,
        ["b", "c"].map((id) => ({ id, heard })),
      );
      expect(idsOf(await store.unread(board, 9))).toEqual(["a"]);
      expect(await store.unread(newBoardId(), 9)).toEqual([]);
      expect(await store.match(board, { language: "fr" })).toMatchObject([
        { id: "c", heard },
        { id: "b", heard },
      ]);
      expect(await store.match(board, { kinds: ["wish"] })).toEqual([]);
      const theme = newThemeId();
      await store.setThemes(board, [
        ["a", theme],
        ["b", theme],
      ]);
      await store.setThemes(board, [["b", undefined]]);
      expect((await store.page(board, { theme, limit: 9 })).posts).toMatchObject([{ id: "a", theme }]);
      await store.setHeard(board, [{ id: "a", heard }]);
      expect(await store.unreadBoards()).toEqual([]);
    });

    test("[L118, L184] what was read in a text that was edited meanwhile is not kept, nor what it repeats: it waits anew", async () => {
      const [a, b] = ["a", "b"].map((id) => postOf(source.id, { id }));
      if (!a || !b) throw new Error("two posts");
      await store.addPosts(board, [a, b]);
      await store.updatePosts(board, [{ ...b, text: "Something else by now" }], 0);
      const heard = heardAs({ kind: "wish", feeling: "positive" });
      const kept = await store.setHeard(board, [
        { id: "a", heard, text: a.text },
        { id: "b", heard, text: b.text, copyOf: "a" },
        { id: "gone", heard, text: a.text },
      ]);
      expect(kept).toEqual(["a"]);
      expect(idsOf(await store.unread(board, 9))).toEqual(["b"]);
      expect((await store.page(board, { isMerged: true, limit: 9 })).total).toBe(2);
      expect(await store.setHeard(board, [{ id: "b", heard, text: "Something else by now" }])).toEqual(["b"]);
      expect(await store.unreadBoards()).toEqual([]);
      expect(await store.setHeard(newBoardId(), [{ id: "b", heard }])).toEqual([]);
    });

    test("[L170] what repeated a text that says something else by now stands for itself", async () => {
      const [a, b, c] = ["a", "b", "c"].map((id) => postOf(source.id, { id }));
      if (!a || !b || !c) throw new Error("three posts");
      await store.addPosts(board, [a, b, c]);
      const heard = heardAs({ kind: "wish", feeling: "positive" });
      await store.setHeard(board, [
        { id: "a", heard },
        { id: "b", heard, copyOf: "a" },
        { id: "c", heard },
      ]);
      const listed = async () => (await store.page(board, { isMerged: true, limit: 9 })).total;
      await store.updatePosts(board, [{ ...c, text: "Another that nobody repeats" }], 0);
      expect(await listed()).toBe(2);
      await store.updatePosts(board, [{ ...a, text: "Something else by now" }], 0);
      expect(await listed()).toBe(3);
    });

    test("[L133] what was read is counted: by theme over two periods, by the hour, by feeling", async () => {
      const [theme, other] = [newThemeId(), newThemeId()];
      const HOUR = 3_600_000;
      const posts = [1, 1, 2, 3, 3, 3].map((hour, at) => postOf(source.id, { id: String(at), at: hour * HOUR + at }));
      await store.addPosts(board, posts);
      const glad = heardAs({ kind: "wish", feeling: "positive", language: "fr" });
      const sad = heardAs({ kind: "problem", feeling: "negative", language: "fr" });
      await store.setHeard(board, [
        ...["0", "1", "2", "3"].map((id) => ({ id, heard: glad })),
        { id: "4", heard: sad },
        { id: "5", heard: glad, copyOf: "4" },
      ]);
      await store.setThemes(board, [...["0", "1", "2", "3", "5"].map((id) => [id, theme] as const), ["4", other]]);
      const counts = await store.themeCounts(board, { before: HOUR, from: 2 * HOUR, to: 3 * HOUR });
      expect(counts.toSorted((x, y) => y.posts - x.posts)).toEqual([
        {
          theme,
          kind: "wish",
          feeling: "positive",
          language: "fr",
          posts: 4,
          current: 1,
          previous: 1,
          firstAt: HOUR,
          lastAt: 3 * HOUR + 3,
        },
        {
          theme: other,
          kind: "problem",
          feeling: "negative",
          language: "fr",
          posts: 1,
          current: 0,
          previous: 0,
          firstAt: 3 * HOUR + 4,
          lastAt: 3 * HOUR + 4,
        },
      ]);
      const hours = await store.themeHours(board, 2, 3);
      expect(hours.toSorted((x, y) => x.hour - y.hour || x.posts - y.posts)).toMatchObject([
        { theme, hour: 2, posts: 1 },
        { hour: 3, posts: 1 },
        { hour: 3, posts: 1 },
      ]);
      expect(await store.tally(board, {})).toEqual({ posts: 6, feelings: { positive: 5, neutral: 0, negative: 1 } });
      const asked = { query: parseQuery("vélo"), from: 2 * HOUR, isMerged: true };
      expect(await store.tally(board, asked)).toEqual({ posts: 3, feelings: { positive: 2, neutral: 0, negative: 1 } });
      expect((await store.hours(board, asked)).toSorted((x, y) => x.hour - y.hour)).toEqual([
        { hour: 2, posts: 1 },
        { hour: 3, posts: 2 },
      ]);
      expect(await store.hours(newBoardId(), {})).toEqual([]);
      expect(await store.tally(newBoardId(), {})).toEqual({
        posts: 0,
        feelings: { positive: 0, neutral: 0, negative: 0 },
      });
      expect(await store.themeCounts(newBoardId(), { before: 0, from: 1, to: 2 })).toEqual([]);
    });

    test("[L133] labels and facts of a board are kept", async () => {
      const posts = ["a", "b"].map((id) => postOf(source.id, { id }));
      await store.addPosts(board, posts);
      expect(await store.label(board, "b", false)).toEqual(posts[1]);
      expect(await store.label(board, "a", false)).toEqual(posts[0]);
      await store.label(board, "a", true);
      expect(await store.label(board, "gone", true)).toBeUndefined();
      expect(await store.labels(board)).toEqual([
        { post: posts[0], isExpectation: true },
        { post: posts[1], isExpectation: false },
      ]);
      expect(await store.labels(newBoardId())).toEqual([]);
      const { posts: found } = await store.page(board, { limit: 5 });
      expect(found.map(({ id, label }) => [id, label])).toEqual([
        ["b", false],
        ["a", true],
      ]);
      expect(await store.fact(board, "voices")).toBeUndefined();
      await store.setFact(board, "voices", [{ name: "Nous" }]);
      await store.setFact(board, "voices", [{ name: "Eux" }]);
      expect(await store.fact(board, "voices")).toEqual([{ name: "Eux" }]);
      expect(await store.boardsWith("voices")).toEqual([board]);
      expect(await store.boardsWith("alerts")).toEqual([]);
      await store.setFact(board, "voices", undefined);
      expect(await store.fact(board, "voices")).toBeUndefined();
      const other = newBoardId();
      await store.setFact(other, "voices", 1);
      expect(await store.fact(other, "voices")).toBe(1);
    });
  });
}

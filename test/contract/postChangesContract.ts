import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PostStore, SourceRecord } from "@palabre/server/stores";
import { parseQuery } from "@palabre/shared/listening";
import { newBoardId, type BoardId, type Post } from "@palabre/shared/terms";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { postOf, sourceRecord } from "./records.ts";

const counts = (react: number, comment = 0) => ({ react, comment, share: 0, contribute: 0 });

/** What every implementation of `PostStore` holds of posts that change after they were added. */
export function postChangesContract(name: string, open: (dataDir: string) => Promise<PostStore>): void {
  describe(name, () => {
    let folder: string;
    let store: PostStore;
    let board: BoardId;
    let source: SourceRecord;
    let post: Post;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), "palabre-posts-"));
      store = await open(join(folder, "data"));
      board = newBoardId();
      source = sourceRecord(board);
      await store.addSource(source);
      post = postOf(source.id, { engagement: counts(1), replyTo: "9", kind: "post" });
      await store.addPosts(board, [post]);
    });
    afterEach(async () => {
      await store.close();
      await rm(folder, { recursive: true });
    });
    const all = (text?: string) => store.match(board, text === undefined ? {} : { query: parseQuery(text) });

    test("[L115] a post takes the text its source has now, is found by it alone, and keeps its time", async () => {
      const edited = { ...post, text: "Plutôt un cours de cuisine", editedAt: post.at + 5, at: post.at + 99 };
      expect(await store.updatePosts(board, [edited], post.at + 9)).toEqual({
        texts: [{ ...edited, at: post.at }],
        facts: [],
      });
      expect(await all()).toEqual([{ ...edited, at: post.at }]);
      expect((await all("cuisine")).length).toBe(1);
      expect(await all("vélo")).toEqual([]);
      expect(await store.updatePosts(board, [edited], post.at + 10)).toEqual({ texts: [], facts: [] });
    });

    test("[L115] what an answer leaves out stays as it was", async () => {
      const { engagement: _, replyTo: __, ...bare } = post;
      const nameless = { ...bare, author: "", url: "", language: "", kind: undefined };
      expect(await store.updatePosts(board, [nameless], post.at + 9)).toEqual({ texts: [], facts: [] });
      expect(await all()).toEqual([post]);
    });

    test("[L115] only posts that are there, of the source that says so, change or go", async () => {
      const other = sourceRecord(board, { addedAt: source.addedAt + 1 });
      await store.addSource(other);
      const elsewhere = newBoardId();
      await store.addSource(sourceRecord(elsewhere, { id: source.id }));
      const nothing = { texts: [], facts: [] };
      expect(await store.updatePosts(board, [{ ...post, source: other.id, text: "Non" }], 1)).toEqual(nothing);
      expect(await store.updatePosts(board, [postOf(source.id)], 1)).toEqual(nothing);
      expect(await store.updatePosts(elsewhere, [{ ...post, text: "Non" }], 1)).toEqual(nothing);
      expect(await store.deletePosts(board, other.id, [post.id])).toBe(0);
      expect(await store.deletePosts(elsewhere, source.id, [post.id])).toBe(0);
      expect(await all()).toEqual([post]);
    });

    test("[L115] a post that its source deleted is gone, from searches and counts too, and may be said again", async () => {
      const second = postOf(source.id);
      await store.addPosts(board, [second]);
      expect(await store.deletePosts(board, source.id, [post.id, "nobody", post.id])).toBe(1);
      expect(await all("vélo")).toEqual([second]);
      expect(await store.page(board, { limit: 9 })).toMatchObject({ posts: [second], total: 1 });
      expect((await store.sources(board))[0]?.posts).toBe(1);
      expect(await store.countsOf(board, post.id)).toEqual([]);
      expect(await store.textsOf(board, [post.id, second.id, "nobody"])).toEqual(new Map([[second.id, second.text]]));
      await store.forget();
      expect(await store.addPosts(board, [post])).toEqual([post]);
      expect((await all("vélo")).length).toBe(2);
    });

    test("[L116] counts are kept each time they changed, with when they were read", async () => {
      expect(await store.countsOf(board, post.id)).toEqual([{ at: post.at, ...counts(1) }]);
      for (const [at, react] of [
        [10, 1],
        [20, 4],
        [30, 4],
        [40, 3],
      ] as const) {
        await store.updatePosts(board, [{ ...post, engagement: counts(react) }], post.at + at);
      }
      const twice = [5, 6].map((react) => ({ ...post, engagement: counts(react) }));
      await store.updatePosts(board, twice, post.at + 50);
      expect(await store.countsOf(board, post.id)).toEqual([
        { at: post.at, ...counts(1) },
        { at: post.at + 20, ...counts(4) },
        { at: post.at + 40, ...counts(3) },
        { at: post.at + 50, ...counts(6) },
      ]);
      expect((await all())[0]?.engagement).toEqual(counts(6));
      expect(await store.countsOf(board, "nobody")).toEqual([]);
    });

    test("[L116] a post without counts gets its first when they are read", async () => {
      const plain = postOf(source.id);
      await store.addPosts(board, [plain]);
      expect(await store.countsOf(board, plain.id)).toEqual([]);
      await store.updatePosts(board, [{ ...plain, engagement: counts(0, 2) }], plain.at + 5);
      expect(await store.countsOf(board, plain.id)).toEqual([{ at: plain.at + 5, ...counts(0, 2) }]);
    });

    test("[L160] what a source does not count is missing in the history of counts too", async () => {
      const liked = { ...postOf(source.id), engagement: { react: 2 } };
      await store.addPosts(board, [liked]);
      await store.updatePosts(board, [{ ...liked, engagement: { react: 3 } }], liked.at + 5);
      expect(await store.countsOf(board, liked.id)).toEqual([
        { at: liked.at, react: 2 },
        { at: liked.at + 5, react: 3 },
      ]);
    });

    test("[L117] posts are due to be asked for again once their time has come, the longest due first", async () => {
      const [b, c] = [postOf(source.id), postOf(source.id)];
      await store.addPosts(board, [b, c]);
      await store.recountLater(board, [
        { id: post.id, at: 30 },
        { id: b.id, at: 10 },
        { id: c.id, at: 99 },
        { id: "nobody", at: 1 },
      ]);
      expect(await store.dueRecounts(board, source.id, 9, 9)).toEqual([]);
      expect(await store.dueRecounts(board, source.id, 30, 9)).toEqual([b, post]);
      expect(await store.dueRecounts(board, source.id, 30, 1)).toEqual([b]);
      await store.recountLater(board, [{ id: b.id, at: undefined }]);
      expect(await store.dueRecounts(board, source.id, 30, 9)).toEqual([post]);
      expect(await store.dueRecounts(newBoardId(), source.id, 30, 9)).toEqual([]);
    });

    test("[L115] what goes with its source goes with its history", async () => {
      await store.updatePosts(board, [{ ...post, engagement: counts(4) }], post.at + 5);
      await store.deleteSource(board, source.id);
      await store.addSource(source);
      await store.addPosts(board, [post]);
      expect(await store.countsOf(board, post.id)).toEqual([{ at: post.at, ...counts(1) }]);
    });
  });
}

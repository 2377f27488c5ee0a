import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PostStore, SourceRecord } from "@palabre/server/stores";
import { parseQuery } from "@palabre/shared/listening";
import { newBoardId, newSourceId, type BoardId } from "@palabre/shared/terms";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { postOf, sourceRecord } from "./records.ts";

/** What every implementation of `PostStore` holds. `open` gets a folder of its own, which may not be there yet. */
export function postStoreContract(name: string, open: (dataDir: string) => Promise<PostStore>): void {
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

    test("[S22] a source keeps what was changed and forgets what was unset", async () => {
      const late = { state: "late", problem: "unreachable", details: { status: 503 }, failures: 2 } as const;
      expect(await store.changeSource(board, source.id, late)).toEqual({ ...source, ...late });
      const read = { cursor: 'W/"é"', readAt: 1_760_000_100_000.5 };
      const fresh = { ...read, state: "fresh", problem: undefined, details: undefined, failures: 0 } as const;
      expect(await store.changeSource(board, source.id, fresh)).toEqual({ ...source, ...fresh });
      expect(await store.changeSource(board, source.id, { name: "Autre", nextAt: undefined })).toEqual({
        ...source,
        ...fresh,
        name: "Autre",
        nextAt: undefined,
      });
      expect(await store.sources(board)).toEqual([{ ...source, ...fresh, name: "Autre", nextAt: undefined }]);
      expect(await store.changeSource(board, newSourceId(), { failures: 1 })).toBeUndefined();
      expect(await store.changeSource(newBoardId(), source.id, { failures: 1 })).toBeUndefined();
    });

    test("[S22] sources come in the order in which they were added, and an id is taken once", async () => {
      const second = sourceRecord(board, {
        kind: "csv",
        url: undefined,
        nextAt: undefined,
        addedAt: source.addedAt + 1,
      });
      const first = sourceRecord(board, { kind: "sample", addedAt: source.addedAt - 1 });
      await store.addSource(second);
      await store.addSource(first);
      await store.addSource(sourceRecord(newBoardId()));
      expect(await store.sources(board)).toEqual([first, source, second]);
      await expect(store.addSource({ ...source, name: "Twice" })).rejects.toMatchObject({ code: "store-failed" });
      expect(await store.sources(board)).toEqual([first, source, second]);
      expect(await store.sources(newBoardId())).toEqual([]);
    });

    test("[S21] a source that could not be read again is refused", async () => {
      const refused = { name: "AppError", code: "store-failed", cause: expect.any(Error) };
      await expect(store.addSource(sourceRecord(board, { name: "x".repeat(201) }))).rejects.toMatchObject(refused);
      await expect(store.changeSource(board, source.id, { failures: -1 })).rejects.toMatchObject(refused);
      expect(await store.sources(board)).toEqual([source]);
    });

    test("[S81] half an emoji and NUL in the texts of a source are kept as the sign for what can't be shown", async () => {
      const cut = sourceRecord(board, {
        addedAt: source.addedAt + 1,
        name: "Caf\u00e9 \uD83D",
        settings: { query: "\0a\uDE00" },
        details: { host: "\uD83D." },
      });
      const kept = {
        ...cut,
        name: "Caf\u00e9 \uFFFD",
        settings: { query: "\uFFFDa\uFFFD" },
        details: { host: "\uFFFD." },
      };
      await store.addSource(cut);
      expect(await store.sources(board)).toEqual([source, kept]);
      expect(await store.changeSource(board, cut.id, { name: "a\0b" })).toEqual({ ...kept, name: "a\uFFFDb" });
      expect((await store.sourceStates())[cut.state]).toBeGreaterThan(0);
    });

    test("[L130] what only some sources know of a post is kept with it", async () => {
      const known = postOf(source.id, {
        kind: "review",
        engagement: { react: 3, comment: 1, share: 0, contribute: 0 },
        editedAt: 1_760_000_000_500,
        stars: 2,
        replyTo: "forum/12",
        authorId: "a1b2",
      });
      const plain = postOf(source.id);
      await store.addPosts(board, [known, plain]);
      expect(await store.match(board, {})).toEqual([plain, known]);
    });

    test("[S22] a source counts its posts itself", async () => {
      const other = sourceRecord(board, { addedAt: source.addedAt + 1, posts: 99 });
      await store.addSource(other);
      await store.addPosts(board, [postOf(source.id), postOf(other.id), postOf(source.id)]);
      expect((await store.sources(board)).map(({ posts }) => posts)).toEqual([2, 1]);
      expect((await store.changeSource(board, source.id, { failures: 1 }))?.posts).toBe(2);
    });

    test("[U1] sources of all boards are counted by their state", async () => {
      const before = await store.sourceStates();
      await store.addSource(sourceRecord(newBoardId(), { state: "late" }));
      await store.addSource(sourceRecord(board, { state: "late" }));
      await store.changeSource(board, source.id, { state: "refused" });
      const counted = await store.sourceStates();
      expect({ ...counted, late: counted.late - 2, refused: counted.refused - 1 }).toEqual({
        ...before,
        [source.state]: before[source.state] - 1,
      });
      expect(Object.values(counted).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(3);
    });

    test("[L174] files of posts of which not all is kept are known, of all boards, and nothing else is taken for one", async () => {
      const cut = sourceRecord(newBoardId(), { kind: "csv", nextAt: undefined, name: 'a "state":"fresh" b' });
      const whole = sourceRecord(board, { kind: "csv", nextAt: undefined, state: "fresh", name: '"state":"waiting"' });
      const feed = sourceRecord(board, { settings: { kind: "csv" } });
      for (const record of [cut, whole, feed]) await store.addSource(record);
      await store.addPosts(cut.board, [postOf(cut.id)]);
      const found = (await store.cutSources()).filter(({ id }) => [cut.id, whole.id, feed.id, source.id].includes(id));
      expect(found).toEqual([{ ...cut, posts: 1 }]);
      await store.changeSource(cut.board, cut.id, { state: "fresh" });
      expect((await store.cutSources()).some(({ id }) => id === cut.id)).toBe(false);
    });

    test("[S19] sources are due once their time has come, earliest first", async () => {
      const now = 1_760_000_900_000;
      const earlier = sourceRecord(newBoardId(), { nextAt: now - 5.5 });
      const later = sourceRecord(board, { nextAt: now + 1 });
      const paused = sourceRecord(board, { nextAt: undefined });
      const csv = sourceRecord(board, { kind: "csv", nextAt: undefined });
      for (const record of [earlier, later, paused, csv]) await store.addSource(record);
      expect(await store.dueSources(now - 6, 10)).toEqual([]);
      expect(await store.dueSources(now, 10)).toEqual([earlier, source]);
      expect(await store.dueSources(now, 1)).toEqual([earlier]);
      await store.changeSource(earlier.board, earlier.id, { nextAt: now + 2 });
      expect(await store.dueSources(now + 1, 10)).toEqual([source, later]);
      await store.deleteSource(board, source.id);
      expect(await store.dueSources(now + 1, 10)).toEqual([later]);
    });

    test("[S15] a post heard twice is kept once, as it was first", async () => {
      const [a, b, c] = [postOf(source.id), postOf(source.id), postOf(source.id)];
      expect(await store.addPosts(board, [b, a])).toEqual([b, a]);
      expect(await store.addPosts(board, [c, { ...a, text: "Edited" }, { ...c, text: "Twice in one go" }])).toEqual([
        c,
      ]);
      expect(await store.addPosts(board, [a, b, c])).toEqual([]);
      expect(await store.addPosts(board, [])).toEqual([]);
      expect(await store.match(board, {})).toEqual([c, b, a]);
      expect((await store.sources(board))[0]?.posts).toBe(3);
    });

    test("[S15] boards hear the same post each for itself", async () => {
      const elsewhere = sourceRecord(newBoardId(), { id: source.id });
      await store.addSource(elsewhere);
      const post = postOf(source.id);
      expect(await store.addPosts(board, [post])).toEqual([post]);
      expect(await store.addPosts(elsewhere.board, [post])).toEqual([post]);
      await store.deleteSource(board, source.id);
      expect(await store.match(board, {})).toEqual([]);
      expect(await store.match(elsewhere.board, { query: parseQuery("vélo") })).toEqual([post]);
    });

    test("[S18] no post is kept for a source that is not there, nor any that came with it", async () => {
      const gone = sourceRecord(board);
      await store.addSource(gone);
      await store.deleteSource(board, gone.id);
      await store.deleteSource(board, gone.id);
      const refused = { name: "AppError", code: "unknown-source" };
      await expect(store.addPosts(board, [postOf(source.id), postOf(gone.id)])).rejects.toMatchObject(refused);
      await expect(store.addPosts(newBoardId(), [postOf(source.id)])).rejects.toMatchObject(refused);
      expect(await store.match(board, {})).toEqual([]);
      expect((await store.sources(board)).map(({ posts }) => posts)).toEqual([0]);
    });

    test("[S18] a source takes its posts with it, and no other's", async () => {
      const other = sourceRecord(board);
      await store.addSource(other);
      const [mine, theirs] = [postOf(source.id), postOf(other.id)];
      await store.addPosts(board, [mine, theirs]);
      await store.deleteSource(board, source.id);
      const query = parseQuery("travail");
      expect(await store.match(board, { query })).toEqual([theirs]);
      expect(await store.page(board, { query, limit: 5 })).toEqual({ posts: [{ ...theirs, copies: 0 }], total: 1 });
      expect(await store.page(board, { limit: 5 })).toEqual({ posts: [{ ...theirs, copies: 0 }], total: 1 });
      expect(await store.match(board, { source: source.id })).toEqual([]);
      expect(await store.newestAt(board)).toBe(theirs.at);

      await store.addSource(source);
      expect(await store.addPosts(board, [mine])).toEqual([mine]);
      expect(await store.match(board, { query })).toEqual([theirs, mine]);
    });

    test("[S20] a text comes back as it was, but for what no database can keep", async () => {
      const text = "Guillemets « \" ' » \r\n\t\u0001 emoji 👩🏽‍🔧 arabe مرحبا \uFFFF fin";
      const strange = postOf(source.id, { text, author: "", language: "", url: "", at: 2 });
      const broken = postOf(source.id, { text: "cut \uD83D and \0 gone", author: "\uDE00", at: 1 });
      const kept = { ...broken, text: "cut \uFFFD and \uFFFD gone", author: "\uFFFD" };
      expect(await store.addPosts(board, [strange, broken])).toEqual([strange, kept]);
      expect(await store.match(board, {})).toEqual([strange, kept]);
      expect(await store.match(board, { query: parseQuery("gone") })).toEqual([kept]);
    });

    test("[S4] calls that did not wait for one another take effect in their order", async () => {
      const post = postOf(source.id);
      const [added, , matched, , after] = await Promise.all([
        store.addPosts(board, [post]),
        store.changeSource(board, source.id, { failures: 3 }),
        store.match(board, {}),
        store.deleteSource(board, source.id),
        store.page(board, { limit: 3 }),
      ]);
      expect(added).toEqual([post]);
      expect(matched).toEqual([post]);
      expect(after).toEqual({ posts: [], total: 0 });
    });

    test("[S11] closing waits for what was called before, and a closed store takes nothing more", async () => {
      const post = postOf(source.id);
      const added = store.addPosts(board, [post]);
      await Promise.all([store.close(), store.close()]);
      expect(await added).toEqual([post]);
      await store.close();
      await expect(store.sources(board)).rejects.toMatchObject({ name: "AppError", code: "store-failed" });
      await expect(store.addPosts(board, [post])).rejects.toMatchObject({ name: "AppError", code: "store-failed" });
    });
  });
}

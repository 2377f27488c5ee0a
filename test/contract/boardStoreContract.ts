import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BoardStore } from "@palabre/server/stores";
import { newBoardId, type BoardId } from "@palabre/shared/terms";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ballotContract } from "./ballotContract.ts";
import { historyContract } from "./historyContract.ts";
import { sessionContract } from "./sessionContract.ts";
import { boardRecord, bytesOf, entryOf, packed, sessionRecord, storedDocument } from "./records.ts";

/** What a document that never was is made of. */
const EMPTY_DOCUMENT = storedDocument(undefined, []);

/** What every implementation of `BoardStore` holds. `open` gets a folder of its own, which may not be there yet. */
export function boardStoreContract(name: string, open: (dataDir: string) => Promise<BoardStore>): void {
  describe(name, () => {
    let folder: string;
    let store: BoardStore;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), "palabre-boards-"));
      store = await open(join(folder, "data"));
    });
    afterEach(async () => {
      await store.close();
      await rm(folder, { recursive: true });
    });

    test("[S13] a board is there once created, and its id is taken", async () => {
      const record = boardRecord({ counters: { facilitator: 1, participant: 0, viewer: 7 } });
      expect(await store.board(record.id)).toBeUndefined();
      await store.createBoard(record, []);
      expect(await store.board(record.id)).toEqual(record);

      await expect(store.createBoard({ ...record, title: "Another" }, [])).rejects.toMatchObject({
        name: "AppError",
        code: "store-failed",
      });
      expect(await store.board(record.id)).toEqual(record);
    });

    test("[S13] title and counters of a board change, one by one, and nobody else's", async () => {
      const record = boardRecord();
      const other = boardRecord();
      await store.createBoard(record, []);
      await store.createBoard(other, []);

      const titled = { ...record, title: "Ce qu’on attend 😀" };
      expect(await store.changeBoard(record.id, { title: titled.title })).toEqual(titled);
      const counters = { facilitator: 0, participant: 5, viewer: 0 };
      expect(await store.changeBoard(record.id, { counters })).toEqual({ ...titled, counters });
      expect(await store.changeBoard(record.id, {})).toEqual({ ...titled, counters });
      expect(await store.changeBoard(other.id, { historyDays: 30 })).toEqual({ ...other, historyDays: 30 });
      expect(await store.changeBoard(other.id, { historyDays: 365 })).toEqual(other);
      expect(await store.board(record.id)).toEqual({ ...titled, counters });
      expect(await store.board(other.id)).toEqual(other);
      expect(await store.changeBoard(newBoardId(), { title: "Nobody's" })).toBeUndefined();
    });

    test("[S13] boards are listed by their ids, page by page", async () => {
      const ids: BoardId[] = [];
      for (let count = 0; count < 5; count += 1) {
        const record = boardRecord();
        await store.createBoard(record, []);
        ids.push(record.id);
      }
      ids.sort();
      expect(await store.boardIds(undefined, 3)).toEqual(ids.slice(0, 3));
      expect(await store.boardIds(ids[2], 3)).toEqual(ids.slice(3));
      expect(await store.boardIds(ids[4], 3)).toEqual([]);
    });

    test("[S3] a board is born with its first entries", async () => {
      const record = boardRecord();
      await store.createBoard(record, [
        { document: "board", bytes: bytesOf(1, 2, 3) },
        { document: "workshop", bytes: bytesOf(4) },
        { document: "board", bytes: bytesOf(5) },
      ]);
      expect(await store.load(record.id, "board")).toEqual(
        storedDocument(undefined, [bytesOf(1, 2, 3), bytesOf(5)], 2),
      );
      expect(await store.load(record.id, "workshop")).toEqual(storedDocument(undefined, [bytesOf(4)], 1));
      expect(await store.load(record.id, "desk")).toEqual(EMPTY_DOCUMENT);
    });

    test("[S3] entries are numbered for each document of each board", async () => {
      const [a, b] = [boardRecord(), boardRecord()];
      await store.createBoard(a, []);
      await store.createBoard(b, []);
      const desk = { ...entryOf(a.id, 9), document: "desk" as const };
      expect(await store.append([entryOf(a.id, 1), entryOf(b.id, 2), entryOf(a.id, 3), desk])).toEqual([1, 1, 2, 1]);
      expect(await store.append([entryOf(b.id, 4)])).toEqual([2]);
      expect(await store.append([])).toEqual([]);
      expect((await store.load(a.id, "board")).updates).toEqual([bytesOf(1), bytesOf(3)]);
      expect((await store.load(b.id, "board")).updates).toEqual([bytesOf(2), bytesOf(4)]);
      expect((await store.load(a.id, "desk")).updates).toEqual([bytesOf(9)]);
    });

    test("[S2] a batch with a board that is not there is not kept at all", async () => {
      const record = boardRecord();
      await store.createBoard(record, []);
      await store.append([entryOf(record.id, 1)]);
      const batch = [entryOf(record.id, 2), entryOf(newBoardId(), 3), entryOf(record.id, 4)];
      await expect(store.append(batch)).rejects.toMatchObject({ name: "AppError", code: "unknown-board" });
      expect((await store.load(record.id, "board")).updates).toEqual([bytesOf(1)]);
      expect(await store.append([entryOf(record.id, 5)])).toEqual([2]);
    });

    test("[S4] calls that did not wait for one another take effect in their order", async () => {
      const record = boardRecord();
      const [, first, , loaded, , after] = await Promise.all([
        store.createBoard(record, []),
        store.append([entryOf(record.id, 1), entryOf(record.id, 2)]),
        store.changeBoard(record.id, { title: "Second" }),
        store.load(record.id, "board"),
        store.checkpoint(record.id, "board", 2, packed(12)),
        store.append([entryOf(record.id, 3)]),
      ]);
      expect(first).toEqual([1, 2]);
      expect(loaded).toEqual(storedDocument(undefined, [bytesOf(1), bytesOf(2)], 2));
      expect(after).toEqual([3]);
      expect((await store.board(record.id))?.title).toBe("Second");
      expect(await store.load(record.id, "board")).toEqual(storedDocument(bytesOf(12), [bytesOf(3)], 3));
    });

    test("[S5] bytes may be reused once a call has settled, and what was handed out may be changed", async () => {
      const record = boardRecord();
      await store.createBoard(record, []);
      // two updates that are parts of one network message, as a socket gives them
      const message = bytesOf(0, 1, 2, 3, 4, 5, 6, 7);
      const batch = [message.subarray(1, 3), message.subarray(5, 8)].map((bytes) => ({
        board: record.id,
        document: "board" as const,
        bytes,
      }));
      await store.append(batch);
      expect([...message]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      const checkpoint = packed(2, 3);
      await store.checkpoint(record.id, "board", 1, checkpoint);
      expect(checkpoint).toEqual(packed(2, 3));
      message.fill(255);
      checkpoint.gzip.fill(255);
      checkpoint.vector.fill(255);

      const loaded = await store.load(record.id, "board");
      expect(loaded).toEqual(storedDocument(bytesOf(2, 3), [bytesOf(5, 6, 7)], 2));
      loaded.checkpoint?.fill(9);
      loaded.updates[0]?.fill(9);
      expect((await store.load(record.id, "board")).checkpoint).toEqual(bytesOf(2, 3));
      expect((await store.load(record.id, "board")).updates).toEqual([bytesOf(5, 6, 7)]);
      (await store.checkpointOf(record.id, "board"))?.gzip.fill(9);
      expect(await store.checkpointOf(record.id, "board")).toEqual({ ...packed(2, 3), seq: 1 });
    });

    test("[S7] bytes come back as they were: none, one, a megabyte", async () => {
      const record = boardRecord();
      const big = Uint8Array.from({ length: 1_048_576 }, (_, index) => (index * 31) % 251);
      const updates = [new Uint8Array(), bytesOf(0), new Uint8Array(), big];
      await store.createBoard(record, []);
      await store.append(updates.map((bytes) => ({ board: record.id, document: "board" as const, bytes })));
      const loaded = await store.load(record.id, "board");
      expect(loaded.updates.map((bytes) => Buffer.compare(bytes, updates.shift() ?? bytesOf()))).toEqual([0, 0, 0, 0]);
      expect(loaded.journalBytes).toBe(1_048_577);
    });

    test("[S7] a document opens as its last checkpoint and the entries after it", async () => {
      const record = boardRecord();
      await store.createBoard(record, []);
      await store.append([1, 2, 3, 4, 5].map((byte) => entryOf(record.id, byte)));
      await store.checkpoint(record.id, "board", 2, packed(102));
      await store.checkpoint(record.id, "board", 3, packed(103));
      const expected = storedDocument(bytesOf(103), [bytesOf(4), bytesOf(5)], 5);
      expect(await store.load(record.id, "board")).toEqual(expected);

      await store.checkpoint(record.id, "board", 2, packed(222));
      expect(await store.load(record.id, "board")).toEqual(expected);
      await store.checkpoint(record.id, "board", 3, packed(33));
      expect(await store.load(record.id, "board")).toEqual({ ...expected, checkpoint: bytesOf(33) });

      await store.checkpoint(record.id, "board", 5, packed(105));
      await store.checkpoint(record.id, "board", 5, packed(55));
      expect(await store.load(record.id, "board")).toEqual(storedDocument(bytesOf(55), [], 5));
      expect(await store.append([entryOf(record.id, 6)])).toEqual([6]);
      expect(await store.load(record.id, "desk")).toEqual(EMPTY_DOCUMENT);
    });

    test("[S7] a checkpoint stands for an entry that was given", async () => {
      const record = boardRecord();
      await store.createBoard(record, []);
      await store.append([entryOf(record.id, 1)]);
      for (const seq of [0, 2, Number.NaN]) {
        // one after the other: the error must name its own call
        await expect(store.checkpoint(record.id, "board", seq, packed(7))).rejects.toMatchObject({
          code: "store-failed",
        });
      }
      await expect(store.checkpoint(record.id, "desk", 1, packed(7))).rejects.toMatchObject({ code: "store-failed" });
      expect(await store.load(record.id, "board")).toEqual(storedDocument(undefined, [bytesOf(1)], 1));
    });

    test("[S7] a checkpoint is given out as it was packed, with its vector or with what follows it, the newest one", async () => {
      const record = boardRecord();
      await store.createBoard(record, []);
      await store.append([1, 2, 3].map((byte) => entryOf(record.id, byte)));
      expect(await store.checkpointOf(record.id, "board")).toBeUndefined();
      await store.checkpoint(record.id, "board", 1, packed(101));
      await store.checkpoint(record.id, "board", 3, packed(103));
      await store.checkpoint(record.id, "board", 2, packed(102));
      expect(await store.checkpointOf(record.id, "board")).toEqual({ ...packed(103), seq: 3 });
      const kept = { ...storedDocument(packed(103).gzip, [], 3), isPacked: true };
      expect(await store.loadPacked(record.id, "board")).toEqual(kept);
      expect(await store.loadPacked(record.id, "desk")).toEqual({ ...EMPTY_DOCUMENT, isPacked: false });
      expect(await store.checkpointOf(record.id, "desk")).toBeUndefined();
      expect(await store.checkpointOf(newBoardId(), "board")).toBeUndefined();
    });

    test("[S9] entries that are set aside are missing, counted, and their numbers not given again", async () => {
      const record = boardRecord();
      await store.createBoard(record, []);
      await store.append([1, 2, 3, 4].map((byte) => entryOf(record.id, byte)));
      await store.checkpoint(record.id, "board", 1, packed(101));
      await store.setAside(record.id, "board", [2, 4, 9], "unreadable");
      await store.setAside(record.id, "board", [2], "unreadable");
      await store.setAside(newBoardId(), "board", [1], "unreadable");
      const expected = { checkpoint: bytesOf(101), updates: [bytesOf(3)], seqs: [3], journalBytes: 1, quarantined: 2 };
      expect(await store.load(record.id, "board")).toEqual({ ...expected, seq: 4 });
      expect(await store.append([entryOf(record.id, 5)])).toEqual([5]);
      await store.checkpoint(record.id, "board", 5, packed(105));
      expect(await store.load(record.id, "board")).toEqual({ ...storedDocument(bytesOf(105), [], 5), quarantined: 2 });
      expect(await store.load(record.id, "desk")).toEqual(EMPTY_DOCUMENT);
    });

    test("[S9] a document of which every entry was set aside is empty, and goes on counting", async () => {
      const record = boardRecord();
      await store.createBoard(record, []);
      await store.append([1, 2].map((byte) => entryOf(record.id, byte)));
      await store.setAside(record.id, "board", [1, 2], "unreadable");
      expect(await store.load(record.id, "board")).toEqual({ ...EMPTY_DOCUMENT, seq: 2, quarantined: 2 });
      expect(await store.append([entryOf(record.id, 3)])).toEqual([3]);
      const expected = { ...storedDocument(undefined, [bytesOf(3)], 3), seqs: [3], quarantined: 2 };
      expect(await store.load(record.id, "board")).toEqual(expected);
    });

    test("[S23] an epoch takes the place of all that a document was, and goes on counting", async () => {
      const record = boardRecord();
      await store.createBoard(record, []);
      await store.append([1, 2, 3].map((byte) => entryOf(record.id, byte)));
      await store.checkpoint(record.id, "board", 2, packed(102));
      await store.checkpoint(record.id, "board", 3, packed(103));
      await expect(store.startEpoch(record.id, "board", 2, bytesOf(50))).rejects.toMatchObject({
        code: "store-failed",
      });
      expect(await store.load(record.id, "board")).toEqual(storedDocument(bytesOf(103), [], 3));
      expect(await store.startEpoch(record.id, "board", 3, bytesOf(50))).toBe(4);
      expect(await store.load(record.id, "board")).toEqual(storedDocument(undefined, [bytesOf(50)], 4));
      expect(await store.checkpointOf(record.id, "board")).toBeUndefined();
      expect(await store.append([entryOf(record.id, 5)])).toEqual([5]);
      await store.checkpoint(record.id, "board", 4, packed(104));
      expect(await store.load(record.id, "board")).toEqual(storedDocument(bytesOf(104), [bytesOf(5)], 5));
    });

    test("[S12] a board that is not there is empty and takes nothing", async () => {
      const unknown = newBoardId();
      const refused = { name: "AppError", code: "unknown-board" };
      expect(await store.load(unknown, "board")).toEqual(EMPTY_DOCUMENT);
      expect(await store.session("d0", unknown)).toBeUndefined();
      await expect(store.append([entryOf(unknown, 1)])).rejects.toMatchObject(refused);
      await expect(store.checkpoint(unknown, "board", 1, packed(1))).rejects.toMatchObject(refused);
      await expect(store.startEpoch(unknown, "board", 0, bytesOf(1))).rejects.toMatchObject(refused);
      await expect(store.saveSession(sessionRecord(unknown))).rejects.toMatchObject(refused);
      expect(await store.sessionsOfDevice(sessionRecord(unknown).device)).toEqual([]);
      expect(await store.load(unknown, "board")).toEqual(EMPTY_DOCUMENT);
    });

    test("[S11] closing waits for what was called before, and a closed store takes nothing more", async () => {
      const record = boardRecord();
      await store.createBoard(record, []);
      const appended = store.append([entryOf(record.id, 1)]);
      const [, , seqs] = await Promise.all([store.close(), store.close(), appended]);
      expect(seqs).toEqual([1]);
      await store.close();
      const refused = { name: "AppError", code: "store-failed" };
      await expect(store.append([entryOf(record.id, 2)])).rejects.toMatchObject(refused);
      await expect(store.board(record.id)).rejects.toMatchObject(refused);
      await expect(store.check()).rejects.toMatchObject(refused);
    });

    test("[S1] the check reaches the disk and comes back, again and again", async () => {
      await store.check();
      await store.check();
      expect(await store.board(newBoardId())).toBeUndefined();
    });

    sessionContract(() => store);
    ballotContract(() => store);
    historyContract(() => store);
  });
}

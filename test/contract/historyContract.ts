import type { BoardStore, JournalEntry, VersionRecord } from "@palabre/server/stores";
import {
  newBoardId,
  newCardId,
  newPersonId,
  newVersionId,
  type BoardId,
  type ChangeEntry,
  type VersionId,
} from "@palabre/shared/terms";
import { expect, test } from "vitest";
import { boardRecord, bytesOf, entryOf } from "./records.ts";

const changeOf = (change: Partial<ChangeEntry> = {}): ChangeEntry => ({
  at: 1_760_000_000_000,
  facts: [{ key: `position/${newCardId()}`, before: [0, 0], after: [10, 20] }],
  ...change,
});
const changed = (board: BoardId, change: ChangeEntry, ...bytes: number[]): JournalEntry => ({
  ...entryOf(board, ...bytes),
  change,
});
const versionOf = (board: BoardId, change: Partial<VersionRecord> = {}): VersionRecord => ({
  id: newVersionId(),
  board,
  at: 1_760_000_000_000,
  kind: "minute",
  label: "",
  seq: 1,
  bytes: 3,
  ...change,
});

/** The part of the contract about what came before: who wrote under which id, what changed, and versions. */
export function historyContract(opened: () => BoardStore): void {
  test("[S24] a client id is the device's under which it was first kept, with its entry", async () => {
    const store = opened();
    const [a, b] = [boardRecord(), boardRecord()];
    await store.createBoard(a, [
      { document: "board", bytes: bytesOf(1), clients: [{ client: 4_294_967_295, device: "server" }] },
    ]);
    await store.createBoard(b, []);
    await store.append([
      {
        ...entryOf(a.id, 2),
        clients: [
          { client: 7, device: "d0" },
          { client: 8, device: "d0" },
        ],
      },
      { ...entryOf(b.id, 3), clients: [{ client: 7, device: "e1" }] },
      { ...entryOf(a.id, 4), clients: [{ client: 7, device: "e1" }] },
    ]);
    const ofA = [
      { client: 7, device: "d0" },
      { client: 8, device: "d0" },
      { client: 4_294_967_295, device: "server" },
    ];
    expect(await store.clientsOf(a.id)).toEqual(ofA);
    expect(await store.clientsOf(b.id)).toEqual([{ client: 7, device: "e1" }]);
    expect(await store.clientsOf(newBoardId())).toEqual([]);
    const failing = [{ ...entryOf(a.id, 5), clients: [{ client: 9, device: "d0" }] }, entryOf(newBoardId(), 6)];
    await expect(store.append(failing)).rejects.toMatchObject({ code: "unknown-board" });
    expect(await store.clientsOf(a.id)).toEqual(ofA);
  });

  test("[S25] changes are kept with their entries, oldest first, and found by person, entry and time", async () => {
    const store = opened();
    const [board, other] = [boardRecord(), boardRecord()];
    const ada = newPersonId();
    await store.createBoard(board, [{ document: "board", bytes: bytesOf(1) }]);
    await store.createBoard(other, []);
    const text = changeOf({
      at: 20,
      person: ada,
      phase: "silence",
      facts: [
        { key: `text/${newCardId()}`, delta: [{ keep: 3 }, { remove: "é" }, { insert: "\u{1F600}" }] },
        { key: `attribute/${newCardId()}/tags`, after: ["a", { b: null, c: 1.5 }] },
        { key: `attribute/${newCardId()}/colour`, before: "ink" },
      ],
    });
    const [first, second] = [changeOf({ at: 10 }), changeOf({ at: 15, person: newPersonId(), facts: [] })];
    await store.append([changed(board.id, first, 2), entryOf(board.id, 3), changed(board.id, second, 4)]);
    await store.append([changed(other.id, changeOf(), 5), changed(board.id, text, 6)]);
    const logged = [
      { ...first, seq: 2 },
      { ...second, seq: 4 },
      { ...text, seq: 5 },
    ];
    expect(await store.changes(board.id, { limit: 10 })).toEqual(logged);
    expect(await store.changes(board.id, { limit: 2 })).toEqual(logged.slice(0, 2));
    expect(await store.changes(board.id, { afterSeq: 2, limit: 1 })).toEqual(logged.slice(1, 2));
    expect(await store.changes(board.id, { since: 15, limit: 10 })).toEqual(logged.slice(1));
    expect(await store.changes(board.id, { person: ada, limit: 10 })).toEqual(logged.slice(2));
    expect(await store.changes(board.id, { person: ada, since: 21, limit: 10 })).toEqual([]);
    expect(await store.changes(newBoardId(), { limit: 10 })).toEqual([]);
  });

  test("[S25] a change of another document than the board is refused with its whole batch", async () => {
    const store = opened();
    const { id } = boardRecord();
    await store.createBoard(boardRecord({ id }), []);
    const batch = [entryOf(id, 1), { ...changed(id, changeOf(), 2), document: "desk" as const }];
    await expect(store.append(batch)).rejects.toMatchObject({ name: "AppError", code: "store-failed" });
    expect((await store.load(id, "board")).updates).toEqual([]);
  });

  test("[S26] a version comes back as it was saved, and versions are listed newest first", async () => {
    const store = opened();
    const [board, other] = [boardRecord(), boardRecord()];
    await store.createBoard(board, []);
    await store.createBoard(other, []);
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 7);
    const manual = versionOf(board.id, {
      at: 30,
      kind: "manual",
      label: "Avant le vote \u{1F5F3}",
      person: newPersonId(),
      seq: 9,
      bytes: bytes.length,
    });
    const [early, late] = [versionOf(board.id, { at: 10 }), versionOf(board.id, { at: 30, seq: 10, kind: "phase" })];
    await store.saveVersion(manual, bytes);
    await store.saveVersion(early, bytesOf(1, 2, 3));
    await store.saveVersion(late, bytesOf());
    await store.saveVersion(versionOf(other.id), bytesOf(4));
    expect(await store.versions(board.id)).toEqual([late, manual, early]);
    const found = await store.version(board.id, manual.id);
    expect(found?.record).toEqual(manual);
    expect(Buffer.compare(found?.bytes ?? bytesOf(), bytes)).toBe(0);
    expect(await store.version(board.id, late.id)).toEqual({ record: late, bytes: bytesOf() });
    expect(await store.version(other.id, manual.id)).toBeUndefined();

    await expect(store.saveVersion(manual, bytesOf(1))).rejects.toMatchObject({ code: "store-failed" });
    await expect(store.saveVersion(versionOf(newBoardId()), bytesOf(1))).rejects.toMatchObject({
      code: "unknown-board",
    });
    const deleted = (id: VersionId) => store.deleteVersion(board.id, id);
    await Promise.all([deleted(early.id), deleted(early.id), deleted(newVersionId())]);
    expect(await store.versions(board.id)).toEqual([late, manual]);
  });

  test("[S27] history older than its date goes, except versions that a person asked for; the board stays", async () => {
    const store = opened();
    const [board, other] = [boardRecord(), boardRecord()];
    for (const record of [board, other]) {
      await store.createBoard(record, []);
      await store.append([10, 20, 30].map((at) => changed(record.id, changeOf({ at }), at)));
      await store.saveVersion(versionOf(record.id, { at: 10 }), bytesOf(1));
    }
    const manual = versionOf(board.id, { at: 5, kind: "manual" });
    const young = versionOf(board.id, { at: 20 });
    await store.saveVersion(manual, bytesOf(1));
    await store.saveVersion(young, bytesOf(1));
    const before = await store.load(board.id, "board");
    expect(await store.dropHistory(board.id, 20)).toBe(2);
    expect(await store.dropHistory(board.id, 20)).toBe(0);
    expect(await store.versions(board.id)).toEqual([young, manual]);
    expect((await store.changes(board.id, { limit: 10 })).map(({ at }) => at)).toEqual([20, 30]);
    expect((await store.changes(other.id, { limit: 10 })).map(({ at }) => at)).toEqual([10, 20, 30]);
    expect(await store.versions(other.id)).toHaveLength(1);
    expect(await store.load(board.id, "board")).toEqual(before);
  });

  test("[S27] changes may be kept longer than versions", async () => {
    const store = opened();
    const board = boardRecord();
    await store.createBoard(board, []);
    await store.append([10, 20, 30].map((at) => changed(board.id, changeOf({ at }), at)));
    await store.saveVersion(versionOf(board.id, { at: 20 }), bytesOf(1));
    expect(await store.dropHistory(board.id, 30, 20)).toBe(2);
    expect(await store.versions(board.id)).toEqual([]);
    expect((await store.changes(board.id, { limit: 10 })).map(({ at }) => at)).toEqual([20, 30]);
  });
}

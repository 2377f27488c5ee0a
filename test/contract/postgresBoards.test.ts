import { gzipSync } from "node:zlib";
import { openBoardStore, type BoardStore } from "@palabre/server/stores";
import { draftNameOf, newBallotId, newPersonId, newPhaseId } from "@palabre/shared/terms";
import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { describePostgres, type TestPostgres } from "../helpers/postgres.ts";
import { until } from "../helpers/until.ts";
import { boardRecord, entryOf, storedDocument } from "./records.ts";

const refused = { name: "AppError", code: "store-failed" };
const open = async (postgres: TestPostgres): Promise<{ store: BoardStore; url: string }> => {
  const url = await postgres.fresh();
  const store = await openBoardStore(undefined, url);
  onTestFinished(() => store.close());
  return { store, url };
};

describePostgres("boards in a damaged database", (postgres) => {
  const bytes = (mark: string): Uint8Array => new Uint8Array(Buffer.from(`${mark}: some words`));
  const entry = (seq: number): Uint8Array => bytes(`update ${seq}`);
  const checkpoint = (seq: number) => ({ gzip: gzipSync(bytes(`checkpoint ${seq}`)), vector: bytes(`vector ${seq}`) });
  /** Six entries, with checkpoints at 2 and 4, of which some rows are then changed from outside. */
  const openSpoilt = async (sql: string) => {
    const { store, url } = await open(postgres);
    const board = boardRecord().id;
    await store.createBoard(boardRecord({ id: board }), []);
    for (const seq of [1, 2, 3, 4, 5, 6]) {
      await store.append([{ board, document: "board", bytes: entry(seq) }]);
      if (seq === 2 || seq === 4) await store.checkpoint(board, "board", seq, checkpoint(seq));
    }
    const found = (await postgres.sql(url, `SET search_path = boards; ${sql}; SELECT seq, bytes FROM updates`)) as {
      readonly seq: string;
      readonly bytes: Buffer;
    }[];
    return {
      store,
      board,
      load: () => store.load(board, "board"),
      quarantine: () => postgres.sql(url, "SELECT kind, seq::int, bytes FROM boards.quarantine ORDER BY key"),
      found: (seq: number) => found.find((row) => Number(row.seq) === seq)?.bytes ?? Buffer.alloc(0),
    };
  };
  const FLIP = "set_byte(bytes, 3, get_byte(bytes, 3) # 1)";

  test("[S8] a damaged checkpoint gives way to the one before it, which loses nothing", async () => {
    const { load } = await openSpoilt(
      `UPDATE checkpoints SET vector = ${FLIP.replaceAll("bytes", "vector")} WHERE seq = 4`,
    );
    expect(await load()).toEqual(storedDocument(bytes("checkpoint 2"), [3, 4, 5, 6].map(entry), 6));
  });

  test.each([
    ["flipped bit", `UPDATE updates SET bytes = ${FLIP} WHERE seq = 5`, [6], [5]],
    ["torn record", "UPDATE updates SET bytes = substr(bytes, 1, 9) WHERE seq = 6", [5], [6]],
    ["lost end", "DELETE FROM updates WHERE seq >= 6", [5], [6]],
    ["record that is gone", "DELETE FROM updates WHERE seq = 5", [6], [5]],
  ])("[S9] a document with a %s opens without it, and says so", async (_, sql, left, lost) => {
    const { store, board, load, quarantine, found } = await openSpoilt(sql);
    const expected = {
      checkpoint: bytes("checkpoint 4"),
      updates: left.map(entry),
      seqs: left,
      seq: 6,
      journalBytes: entry(5).byteLength,
      quarantined: 1,
    };
    expect(await load()).toEqual(expected);
    // again, from what the first load left
    expect(await load()).toEqual(expected);
    expect(await quarantine()).toEqual(lost.map((seq) => ({ kind: "entry", seq, bytes: found(seq) })));
    expect(await store.append([{ board, document: "board", bytes: entry(7) }])).toEqual([7]);
    await store.checkpoint(board, "board", 7, checkpoint(7));
    expect(await load()).toEqual({ ...storedDocument(bytes("checkpoint 7"), [], 7), quarantined: 1 });
  });

  test("[S9] the last good state is the older checkpoint when the newer one and an entry between are damaged", async () => {
    const { load, quarantine, found } = await openSpoilt(
      "UPDATE checkpoints SET bytes = '\\x00' WHERE seq = 4; UPDATE updates SET bytes = '\\x01' WHERE seq = 3",
    );
    expect(await load()).toEqual({ ...storedDocument(bytes("checkpoint 2"), [4, 5, 6].map(entry), 6), quarantined: 1 });
    expect(await quarantine()).toEqual([
      { kind: "checkpoint", seq: 4, bytes: Buffer.of(0) },
      { kind: "entry", seq: 3, bytes: found(3) },
    ]);
  });

  test("[S9] a document of which nothing can be read is refused, and left as it is", async () => {
    const { load, quarantine } = await openSpoilt("DELETE FROM checkpoints; UPDATE updates SET bytes = '\\x01'");
    await expect(load()).rejects.toMatchObject({ code: "damaged-document" });
    await expect(load()).rejects.toMatchObject({ code: "damaged-document" });
    expect(await quarantine()).toEqual([]);
  });

  test("[S10] a newer schema is refused and left as it is", async () => {
    const { store, url } = await open(postgres);
    await store.close();
    await postgres.sql(url, "UPDATE boards.schema_version SET version = 999");
    await expect(openBoardStore(undefined, url)).rejects.toMatchObject({
      ...refused,
      details: { found: 999, known: expect.any(Number) },
    });
    expect(await postgres.sql(url, "SELECT version FROM boards.schema_version")).toEqual([{ version: 999 }]);
  });
});

describePostgres("what is erased in a database", (postgres) => {
  test("[S43] no table holds what a draft said, nor the salt of a ballot; others keep theirs", async () => {
    const { store, url } = await open(postgres);
    const board = boardRecord().id;
    await store.createBoard(boardRecord({ id: board }), []);
    const [gone, stays] = [newPhaseId(), newPhaseId()];
    const said = (phase: typeof gone, text: string) => ({
      board,
      document: draftNameOf(phase, newPersonId()),
      bytes: new Uint8Array(Buffer.from(text)),
    });
    // what is erased stands before and after what stays: closing a gap may write over one of them, not over both
    const words = ["nobody may read this", "these words stay"] as const;
    await store.append([said(gone, words[0]), said(stays, words[1]), said(gone, words[0])]);
    const [first, kept, last] = [newBallotId(), newBallotId(), newBallotId()];
    for (const id of [first, kept, last]) {
      await store.openBallot({ board, id, salt: id === kept ? "salt-that-stays" : "salt-that-goes", openedAt: 1 });
    }
    const onDisk = async () => {
      // what is in the memory of Postgres is on no disk yet
      await postgres.sql(url, "CHECKPOINT");
      const rows = (await postgres.sql(
        url,
        `SELECT pg_read_binary_file(pg_relation_filepath(oid)) AS bytes FROM pg_class
         WHERE relnamespace = 'boards'::regnamespace AND relkind = 'r'`,
      )) as { readonly bytes: Buffer }[];
      const file = Buffer.concat(rows.map((row) => row.bytes));
      return [...words, "salt-that-goes", "salt-that-stays"].map((text) => file.includes(text));
    };
    expect(await onDisk()).toEqual([true, true, true, true]);
    await store.append([{ ...entryOf(board, 1), erases: gone }]);
    await store.eraseBallots(board, [first, last]);
    expect(await onDisk()).toEqual([false, true, false, true]);
  });
});

describePostgres("a database that is cut off", (postgres) => {
  const update = (): Uint8Array => {
    const doc = new Y.Doc();
    doc.getText("text").insert(0, "once");
    return Y.encodeStateAsUpdate(doc);
  };
  const read = (updates: readonly Uint8Array[]): string => {
    const doc = new Y.Doc();
    for (const bytes of updates) Y.applyUpdate(doc, bytes);
    return doc.getText("text").toString();
  };
  const backend = (url: string, waiting: string) =>
    postgres.sql(
      url,
      `SELECT pid FROM pg_stat_activity WHERE application_name = 'palabre boards' AND datname = current_database() AND ${waiting}`,
    );
  const cut = (url: string) =>
    postgres.sql(
      url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'palabre boards' AND datname = current_database()`,
    );

  test("[S41] one that is cut between two calls is opened anew by the next", async () => {
    const { store, url } = await open(postgres);
    const record = boardRecord();
    await store.createBoard(record, []);
    await cut(url);
    await until(async () => (await backend(url, "true")).length === 0, "the end of the connection");
    expect(await store.append([entryOf(record.id, 1)])).toEqual([1]);
    expect(await store.board(record.id)).toEqual(record);
  });

  test("[S41] what was being committed rejects, leaves nothing, and is kept once when it is sent again", async () => {
    const { store, url } = await open(postgres);
    const { id: board } = boardRecord();
    await store.createBoard(boardRecord({ id: board }), []);
    // a check that is due at the end of a transaction: the commit itself takes its time
    await postgres.sql(
      url,
      `CREATE FUNCTION boards.dawdle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(60); RETURN NULL; END $$;
       CREATE CONSTRAINT TRIGGER dawdle AFTER INSERT ON boards.updates DEFERRABLE INITIALLY DEFERRED
       FOR EACH ROW EXECUTE FUNCTION boards.dawdle()`,
    );
    const entry = { board, document: "board" as const, bytes: update(), clients: [{ client: 7, device: "d0" }] };
    const appended = store.append([entry]);
    const after = store.load(board, "board");
    const outcome = Promise.allSettled([appended, after]);
    await until(async () => (await backend(url, "query = 'COMMIT' AND state = 'active'")).length === 1, "the commit");
    await cut(url);
    expect(await outcome).toMatchObject([
      { status: "rejected", reason: refused },
      { status: "fulfilled", value: storedDocument(undefined, []) },
    ]);
    await postgres.sql(url, "DROP TRIGGER dawdle ON boards.updates");
    expect(await store.clientsOf(board)).toEqual([]);
    expect(await store.append([entry])).toEqual([1]);
    expect(await store.load(board, "board")).toEqual(storedDocument(undefined, [entry.bytes]));
  });

  test("[S41] what was committed without an answer counts as not kept: sent again it has a later number, and a reader takes both as one", async () => {
    const { store, url } = await open(postgres);
    const { id: board } = boardRecord();
    await store.createBoard(boardRecord({ id: board }), []);
    // a commit is then on this disk, and its answer waits for a copy that never comes
    await postgres.sql(url, "ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
    await postgres.sql(url, "SELECT pg_reload_conf()");
    const bytes = update();
    let acknowledged = 0;
    let failure: unknown;
    const writing = (async () => {
      while (failure === undefined) {
        try {
          const [seq = 0] = await store.append([{ board, document: "board", bytes }]);
          acknowledged = seq;
        } catch (error) {
          failure = error;
        }
      }
    })();
    await until(
      async () => (await backend(url, "wait_event = 'SyncRep'")).length === 1,
      "the answer that does not come",
    );
    await cut(url);
    await postgres.sql(url, "ALTER SYSTEM RESET synchronous_standby_names");
    await postgres.sql(url, "SELECT pg_reload_conf()");
    await writing;
    expect(failure).toMatchObject(refused);
    const { seq } = await store.load(board, "board");
    expect(seq).toBe(acknowledged + 1);
    expect(await store.append([{ board, document: "board", bytes }])).toEqual([seq + 1]);
    const { updates } = await store.load(board, "board");
    expect(updates).toEqual(Array.from({ length: seq + 1 }, () => bytes));
    expect(read(updates)).toBe("once");
  });
});

describePostgres("a database that goes and comes back", (postgres) => {
  test("[S42] nothing is acknowledged meanwhile, nothing that was is lost, and it goes on by itself", async () => {
    const { store } = await open(postgres);
    const { id: board } = boardRecord();
    await store.createBoard(boardRecord({ id: board }), []);
    const acknowledged: number[] = [];
    let isStopping = false;
    const failures: unknown[] = [];
    const writing = (async () => {
      for (let n = 1; failures.length === 0; n += 1) {
        try {
          await store.append([entryOf(board, n >> 8, n)]);
          acknowledged.push(n);
        } catch (error) {
          expect(isStopping).toBe(true);
          failures.push(error);
        }
      }
    })();
    await until(() => acknowledged.length >= 50, "some that are acknowledged");
    isStopping = true;
    await postgres.stop();
    await writing;
    expect(failures).toMatchObject([refused]);
    await expect(store.append([entryOf(board, 255)])).rejects.toMatchObject(refused);
    await expect(store.load(board, "board")).rejects.toMatchObject(refused);
    await expect(store.check()).rejects.toMatchObject(refused);
    await postgres.start();
    const { updates, seq } = await store.load(board, "board");
    // the last one may have been committed without an answer
    const kept = updates.map(([high = 0, low = 0]) => high * 256 + low);
    expect([acknowledged, [...acknowledged, acknowledged.length + 1]]).toContainEqual(kept);
    expect(await store.append([entryOf(board, 1)])).toEqual([seq + 1]);
  });
});

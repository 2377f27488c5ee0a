import { openBoardStore, type BoardStore } from "@palabre/server/stores";
import { boardIdSchema, newPersonId, type BoardId } from "@palabre/shared/terms";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { describePostgres } from "../helpers/postgres.ts";
import { openFolder } from "../helpers/startServer.ts";
import { boardStoreContract } from "./boardStoreContract.ts";
import { boardRecord, bytesOf, entryOf, packed, packedOf, sessionRecord, storedDocument } from "./records.ts";

boardStoreContract("boards in memory", () => openBoardStore(undefined));
boardStoreContract("boards in SQLite", openBoardStore);
describePostgres("a database", (postgres) => {
  boardStoreContract("boards in Postgres", async () => openBoardStore(undefined, await postgres.fresh()));

  test("[S4] Postgres answers any run of calls as the plain store does, none waiting for another", async () => {
    const store = await openBoardStore(undefined, await postgres.fresh());
    await answersAsPlain(store);
    await store.close();
  });

  test("[S6] boards, sessions and documents are in the database after closing and opening again", async () => {
    const url = await postgres.fresh();
    await isThereAgain(() => openBoardStore(undefined, url));
  });
});

const PERSON = newPersonId();
const board = fc.constantFrom("a", "b", "c");
const document = fc.constantFrom("board", "workshop");
const device = fc.constantFrom("d", "e");
const bytes = fc.uint8Array({ maxLength: 9 });
const clients = fc.array(fc.record({ client: fc.nat(3), device }), { maxLength: 2 });
const change = fc.record({ at: fc.nat(9), facts: fc.constant([{ key: "position/card", after: [1, 2] }]) });
type Call = (store: BoardStore, id: (board: string) => BoardId) => Promise<unknown>;
/** Anything that rooms and access may ask, sensible or not. */
const call: fc.Arbitrary<Call> = fc.oneof(
  board.map(
    (name): Call =>
      (store, id) =>
        store.createBoard(boardRecord({ id: id(name) }), []),
  ),
  fc.tuple(board, fc.nat(5)).map(([name, viewer]): Call => (store, id) => {
    const counters = { facilitator: 0, participant: 0, viewer };
    return store.changeBoard(id(name), { counters });
  }),
  fc
    .array(fc.record({ board, document, bytes, clients, change }, { requiredKeys: ["board", "document", "bytes"] }), {
      maxLength: 4,
    })
    .map(
      (batch): Call =>
        (store, id) =>
          store.append(batch.map((entry) => ({ ...entry, board: id(entry.board) }))),
    ),
  fc.tuple(board, document, fc.nat(9), bytes).map(
    ([name, of, seq, checkpoint]): Call =>
      (store, id) =>
        store.checkpoint(id(name), of, seq, packedOf(checkpoint)),
  ),
  fc.tuple(board, document).map(
    ([name, of]): Call =>
      (store, id) =>
        store.checkpointOf(id(name), of),
  ),
  fc.tuple(board, document, fc.array(fc.nat(9), { maxLength: 2 })).map(
    ([name, of, seqs]): Call =>
      (store, id) =>
        store.setAside(id(name), of, seqs, "unreadable"),
  ),
  fc.tuple(board, document, fc.nat(6), bytes).map(
    ([name, of, seq, epoch]): Call =>
      (store, id) =>
        store.startEpoch(id(name), of, seq, epoch),
  ),
  board.map(
    (name): Call =>
      (store, id) =>
        store.clientsOf(id(name)),
  ),
  fc.tuple(board, fc.nat(9), fc.nat(3)).map(
    ([name, afterSeq, limit]): Call =>
      (store, id) =>
        store.changes(id(name), { afterSeq, limit }),
  ),
  fc.tuple(board, fc.nat(9)).map(
    ([name, before]): Call =>
      (store, id) =>
        store.dropHistory(id(name), before),
  ),
  fc.tuple(board, document).map(
    ([name, of]): Call =>
      (store, id) =>
        store.load(id(name), of),
  ),
  fc.tuple(board, device, fc.nat(3)).map(([name, by, seenAt]): Call => (store, id) => {
    return store.saveSession(sessionRecord(id(name), { device: by, person: PERSON, seenAt }));
  }),
  fc.tuple(board, device).map(
    ([name, by]): Call =>
      (store, id) =>
        store.deleteSession(by, id(name)),
  ),
  fc.tuple(board, fc.constantFrom("x", "y"), fc.nat(3)).map(([name, digest, seenAt]): Call => (store, id) => {
    // digests are found across boards, so each run has its own
    return store.saveSlide({ board: id(name), salt: "5a", digest: `${digest} ${id("a")}`, codeAt: 1, seenAt });
  }),
  fc.constantFrom("x", "y").map(
    (digest): Call =>
      (store, id) =>
        store.slideByDigest(`${digest} ${id("a")}`),
  ),
  board.map(
    (name): Call =>
      (store, id) =>
        store.sessionsOfPerson(id(name), PERSON),
  ),
  device.map(
    (by): Call =>
      (store) =>
        store.sessionsOfDevice(by),
  ),
);

/** Gives the same calls to `store` and to the plain one, and compares all that they answer. */
async function answersAsPlain(store: BoardStore): Promise<void> {
  const stores = [await openBoardStore(undefined), store];
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(call, { maxLength: 60, size: "max" }), async (calls) => {
      // boards of its own for each run; sessions are deleted, since a device's are asked for over all boards
      run += 1;
      const id = (name: string): BoardId => boardIdSchema.parse(`${name}${run}`.padEnd(21, "_"));
      const [plain, kept] = await Promise.all(
        stores.map(async (asked) => {
          const settled = await Promise.allSettled(calls.map((make) => make(asked, id)));
          for (const name of ["a", "b", "c"]) {
            await Promise.all(["d", "e"].map((by) => asked.deleteSession(by, id(name))));
          }
          return settled.map((one) => (one.status === "fulfilled" ? { value: one.value } : { code: one.reason.code }));
        }),
      );
      expect(kept).toEqual(plain);
    }),
    { numRuns: 100 },
  );
}

async function isThereAgain(open: () => Promise<BoardStore>): Promise<void> {
  const first = await open();
  const record = boardRecord();
  const session = sessionRecord(record.id, { bearer: true });
  await first.createBoard(record, [{ document: "workshop", bytes: bytesOf(7) }]);
  await first.saveSession(session);
  await first.append([entryOf(record.id, 1), entryOf(record.id, 2), entryOf(record.id, 3)]);
  await first.checkpoint(record.id, "board", 2, packed(12));
  await first.changeBoard(record.id, { title: "Renamed" });
  const before = await Promise.all([first.load(record.id, "board"), first.load(record.id, "workshop")]);
  await first.close();

  const second = await open();
  expect(await second.board(record.id)).toEqual({ ...record, title: "Renamed" });
  expect(await second.session(session.device, record.id)).toEqual(session);
  expect(await Promise.all([second.load(record.id, "board"), second.load(record.id, "workshop")])).toEqual(before);
  expect(before[0]).toEqual(storedDocument(bytesOf(12), [bytesOf(3)], 3));
  expect(await second.append([entryOf(record.id, 4)])).toEqual([4]);
  await second.close();
}

test("[S4] SQLite answers any run of calls as the plain store does, none waiting for another", async () => {
  const store = await openBoardStore(await openFolder());
  await answersAsPlain(store);
  await store.close();
});

test("[S6] boards, sessions and documents are there after closing and opening again", async () => {
  const folder = await openFolder();
  await isThereAgain(() => openBoardStore(folder));
});

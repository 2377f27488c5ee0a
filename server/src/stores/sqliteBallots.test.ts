import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newBallotId, newBoardId, newPersonId } from "@palabre/shared/terms";
import { expect, onTestFinished, test } from "vitest";
import { DEFAULT_HISTORY_DAYS } from "./boardStore.ts";
import { packEntries } from "./packedEntries.ts";
import { SqliteBoards } from "./sqliteBoards.ts";

test("[V6] of an erased ballot no salt is left in the file nor in its log, and others keep theirs", async () => {
  const folder = await mkdtemp(join(tmpdir(), "palabre-ballots-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, "boards.db");
  const boards = new SqliteBoards(file);
  onTestFinished(() => boards.close());
  const board = newBoardId();
  const counters = { facilitator: 1, participant: 1, viewer: 1 };
  boards.createBoard(
    { id: board, title: "t", language: "fr", createdAt: 1, counters, historyDays: DEFAULT_HISTORY_DAYS },
    packEntries([]),
  );
  // enough of them that pages are split
  const ballots = Array.from({ length: 300 }, (_, index) => {
    const record = { board, id: newBallotId(), salt: randomBytes(16).toString("base64url"), openedAt: index };
    boards.openBallot(record);
    return record;
  });
  const people = Array.from({ length: 5 }, newPersonId);
  for (const { id } of ballots)
    for (let round = 0; round < 2; round += 1)
      boards.putPapers(
        people.map((person) => ({ board, ballot: id, person, sealed: randomBytes(90).toString("hex"), at: 1 })),
      );
  const left = async () => {
    const bytes = Buffer.concat(
      await Promise.all(["", "-wal", "-shm"].map((end) => readFile(file + end).catch(() => Buffer.alloc(0)))),
    );
    return ballots.filter(({ salt }) => bytes.includes(salt.slice(0, 11)) || bytes.includes(salt.slice(11)));
  };
  expect(await left()).toEqual(ballots);
  const gone = ballots.filter((_, index) => index % 3 === 0);
  const kept = ballots.filter((ballot) => !gone.includes(ballot));
  boards.eraseBallots(
    board,
    gone.map(({ id }) => id),
  );
  expect(await left()).toEqual(kept);
  expect(boards.ballots(board).map(({ id }) => id)).toEqual(kept.map(({ id }) => id).toSorted());
  expect(gone.flatMap(({ id }) => boards.papers(board, id))).toEqual([]);
  expect(kept.flatMap(({ id }) => boards.papers(board, id))).toHaveLength(kept.length * people.length);
});

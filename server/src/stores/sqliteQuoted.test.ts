import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newBoardId } from "@palabre/shared/terms";
import { expect, onTestFinished, test } from "vitest";
import { DEFAULT_HISTORY_DAYS } from "./boardStore.ts";
import { packEntries } from "./packedEntries.ts";
import { SqliteBoards } from "./sqliteBoards.ts";

test("[S77] a document of the server's own that begins anew leaves no byte of what it was, in the file nor in its log", async () => {
  const folder = await mkdtemp(join(tmpdir(), "palabre-quoted-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, "boards.db");
  const boards = new SqliteBoards(file);
  onTestFinished(() => boards.close());
  const ids = Array.from({ length: 6 }, () => newBoardId());
  for (const id of ids) {
    const counters = { facilitator: 1, participant: 1, viewer: 1 };
    const record = { id, title: "t", language: "fr", createdAt: 1, counters, historyDays: DEFAULT_HISTORY_DAYS };
    boards.createBoard({ ...record, language: "fr" }, packEntries([]));
  }
  const [quoting] = ids.toSorted().slice(3);
  if (!quoting) throw new Error("there are boards");
  const traces: Buffer[] = [];
  const others: Buffer[] = [];
  let last = 0;
  // rows of all sizes beside each other, so that pages are parted and joined again and again
  for (let round = 0; round < 30; round += 1) {
    for (const board of ids) {
      const entries = (["workshop", "board", "desk"] as const).map((document, index) => {
        const bytes = randomBytes(40 + ((round * 37 + index * 311) % 1_700));
        (board === quoting && document === "workshop" ? traces : others).push(bytes);
        return { board, document, bytes };
      });
      const [seq = 0] = boards.append(packEntries(entries));
      if (board === quoting) last = seq;
      if (seq % 7 !== 0) continue;
      const packed = { gzip: randomBytes(3_000), vector: randomBytes(30) };
      if (board === quoting) traces.push(packed.gzip);
      boards.checkpoint(board, "workshop", seq, packed);
      boards.checkpoint(board, "board", seq, { gzip: randomBytes(9_000), vector: randomBytes(30) });
    }
  }
  const alive = randomBytes(900);
  expect(boards.startEpoch(quoting, "workshop", last, alive, true)).toBe(last + 1);
  const bytes = Buffer.concat(
    await Promise.all(["", "-wal", "-shm"].map((end) => readFile(file + end).catch(() => Buffer.alloc(0)))),
  );
  let left = 0;
  for (const trace of traces)
    for (let at = 0; at + 16 <= trace.length; at += 16) if (bytes.includes(trace.subarray(at, at + 16))) left += 1;
  expect(left).toBe(0);
  expect(bytes.includes(alive)).toBe(true);
  expect(boards.load(quoting, "workshop").updates.map((update) => Buffer.from(update))).toEqual([alive]);
  expect(boards.load(quoting, "board").seq).toBe(last);
});

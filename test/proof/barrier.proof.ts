import { applyEdits } from "@palabre/shared/documents";
import { expect, it } from "vitest";
import { addNote } from "../helpers/cards.ts";
import { connect, openBoard, synced } from "../helpers/client.ts";
import { keepLedger } from "../helpers/ledger.ts";
import { runServer } from "../helpers/runServer.ts";
import { seeded } from "../helpers/seeded.ts";
import { openFolder } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";
import { minutesOr, seed } from "./options.ts";
import { ms, percentile, writeResults } from "./results.ts";

const WRITERS = 50;
/** from one edit of a writer to the next, on average: everybody types or drags at once */
const EDIT_EVERY_MS = 500;
const PROMISED_MS = 500;

it("[R4] 50 who write at once soon know that it is saved", async () => {
  const random = seeded(seed);
  const server = await runServer({ DATA_DIR: await openFolder() });
  const board = await openBoard(server);
  const writers = await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      const { session } = await board.join("participant");
      const peer = connect(server, board.id, session, "board");
      await synced(peer);
      const card = addNote(peer.doc, "mine");
      return { doc: peer.doc, ledger: keepLedger(peer), card };
    }),
  );
  const end = Date.now() + minutesOr(1) * 60_000;
  let edits = 0;
  await Promise.all(
    writers.map(async ({ doc, card }) => {
      while (Date.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, random.next() * 2 * EDIT_EVERY_MS));
        edits += 1;
        applyEdits(doc, [{ type: "moveCards", moves: [{ card, to: [random.integer(9_000), random.integer(9_000)] }] }]);
      }
    }),
  );
  await until(() => writers.every(({ ledger }) => ledger.acknowledged() === ledger.own.length), "the last barriers");
  const waits = writers.flatMap(({ ledger }) => ledger.waitsMs);
  writeResults(
    "barrier",
    "From an edit to the answer of the first barrier that covers it, 50 stock clients on one board. 100 ms of it is the pause in which a burst gathers.",
    [
      ["what", "figure", "promise"],
      ["edits", edits, ""],
      ["p50", ms(percentile(waits, 0.5)), ""],
      ["p95", ms(percentile(waits, 0.95)), `${PROMISED_MS} ms`],
      ["worst", ms(Math.max(...waits)), ""],
    ],
  );
  expect(percentile(waits, 0.95)).toBeLessThanOrEqual(PROMISED_MS);
});

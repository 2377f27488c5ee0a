import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { applyEdits, encodeDoc, openCardText, readBoard } from "@palabre/shared/documents";
import { newCardId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { connect, message, openBoard, openSynced, synced } from "../helpers/client.ts";
import { keepLedger } from "../helpers/ledger.ts";
import { seeded } from "../helpers/seeded.ts";
import { openFolder } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";
import { minutesOr, seed } from "./options.ts";
import { megabytes, ms, percentile, say, writeResults } from "./results.ts";
import { runWatched } from "./watchedServer.ts";

const CLIENTS = 100;
/** stock clients with a copy of their own; the others listen and point, as a program does */
const STOCK = 20;
const CARDS = 2_000;
/** cards that a client writes as one update */
const PER_UPDATE = 50;
/** memory may grow by as much over a whole run: what is left of the last garbage */
const GROWTH_BYTES = 20 * 2 ** 20;
/** SQLite's write-ahead logs, which are used again and again, and the posts' empty file */
const LOGS_BYTES = 12 * 2 ** 20;
const pause = (forMs: number) => new Promise((resolve) => setTimeout(resolve, forMs));

const bytesOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

/** The straight line through points: how much y grows with each x (least squares). */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const over = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return over / points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

it("[R18] a hundred clients for a long time leave no more behind than what they wrote", async () => {
  const minutes = minutesOr(20);
  const random = seeded(seed);
  const folder = await openFolder();
  const server = await runWatched({ DATA_DIR: folder });
  const board = await openBoard(server);
  const stock = await Promise.all(
    Array.from({ length: STOCK }, async () => {
      const { session, person } = await board.join("participant");
      const peer = connect(server, board.id, session, "board");
      await synced(peer);
      return { peer, person, ledger: keepLedger(peer) };
    }),
  );
  const cards = Array.from({ length: CARDS }, newCardId);
  const [first] = stock;
  if (!first) throw new Error("nobody came");
  const text = "Ce que la communauté attend. ".repeat(20);
  for (let from = 0; from < CARDS; from += PER_UPDATE) {
    applyEdits(
      first.peer.doc,
      cards.slice(from, from + PER_UPDATE).map((id) => ({
        type: "addCard",
        id,
        kind: "note",
        position: [0, 0],
        text,
        at: 1,
        by: first.person,
      })),
    );
  }
  const end = Date.now() + minutes * 60_000;
  let edits = 0;
  let joins = 0;
  const writing = stock.map(async ({ peer }) => {
    while (Date.now() < end) {
      await pause(random.integer(2_000));
      edits += 1;
      peer.provider.awareness.setLocalState({ cursor: [random.integer(900), random.integer(900)] });
      const card = random.pick(cards);
      if (random.chance(0.5)) {
        applyEdits(peer.doc, [
          { type: "moveCards", moves: [{ card, to: [random.integer(900), random.integer(900)] }] },
        ]);
        continue;
      }
      const text = openCardText(peer.doc, card);
      const before = text?.value() ?? "";
      text?.edit(before.length > 700 ? before.slice(0, 600) : `${before} mot`);
      text?.close();
    }
  });
  // the others come, point, and go again after a while
  const listening = Array.from({ length: CLIENTS - STOCK }, async (_, index) => {
    const { session } = await board.join(index % 2 === 0 ? "participant" : "viewer");
    while (Date.now() < end) {
      const client = await openSynced(server, board.id, "board", session);
      joins += 1;
      const leaveAt = Math.min(end, Date.now() + 20_000 + random.integer(120_000));
      while (Date.now() < leaveAt) {
        client.send(message(1, message(1, index + 1, joins, JSON.stringify({ cursor: [index, joins] }))));
        await pause(1_000 + random.integer(1_000));
        // what it heard is nobody's business
        (client.heard as Uint8Array[]).length = 0;
      }
      client.socket.close();
      await client.closed;
    }
  });
  const points: {
    readonly minute: number;
    readonly rss: number;
    readonly descriptors: number;
    readonly disk: number;
  }[] = [];
  const worstTaskMs = { joining: 0, settled: 0 };
  const measuring = async () => {
    const start = Date.now();
    while (Date.now() < end) {
      await pause(2_000);
      const { peakRss, busyMs } = server.take();
      const minute = (Date.now() - start) / 60_000;
      const when = minute > minutes / 4 ? "settled" : "joining";
      worstTaskMs[when] = Math.max(worstTaskMs[when], busyMs);
      points.push({ minute, rss: peakRss, descriptors: server.descriptors(), disk: bytesOf(folder) });
      if (points.length % 30 === 0)
        say(
          `soak: minute ${minute.toFixed(0)}, ${megabytes(peakRss)}, ${server.descriptors()} descriptors, ${megabytes(bytesOf(folder))} on disk`,
        );
    }
  };
  await Promise.all([...writing, ...listening, measuring()]);
  await until(
    () => stock.every(({ ledger }) => ledger.acknowledged() === ledger.own.length),
    "the last barriers",
    60_000,
  );
  expect(readBoard(first.peer.doc).skipped).toBe(0);

  // the first quarter warms up: caches, the machine's code, the first checkpoints
  const settled = points.filter(({ minute }) => minute > minutes / 4);
  const slope = slopeOf(settled.map(({ minute, rss }) => [minute, rss]));
  const content = encodeDoc(first.peer.doc).length;
  const descriptors = settled.map((point) => point.descriptors);
  const half = Math.floor(descriptors.length / 2);
  const [early, late] = [percentile(descriptors.slice(0, half), 0.5), percentile(descriptors.slice(half), 0.5)];
  const disk = points.at(-1)?.disk ?? 0;
  writeResults(
    "soak",
    `${CLIENTS} clients on one board, ${STOCK} of them stock ones that write once a second; the others point, and come and go.`,
    [
      ["what", "figure", "promise"],
      ["minutes, edits, joins", `${minutes}, ${edits}, ${joins}`, ""],
      [
        "memory at first, after the warm-up, at the end",
        [points[0], settled[0], points.at(-1)].map((point) => megabytes(point?.rss ?? 0)).join(", "),
        "",
      ],
      ["growth after the warm-up", `${(slope / 2 ** 20).toFixed(2)} MB a minute`, "≤ 1 MB"],
      ["descriptors, median of either half", `${early}, ${late}`, "flat"],
      ["content / disk", `${megabytes(content)} / ${megabytes(disk)}`, "≤ 3 ×, and 12 MB of logs"],
      [
        "longest turn of the event loop, while all come / afterwards",
        `${ms(worstTaskMs.joining)} / ${ms(worstTaskMs.settled)}`,
        "afterwards 200 ms",
      ],
    ],
  );
  expect(slope * minutes).toBeLessThanOrEqual(GROWTH_BYTES);
  expect(Math.abs(late - early)).toBeLessThanOrEqual(5);
  expect(disk).toBeLessThanOrEqual(3 * content + LOGS_BYTES);
  expect(worstTaskMs.settled).toBeLessThanOrEqual(200);
});

/** The server in a process of its own, which watches how long its main thread works without letting others have their turn. */
import { readFileSync } from "node:fs";
import { createLog, startServer } from "@palabre/server/start";

const TICK_MS = 5;
const MANY = 1_000_000;

const [dataDir = ""] = process.argv.slice(2);
const server = await startServer(
  {
    port: 0,
    host: "127.0.0.1",
    dataDir,
    publicUrl: undefined,
    databaseUrl: undefined,
    redisUrl: undefined,
    serverAddress: undefined,
    basePath: "",
    logLevel: "error",
    fetchAllow: [],
    secretKey: undefined,
    operatorKey: undefined,
    embeddings: undefined,
    drainMs: 0,
    limits: { boardsPerMinute: MANY, sessionsPerMinute: MANY, failuresPerMinute: MANY, codesPerMinute: MANY },
    connections: { perPerson: 12, perBoard: 1_000, perLink: 1_000, perAddress: MANY, perProcess: MANY },
    sending: { messagesPerSecond: 60, bytesPerSecond: 524_288, clientIdsPerHour: 60 },
    boards: {
      bytes: 16_777_216,
      files: 1_000,
      fileBytes: 209_715_200,
      historyDays: 365,
      trashDays: 30,
      unloadAfterSeconds: 30,
    },
  },
  { log: createLog("error"), client: dataDir },
);

/** What this thread has worked, without what other threads and programs had of the processor; Linux counts it in nanoseconds. */
const workedMs = (): number =>
  Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
let worked: number[] = [];
let last = workedMs();
setInterval(() => {
  const now = workedMs();
  worked.push(now - last);
  last = now;
}, TICK_MS);

process.on("message", (asked) => {
  if (asked === "stop") {
    void server.close().then(() => process.exit(0));
    return;
  }
  // the longest stretches of work between two turns of the loop, and memory
  const sorted = worked.toSorted((a, b) => b - a);
  worked = [];
  process.send?.({
    longestMs: sorted[0] ?? 0,
    over50: sorted.filter((ms) => ms > 50).length,
    rss: process.memoryUsage.rss(),
  });
});
process.send?.({ url: server.url });

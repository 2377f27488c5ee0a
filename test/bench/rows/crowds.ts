import { performance } from "node:perf_hooks";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { runCrowd, type CrowdFigures } from "../crowd.ts";
import type { Figures, Row } from "../row.ts";
import { startTarget, type Target, type TargetName } from "../targets.ts";

const DRAGS = 20;
const CURSORS = 20;

async function crowdOf(
  name: TargetName,
  readers: number,
  writers: number,
  seconds: number,
  cursors = CURSORS,
): Promise<CrowdFigures> {
  const target = await startTarget(name);
  try {
    await warmUp(target, seconds < 5);
    return await runCrowd(target, {
      readers,
      writers,
      movesPerSecond: DRAGS,
      cursorsPerSecond: cursors,
      seconds,
      warmUpMs: seconds < 5 ? 2_000 : 4_000,
      barriers: name === "palabre",
    });
  } finally {
    await target.end();
  }
}

/**
 * A crowd in a room of its own, before anything is measured: a server runs for days, and one drag in fifty milliseconds would have V8
 * compile for minutes.
 */
async function warmUp(target: Target, quick: boolean): Promise<void> {
  const warmUpMs = quick ? 2_000 : 8_000;
  await runCrowd(target, { readers: 0, writers: 50, movesPerSecond: 40, cursorsPerSecond: 20, seconds: 1, warmUpMs });
}

/** One drags, fifty look. */
export const readers: Row = {
  name: "readers",
  targets: ["palabre", "ywss", "hocuspocus", "relay"],
  run: async (target, quick) => {
    const { p50, p95 } = await crowdOf(target, 50, 1, quick ? 3 : 6, 0);
    return { p50, p95, ...(target === "palabre" ? { commit: await commitMs() } : {}) };
  },
};

/** So many drag and point at once. */
const writersOf = (count: number): Row => ({
  name: `writers${count}`,
  targets: ["palabre", "ywss", "hocuspocus", "relay"],
  run: async (target, quick): Promise<Figures> => {
    const { cpuPerDelivery, p50, p95, arrived, savedP95, perSecond } = await crowdOf(target, 0, count, quick ? 3 : 6);
    return { cpuPerDelivery, p50, p95, arrived, perSecond, ...(savedP95 === undefined ? {} : { savedP95 }) };
  },
});
export const writers20: Row = writersOf(20);
export const writers50: Row = writersOf(50);

/** Writers are made quicker until it takes too long; each step joins anew, so that a burst allowance is whole again. */
export const most: Row = {
  name: "most",
  targets: ["palabre", "ywss", "hocuspocus", "relay"],
  run: async (name, quick) => {
    let best: CrowdFigures | undefined;
    // nobody may send that fast, unless the operator says so
    const target = await startTarget(name, { MESSAGES_PER_SECOND: "10000" });
    try {
      await warmUp(target, quick);
      for (
        let movesPerSecond = 40;
        movesPerSecond < 500;
        movesPerSecond = Math.ceil(movesPerSecond * (quick ? 1.6 : 1.3))
      ) {
        const figures = await runCrowd(target, {
          readers: 0,
          writers: 50,
          movesPerSecond,
          cursorsPerSecond: 0,
          seconds: quick ? 1 : 2,
          warmUpMs: 500,
        });
        if (figures.p95 >= 100) break;
        if (!best || figures.perSecond > best.perSecond) best = figures;
      }
    } finally {
      await target.end();
    }
    return {
      perSecond: best?.perSecond ?? 0,
      cpuPerDelivery: best?.cpuPerDelivery ?? Number.NaN,
      p95: best?.p95 ?? Number.NaN,
    };
  },
};

/** One durable commit of SQLite on this disk, made as often as the drags: a disk that was at rest takes several times as long. */
async function commitMs(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "bench-commit-"));
  const db = new DatabaseSync(join(folder, "commit.db"));
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (bytes BLOB)");
  const insert = db.prepare("INSERT INTO t VALUES (?)");
  const took: number[] = [];
  while (took.length < 60) {
    await new Promise((resolve) => setTimeout(resolve, 1_000 / DRAGS));
    const start = performance.now();
    insert.run(new Uint8Array(60));
    took.push(performance.now() - start);
  }
  took.sort((a, b) => a - b);
  db.close();
  await rm(folder, { recursive: true });
  return took[30] ?? Number.NaN;
}

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { fuzz } from "../helpers/fuzz.ts";
import { openFolder } from "../helpers/startServer.ts";
import { minutesOr, seed } from "./options.ts";
import { ms, say, writeResults } from "./results.ts";
import { runWatched } from "./watchedServer.ts";

const FRAMES = 300;
const FILE = fileURLToPath(new URL("failedSeeds.json", import.meta.url));
const failedBefore = JSON.parse(readFileSync(FILE, "utf8")) as readonly number[];

it("[R8] [R9] [R10] frames spoilt on their way never reach another, and leave nothing that does not belong on a board", async () => {
  const server = await runWatched({ DATA_DIR: await openFolder() });
  // reading its own code at the start holds nobody up
  await server.next();
  server.take();
  const end = Date.now() + minutesOr(5) * 60_000;
  const failures: string[] = [];
  const failed: number[] = [];
  let [worstTaskMs, worstSeed] = [0, seed];
  let runs = 0;
  const run = async (each: number) => {
    runs += 1;
    const problems = await fuzz(server, each, FRAMES);
    const { busyMs } = server.take();
    if (busyMs > worstTaskMs) [worstTaskMs, worstSeed] = [busyMs, each];
    if (problems.length === 0) return;
    failed.push(each);
    failures.push(`seed ${each}: ${problems.join("; ")}`);
    say(`fuzz: seed ${each}: ${problems.join("; ")}`);
  };
  for (const each of failedBefore) await run(each);
  for (let each = seed; Date.now() < end; each += 1) await run(each);
  if (failed.length > 0) {
    const kept = [...new Set([...failedBefore, ...failed.slice(0, 20)])];
    writeFileSync(FILE, `${JSON.stringify(kept)}\n`);
  }
  writeResults(
    "fuzz",
    `${FRAMES} frames of a person whose frames are spoilt on their way, on a board where somebody honest writes; seed after seed.`,
    [
      ["what", "figure", "promise"],
      ["boards / frames", `${runs} / ${runs * FRAMES}`, ""],
      ["boards with a wrong entry, copies that differ, or honest people cut", failures.length, "0"],
      [`longest task (seed ${worstSeed})`, ms(worstTaskMs), "200 ms"],
    ],
  );
  expect(failures).toEqual([]);
  expect(worstTaskMs, `seed ${worstSeed}`).toBeLessThanOrEqual(200);
});

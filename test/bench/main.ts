/**
 * `npm run bench`: our server beside others, each in a process of its own, in turns, and each several times; then the analysis by itself.
 *
 *     --quick          once, shorter: for a try, not for a figure
 *     --only <row>     readers writers20 writers50 most memory coldOpen disk kill phases hostile,
 *                      or of the analysis structure structureDrawn whatIf whatIfDense groups; several with commas
 *     --against <name> palabre ywss hocuspocus relay; several with commas
 *     --repeats <n>    3 unless said
 *     --write          the result as SYNC.md, with the rows of earlier calls, and that of the analysis as ANALYSIS.md
 */
import { fork } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { analysisReport, measureAnalysis } from "./analysis/measureAnalysis.ts";
import type { Medians } from "./goals.ts";
import { print } from "./print.ts";
import { reportOf } from "./report.ts";
import type { Figures, Row } from "./row.ts";
import { ROWS } from "./rows/index.ts";
import type { TargetName } from "./targets.ts";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    against: { type: "string" },
    repeats: { type: "string" },
    write: { type: "boolean", default: false },
  },
});
const repeats = values.quick ? 1 : Number(values.repeats ?? 3);
const only = values.only?.split(",");
const against = values.against?.split(",");
/** rows that take minutes, of figures that time does not move: once */
const STEADY = new Set(["disk", "kill", "memory", "hostile"]);
/** what a try does without */
const SLOW = new Set(["disk"]);

const DEADLINE_MS = values.quick ? 60_000 : 300_000;

/** what earlier calls measured, so that rows can be measured one by one */
const KEPT = fileURLToPath(new URL("results.json", import.meta.url));
const results = new Map<string, Medians>();
for (const row of ROWS) {
  if (only ? !only.includes(row.name) : values.quick && SLOW.has(row.name)) continue;
  const targets = row.targets.filter((target) => !against || against.includes(target));
  const runs = new Map<TargetName, Figures[]>(targets.map((target) => [target, []]));
  for (let at = 0; at < (STEADY.has(row.name) ? 1 : repeats); at += 1) {
    // in turns: what else the machine does meets all alike
    for (const target of targets) {
      const figures = await measure(row, target);
      if (figures) runs.get(target)?.push(figures);
      print(`${row.name} ${target}: ${figures ? JSON.stringify(figures) : "failed"}`);
    }
  }
  results.set(row.name, Object.fromEntries([...runs].map(([target, all]) => [target, medianOf(all)])));
}
if (results.size > 0) print(`\n${reportOf(results)}`);
if (values.write && results.size > 0) {
  const earlier = await readFile(KEPT, "utf8").then(
    (text) => JSON.parse(text) as [string, Medians][],
    () => [],
  );
  const all = new Map([...earlier, ...results]);
  await writeFile(KEPT, JSON.stringify([...all]));
  const inOrder = new Map(ROWS.flatMap(({ name }) => [...all].filter(([row]) => row === name)));
  await writeFile(fileURLToPath(new URL("../SYNC.md", import.meta.url)), `${head()}\n${reportOf(inOrder)}`);
}

// against other servers the analysis has nothing to say
const thought = against ? [] : await measureAnalysis((name) => only?.includes(name) ?? true, values.quick ? 5 : 21);
if (thought.length > 0) print(`\n${analysisReport(thought)}`);
if (values.write && thought.length > 0)
  await writeFile(fileURLToPath(new URL("../ANALYSIS.md", import.meta.url)), analysisReport(thought));

function measure(row: Row, target: TargetName): Promise<Figures | undefined> {
  const entry = fileURLToPath(new URL("measure.js", import.meta.url));
  return new Promise((resolve) => {
    // "advanced": infinity is a figure too
    const child = fork(entry, [row.name, target, values.quick ? "quick" : "full"], { serialization: "advanced" });
    let figures: Figures | undefined;
    child.once("message", (message) => (figures = message as Figures));
    // a peer may hang, and then there is no figure
    const timer = setTimeout(() => child.kill("SIGTERM"), DEADLINE_MS);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve(figures);
    });
  });
}

function medianOf(runs: readonly Figures[]): Figures {
  const names = [...new Set(runs.flatMap((run) => Object.keys(run)))];
  const medians = Object.fromEntries(
    names.map((name) => {
      const sorted = runs.flatMap((run) => run[name] ?? []).sort((a, b) => a - b);
      return [name, sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN];
    }),
  );
  return { ...medians, runs: runs.length };
}

function head(): string {
  // packages need not let theirs be read
  const { devDependencies } = createRequire(import.meta.url)("../../package.json") as {
    devDependencies: Record<string, string>;
  };
  const peers = ["@y/websocket-server", "@hocuspocus/server"]
    .map((name) => `${name} ${devDependencies[name]}`)
    .join(", ");
  return `# Sync, beside others

Written by \`npm run bench -- --write\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), Node ${process.versions.node}; ${peers}.
Medians of so many runs in turns as each table says.

How to read it: times on a shared machine lie, so look at ratios and at CPU per delivery. Each server is a process of its own, and so is
the load, on the same cores. *palabre* is the built server as people run it: sessions, inspection of each update, SQLite with a durable
commit before anybody hears of an edit. *ywss* is @y/websocket-server with its LevelDB, *hocuspocus* has a SQLite file written two
seconds after a change (the statements of its own extension, over the binding used here), *relay* is a bare \`ws\` broadcast that keeps
nothing and knows no document. A delivery is one drag or one cursor that reached somebody else; a merged message counts for all it holds.
Before a crowd is measured another one of 50 writers has been at work for nine seconds in a room of its own, in every server alike: what V8
compiles at first is not measured. Where several write at once *palabre* commits every 16 ms: that is most of its p50 and p95, and what a
delivery costs is lower for it. In \`most\` its limit of 60 messages a second and connection is lifted by MESSAGES_PER_SECOND.
`;
}

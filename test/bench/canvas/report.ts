import { cpus } from "node:os";
import type { Figures } from "./steps.ts";
import { SUBJECTS, type SubjectName } from "./subject.ts";

/** What was measured, by the number of cards and the subject. */
export type Runs = Record<number, Readonly<Partial<Record<SubjectName, readonly Figures[]>>>>;

/** What each figure is, and what we go for on 5,000 cards: at most so many ms, and so many times less than the two others. */
const ROWS: Readonly<
  Record<string, { readonly words: string; readonly most: number; readonly times?: readonly [number, number] }>
> = {
  load: { words: "load, CPU ms", most: 750, times: [10, 15] },
  panWhole: { words: "pan, whole board in view", most: 7, times: [25, 80] },
  pan: { words: "pan at 100 %", most: 7, times: [25, 40] },
  zoom: { words: "zoom from the whole board to 100 %", most: 14 },
  dragOne: { words: "drag one card", most: 8, times: [5, 20] },
  dragMany: { words: "drag 100 cards", most: 20, times: [3, 12] },
  peopleWhole: { words: "20 people moving cards, whole board, per 50 ms", most: 25, times: [100, 2] },
  people: { words: "the same at 100 %", most: 30 },
  heapMb: { words: "heap MB", most: 35 },
};
const JUDGED_AT = 5_000;

const medianOf = (runs: readonly Figures[]): Figures =>
  Object.fromEntries(
    Object.keys(ROWS).map((name) => {
      const sorted = runs.flatMap((run) => run[name] ?? []).toSorted((a, b) => a - b);
      return [name, sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN];
    }),
  );

const round = (value: number | undefined): string =>
  value === undefined || !Number.isFinite(value)
    ? "–"
    : value >= 100
      ? Math.round(value).toLocaleString("en")
      : String(Number(value.toPrecision(2)));

export function reportOf(results: Runs): string {
  const head = `# The canvas, beside others

Written by \`npm run bench:canvas -- --write\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), headless Chromium without a GPU.
Medians of so many runs, in turns, as each table says. Unless said otherwise: milliseconds of CPU of the page's main thread per step, which is one move of the hand and the frames it makes.
*palabre* is the built product with a real server behind it; *naive* is React Flow with everything in its state.
A shared machine is quicker or slower by a third from one hour to the next, and with it all in a table: compare what stands in one row.
`;
  const tables = Object.entries(results).map(([size, runs]) => {
    const cards = Number(size);
    const names = SUBJECTS.filter((name) => runs[name] !== undefined);
    const subjects = new Map(names.map((name) => [name, medianOf(runs[name] ?? [])]));
    const lines = Object.entries(ROWS).map(([row, { words, most, times }]) => {
      const ours = subjects.get("palabre")?.[row];
      const verdict = cards === JUDGED_AT && ours !== undefined ? judge(ours, most, times, subjects, row) : "";
      return `| ${[words, ...names.map((name) => round(subjects.get(name)?.[row])), verdict].join(" | ")} |`;
    });
    return [
      `## ${cards.toLocaleString("en")} cards, ${(cards * 1.5).toLocaleString("en")} links\n`,
      `| | ${names.join(" | ")} | ${cards === JUDGED_AT ? "goal" : ""} |`,
      `|${" --- |".repeat(names.length + 2)}`,
      ...lines,
      `| ${["runs", ...names.map((name) => runs[name]?.length ?? 0), ""].join(" | ")} |`,
    ].join("\n");
  });
  return `${head}\n${tables.join("\n\n")}\n`;
}

function judge(
  ours: number,
  most: number,
  times: readonly [number, number] | undefined,
  subjects: ReadonlyMap<SubjectName, Figures>,
  row: string,
): string {
  const said = [`≤ ${most}: ${ours <= most ? "yes" : "**no**"}`];
  for (const [at, name] of (["excalidraw", "tldraw"] as const).entries()) {
    const [theirs, wanted] = [subjects.get(name)?.[row], times?.[at]];
    if (theirs !== undefined && wanted !== undefined)
      said.push(
        `${name} ${wanted} ×: ${(theirs / ours).toPrecision(2)} × ${theirs / ours >= wanted ? "" : "(**no**)"}`.trim(),
      );
  }
  return said.join("; ");
}

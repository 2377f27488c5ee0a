import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { isFull, seed } from "./options.ts";

const FILE = join(import.meta.dirname, "RESULTS.md");
const HEAD = `# What \`npm run proof\` found

Each section is the last full run of one part: the built server as a process of its own, real sockets, SQLite on the disk of the machine.
`;

/** A table of what was measured; the first row names the columns. */
export type Figures = readonly (readonly (string | number)[])[];

/** Prints a section, and after a full run puts it in the place of the last one in RESULTS.md. */
export function writeResults(part: string, about: string, figures: Figures): void {
  const [head = [], ...rows] = figures;
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  const section = [
    `## ${part}`,
    "",
    about,
    "",
    line(head),
    `|${head.map(() => "---|").join("")}`,
    ...rows.map(line),
    "",
    `${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC · commit ${commit()} · seed ${seed} · ${machine()}`,
    "",
  ].join("\n");
  say(`\n${section}`);
  if (!isFull) return;
  const before = existsSync(FILE) ? readFileSync(FILE, "utf8") : HEAD;
  const [top = HEAD, ...sections] = before.split(/^(?=## )/m);
  const others = sections.filter((other) => !other.startsWith(`## ${part}\n`)).map((other) => `${other.trimEnd()}\n`);
  writeFileSync(FILE, [`${top.trimEnd()}\n`, ...[...others, section].toSorted()].join("\n"));
}

/** The proof is run by hand, and takes minutes: it says where it is. */
export function say(text: string): void {
  // oxlint-disable-next-line no-restricted-properties -- this is no server: its figures are for who started it
  process.stdout.write(`${text}\n`);
}

function commit(): string {
  const git = (...args: readonly string[]) => execFileSync("git", args, { encoding: "utf8" }).trim();
  return `${git("rev-parse", "--short", "HEAD")}${git("status", "--porcelain", "server", "shared") === "" ? "" : " and changes"}`;
}

function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model.trim() || "unnamed processor"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
}

/** `p` of 0.5 is the median; of nothing it is 0. */
export const percentile = (values: readonly number[], p: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0;
};
export const ms = (value: number): string => `${Math.round(value)} ms`;
export const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;

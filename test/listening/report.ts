import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Figure, Measure } from "./measure.ts";

/** What came of a folder: a line a measure, `file measure figure n`, and whether every file could be read. */
export interface Report {
  readonly lines: readonly string[];
  readonly isWhole: boolean;
}

/**
 * Takes every measure of every `*.jsonl` file of a folder and of those in it, sorted by name. A file that can't be read, or that no
 * measure asks for, has a line that says so.
 * @throws when the folder can't be read
 */
export async function measureFolder(folder: string, measures: readonly Measure[]): Promise<Report> {
  const found = (await readdir(folder, { recursive: true })).map((file) => file.split(sep).join("/"));
  const lines: string[] = [];
  let isWhole = true;
  for (const file of found.filter((name) => name.endsWith(".jsonl")).toSorted()) {
    try {
      lines.push(...linesOf(file, readRows(await readFile(join(folder, file), "utf8")), measures));
    } catch (error) {
      lines.push(`${file} unreadable: ${error instanceof Error ? error.message : String(error)}`);
      isWhole = false;
    }
  }
  return { lines, isWhole: isWhole && lines.length > 0 };
}

function linesOf(file: string, rows: readonly unknown[], measures: readonly Measure[]): readonly string[] {
  const figures = measures.flatMap((take) => take(rows) ?? []);
  if (figures.length === 0) return [`${file} nothing to measure`];
  return figures.map((figure) => `${file} ${figure.measure} ${say(figure)} ${figure.n}`);
}

/** Percent with two digits; correlations, which their name tells, with three. */
const say = ({ measure, value }: Figure): string =>
  value === undefined ? "not-there-yet" : value.toFixed(measure.startsWith("pearson") ? 3 : 2);

/** One JSON value a line. */
function readRows(text: string): readonly unknown[] {
  return text.split("\n").flatMap((line, at) => {
    if (line.trim() === "") return [];
    try {
      const row: unknown = JSON.parse(line);
      return [row];
    } catch {
      throw new Error(`line ${at + 1} is no JSON`);
    }
  });
}

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MEASURES } from "./measures/index.ts";
import { measureFolder } from "./report.ts";
import { f1Of, macroF1, pearson } from "./scores.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "listening-"));
});
afterEach(() => rm(folder, { recursive: true }));

const write = (name: string, ...rows: readonly unknown[]): Promise<void> =>
  writeFile(join(folder, name), rows.map((row) => (typeof row === "string" ? row : JSON.stringify(row))).join("\n"));

describe("npm run listening", () => {
  test("[L60] says a line a measure, by the columns of each file, sorted by file", async () => {
    const wish = { text: "Please add a dark mode, it would be great", lang: "en" };
    const thanks = { text: "Thank you, lovely app", lang: "en" };
    await write("b.jsonl", { ...wish, suggestion: 1 }, { ...thanks, suggestion: 0 });
    await write(
      "a.jsonl",
      { ...wish, feature_request: 1, problem_report: 0 },
      { ...thanks, feature_request: 0, problem_report: 0 },
    );
    await write("c.jsonl", { other: 1 });
    const { lines, isWhole } = await measureFolder(folder, MEASURES);
    const words = lines.map((line) => line.split(" "));
    expect(isWhole).toBe(true);
    expect(lines.slice(0, 2)).toEqual(["a.jsonl expectation-F1-en 100.00 2", "a.jsonl feature-request-F1-en 100.00 2"]);
    expect(words.map(([file]) => file)).toEqual(words.map(([file]) => file).toSorted());
    expect(lines).toContain("b.jsonl expectation-F1 100.00 2");
    expect(lines).toContain("c.jsonl nothing to measure");
    expect(words.filter(([file]) => file !== "c.jsonl").map((line) => line.length)).toEqual(
      words.filter(([file]) => file !== "c.jsonl").map(() => 4),
    );
  });

  test("[L60] names the line that can't be read, measures the other files, and fails", async () => {
    await write("a.jsonl", { text: "x", suggestion: 1 }, { text: "y", suggestion: 2 });
    await write("b.jsonl", { text: "x" }, "{no json");
    await write("c.jsonl", { text: "Please add this", suggestion: 1 });
    const { lines, isWhole } = await measureFolder(folder, MEASURES);
    expect(isWhole).toBe(false);
    expect(lines[0]).toMatch(/^a\.jsonl unreadable: line 2: suggestion /);
    expect(lines[1]).toBe("b.jsonl unreadable: line 2 is no JSON");
    expect(lines).toContain("c.jsonl expectation-F1 100.00 1");
    expect((await measureFolder(join(folder, "."), [])).isWhole).toBe(false);
  });
});

describe("scores", () => {
  // hits 2, one said in vain, one missed: F1 = 2·2 / (2·2 + 1 + 1) = 66.67 %
  const answers = [
    { said: "a", so: "a" },
    { said: "a", so: "a" },
    { said: "a", so: "b" },
    { said: "b", so: "a" },
  ];

  test("[L60] F1 is two hits over two hits and all misses; the mean takes each class as much", () => {
    expect(f1Of(answers, "a")).toBeCloseTo(200 / 3, 9);
    expect(f1Of(answers, "b")).toBe(0);
    expect(macroF1(answers)).toBeCloseTo(100 / 3, 9);
    expect([f1Of([], "a"), macroF1([])]).toEqual([0, 0]);
  });

  test("[L60] Pearson's r is 1 on a line, 0 where nothing varies", () => {
    expect(
      pearson([
        [1, 2],
        [2, 4],
        [3, 6],
      ]),
    ).toBeCloseTo(1, 9);
    expect(
      pearson([
        [1, 2],
        [1, 4],
      ]),
    ).toBe(0);
    expect(
      pearson([
        [1, 1],
        [2, 3],
        [3, 2],
      ]),
    ).toBeCloseTo(0.5, 9);
  });
});

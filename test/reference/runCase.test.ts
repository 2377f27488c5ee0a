import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { defineMethod } from "./method.ts";
import { reportOf } from "./report.ts";
import { runCase } from "./runCase.ts";
import { runFolder } from "./runFolder.ts";

/** Twice each number; a line from the origin, whose sign means nothing; and a throw at 13. */
const twice = defineMethod({
  name: "twice",
  input: z.strictObject({ of: z.array(z.number()), from: z.enum(["here", "there"]).optional() }),
  expected: z
    .strictObject({ doubles: z.array(z.number()), line: z.array(z.number()), ends: z.array(z.number()) })
    .partial(),
  compute: ({ of }) => {
    if (of.includes(13)) throw new Error("not\nthirteen");
    return { doubles: of.map((one) => 2 * one), line: of, ends: of.map((one) => one / 2) };
  },
  sameAs: (answer) =>
    [1, -1].map((sign) => {
      const turned = (key: string) => (answer[key] as number[]).map((one) => sign * one);
      return { ...answer, line: turned("line"), ends: turned("ends") };
    }),
});
const METHODS = [twice];

const CASE = {
  id: "one",
  method: "twice",
  title: "Twice",
  status: "own",
  source: { citation: "none", licence: "none" },
  notes: "for readers",
  input: { of: [1, 2] },
  expected: { doubles: [2, 4] },
};
const run = (changes: object) => runCase("one", JSON.stringify({ ...CASE, ...changes }), METHODS);
const why = (changes: object) => run(changes).differences;

describe("a published case", () => {
  it("[M1] passes when what was printed comes out", () => {
    expect(run({})).toEqual({ name: "one", largest: 0, differences: [] });
    expect(run({ expected: { doubles: [2.25, 4] }, tolerance: 0.5 })).toEqual({
      name: "one",
      largest: 0.25,
      differences: [],
    });
    expect(why({ expected: { doubles: [2, 5] } })).toEqual(["doubles[1]: 4 instead of 5 ± 0.000001"]);
  });

  it("[M1] may hold several problems, each with the same tolerance by key", () => {
    const input = { problems: [{ name: "first", of: [1] }, { of: [2] }] };
    const expected = { problems: [{ doubles: [2.1] }, { name: "second", doubles: [4] }] };
    expect(why({ input, expected, tolerance: { doubles: 0.2 } })).toEqual([]);
    expect(why({ input, expected })).toEqual(["problems[0].doubles[0]: 2 instead of 2.1 ± 0.000001"]);
    expect(why({ input, expected: { problems: [{}] } })).toEqual(["2 problems in input, 1 in expected"]);
    expect(why({ input, expected: { doubles: [2] } })).toEqual([
      'expected.problems is missing; unknown key "doubles" in expected',
    ]);
    expect(why({ input: { ...input, of: [1] }, expected })).toEqual(['unknown key "of" in input']);
  });

  it("[M1] takes notes at any depth for what they are", () => {
    const input = { problems: [{ noteToSelf: 1, of: [1] }], note: "why" };
    expect(why({ input, expected: { problems: [{ notes: [1], doubles: [2] }] }, notesOfOthers: {} })).toEqual([]);
  });

  it("[M1] whose sign means nothing passes either way round, all of it the same way", () => {
    expect(why({ expected: { line: [-1, -2], ends: [-0.5, -1] } })).toEqual([]);
    expect(why({ expected: { line: [-1, -2], ends: [0.5, 1] } }).length).toBe(2);
  });
});

describe("a case that is not in the format", () => {
  it("[M3] fails by name: an unknown method, an unknown or missing key, a wrong type", () => {
    expect(why({ method: "thrice" })).toEqual(['unknown method "thrice"']);
    expect(why({ input: { of: [1, 2], off: 1 } })).toEqual(['unknown key "off" in input']);
    expect(why({ expected: { double: [2, 4] } })).toEqual(['unknown key "double" in expected']);
    expect(why({ input: {} })).toEqual(["input.of is missing"]);
    expect(why({ input: { of: ["1"] } })[0]).toContain("input.of.0: Invalid input: expected number");
    expect(why({ expected: { doubles: 2 } })[0]).toContain("expected.doubles: Invalid input: expected array");
    expect(why({ expected: undefined })).toEqual(["the case.expected is missing"]);
    expect(why({ expect: {} })).toEqual(['unknown key "expect" in the case']);
    expect(why({ tolerance: "1e-3" })[0]).toContain("the case.tolerance");
    expect(runCase("one", "{", METHODS).differences[0]).toContain("no JSON");
    expect(runCase("one", "[]", METHODS).differences[0]).toContain("the case: Invalid input");
  });

  it("[M3] fails when the method throws", () => {
    expect(run({ input: { of: [13] } })).toEqual({
      name: "one",
      largest: undefined,
      differences: ["it throws: not thirteen"],
    });
  });
});

describe("a folder", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "palabre-reference-"));
    await mkdir(join(folder, "deep", "z.json"), { recursive: true });
    await writeFile(join(folder, "b.json"), JSON.stringify(CASE));
    await writeFile(join(folder, "a.json"), JSON.stringify({ ...CASE, expected: { doubles: [3, 5] } }));
    await writeFile(join(folder, "deep", "c.json"), "");
    for (const other of ["index.json", "deep/index.json", "README.md"]) await writeFile(join(folder, other), "[]");
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("[M1, M3] is run whole, a line a case, and a closing line", async () => {
    const { text, holds } = reportOf(await runFolder(folder, METHODS));
    const lines = text.split("\n");
    expect(holds).toBe(false);
    expect(lines.slice(0, 2)).toEqual([
      "a: fail, largest difference 1.0: doubles[0]: 2 instead of 3 ± 0.000001; doubles[1]: 4 instead of 5 ± 0.000001",
      "b: pass, largest difference 0",
    ]);
    expect(lines[2]).toMatch(/^deep\/c: fail: no JSON/);
    expect(lines[3]).toMatch(/^deep\/z: fail: it can't be read/);
    expect(lines.slice(4)).toEqual(["1 passed, 3 failed"]);
  });

  it("[M1] without a case proves nothing", async () => {
    await mkdir(join(folder, "empty"));
    expect(reportOf(await runFolder(join(folder, "empty"), METHODS))).toEqual({
      text: "0 passed, 0 failed",
      holds: false,
    });
  });
});

import { describe, expect, it } from "vitest";
import { readFile, readTree } from "./architecture/readTree.ts";
import { readTitles } from "./architecture/readTitles.ts";

const rules = readFile("shared/RULES.md").text;
const written = [...rules.matchAll(/^- \*\*([A-Z]\d+)\*\* /gm)].map(([, id]) => id ?? "");

/** `[B1] …` or `[B1, B4] …` → the ids. */
const idsOf = (title: string): readonly string[] =>
  [...title.matchAll(/\[([A-Z]\d+(?:, [A-Z]\d+)*)\]/g)].flatMap(([, ids = ""]) => ids.split(", "));

/** Suites that several implementations run live in files of their own, so all of `test/` is read. */
const titled = [
  ...readTree(["shared/src", "server/src", "client/src"], /\.test\.tsx?$/),
  ...readTree(["test"], /\.tsx?$/),
].flatMap((file) =>
  readTitles(file).flatMap((title) => idsOf(title).map((id) => ({ id, title: `${file.path}: ${title}` }))),
);

describe("shared/RULES.md", () => {
  it("gives each rule one id, under the heading of its letter", () => {
    const headings = rules.split(/^## /m).slice(1);
    const misplaced = headings.flatMap((section) =>
      [...section.matchAll(/^- \*\*([A-Z]\d+)\*\* /gm)]
        .map(([, id]) => id ?? "")
        .filter((id) => !id.startsWith(section.slice(0, 1))),
    );
    expect(misplaced).toEqual([]);
    expect(written.filter((id, index) => written.indexOf(id) !== index)).toEqual([]);
  });

  it("states no rule without a test that carries its id", () => {
    const tested = new Set(titled.map(({ id }) => id));
    expect(written.filter((id) => !tested.has(id))).toEqual([]);
  });

  it("states every rule that a test names", () => {
    expect(titled.filter(({ id }) => !written.includes(id)).map(({ title }) => title)).toEqual([]);
  });
});

describe("the reading of titles", () => {
  const titlesOf = (text: string) => readTitles({ path: "test/probe.test.ts", text });

  it("finds them however a test is written", () => {
    const text = `
      it("[B1] plain", () => {});
      test.each([1, 2])("[B2] each", () => {});
      it.skipIf(missing)(\`[B3] on \${store}\`, () => {});
      describe("[B4, B5] suite", () => { it.concurrent("[B6] inside", () => {}); });`;
    expect(titlesOf(text)).toEqual(["[B1] plain", "[B2] each", "[B3] on …", "[B4, B5] suite", "[B6] inside"]);
    expect(idsOf("[B4, B5] suite")).toEqual(["B4", "B5"]);
  });

  it("counts no test that never runs", () => {
    expect(titlesOf(`it.skip("[B1] a", f); it.todo("[B2] b"); describe.skip("[B3] c", f); // it("[B4] d")`)).toEqual(
      [],
    );
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const css = readFileSync(join(import.meta.dirname, "tokens.css"), "utf8");
const rulesAfter = (start: string): readonly string[] => {
  const from = css.indexOf(start) + start.length;
  return css
    .slice(from, css.indexOf("}", from))
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
};

describe("the tokens", () => {
  it("are the same whether dark was chosen or is the system's", () => {
    const chosen = rulesAfter(':root[data-theme="dark"] {');
    expect(chosen.length).toBeGreaterThan(50);
    expect(rulesAfter(':root:not([data-theme="light"]) {')).toEqual(chosen);
  });
});

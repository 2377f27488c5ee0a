import { readdirSync, readFileSync } from "node:fs";
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

  it("[B139] a line is as high as its text is large: where text grows with what is set in the browser, no line is counted in px", () => {
    const sources = join(import.meta.dirname, "..");
    // what lies on the board is as large as the board is zoomed
    const sheets = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter(
      (path) => path.endsWith(".css") && !path.startsWith("canvas"),
    );
    expect(sheets.length).toBeGreaterThan(100);
    const found = sheets.flatMap((path) =>
      [...readFileSync(join(sources, path), "utf8").matchAll(/var\(--text-\w+\)\s*\/\s*\d+px/g)].map(
        ([font]) => `${path}: ${font}`,
      ),
    );
    expect(found).toEqual([]);
  });
});

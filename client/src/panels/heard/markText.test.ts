import fc from "fast-check";
import { expect, test } from "vitest";
import { markText } from "./markText.ts";

test("[P121] the words that explain a reading are marked, and the text stays what it was", () => {
  expect(markText("Could you open late?", [{ from: 0, to: 9 }])).toEqual([
    { text: "Could you", isMarked: true },
    { text: " open late?", isMarked: false },
  ]);
  fc.assert(
    fc.property(
      fc.string({ maxLength: 60 }),
      fc.array(
        fc.tuple(fc.nat(80), fc.nat(80)).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
        { maxLength: 8 },
      ),
      (text, evidence) => {
        const parts = markText(text, evidence);
        expect(parts.map((part) => part.text).join("")).toBe(text);
        const marked = parts.flatMap(({ text: of, isMarked }) => Array.from({ length: of.length }, () => isMarked));
        const meant = Array.from({ length: text.length }, (_, at) =>
          evidence.some(({ from, to }) => at >= from && at < to),
        );
        expect(marked).toEqual(meant);
      },
    ),
  );
});

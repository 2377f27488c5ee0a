import { expect, it } from "vitest";
import { textIn } from "../i18n/index.ts";
import { countWords } from "./countWords.ts";

it("[K18] of an agreement all three answers are told: who disagrees weighs in the order as much as who agrees", async () => {
  const result = { method: "agreement", settings: {}, options: [], left: 0 } as const;
  const [en, fr] = await Promise.all([textIn("en", "en-GB"), textIn("fr", "fr-FR")]);
  const told = (agree: number, pass: number, disagree: number, text = en) =>
    countWords(result, { option: { on: "x" as never, title: "x" }, agree, pass, disagree }, text);
  // both have as many for as against, and share a place: a share of agreement alone would tell them apart
  expect([told(4, 0, 4), told(0, 8, 0)]).toEqual([
    "agree: 4 · pass: 0 · disagree: 4",
    "agree: 0 · pass: 8 · disagree: 0",
  ]);
  expect(told(4, 1, 3, fr)).toBe("d’accord\u202f: 4 · passent\u202f: 1 · pas d’accord\u202f: 3");
  expect(countWords(result, { option: { on: "x" as never, title: "x" } }, en)).toBeUndefined();
});

import { newCardId, type Card } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { textIn } from "../../i18n/index.ts";
import { decidesWords } from "./choiceWords.ts";
import { reasonOf, signOf } from "./talkWords.ts";
import { plainOf } from "./titles.ts";

const winner = newCardId();
const cards = new Map<typeof winner, Card>([
  [winner, { id: winner, kind: "strategy", at: 0, position: [0, 0], text: "Website", attributes: {}, extra: {} }],
]);
const [en, fr] = [await textIn("en", "en-GB"), await textIn("fr", "fr-FR")];
const said = (of: Partial<Parameters<typeof reasonOf>[0]>, words = en) =>
  plainOf(reasonOf({ n: 6, low: 2, high: 2, winner, isTied: false, ...of }, cards, words));

describe("why to talk about an influence", () => {
  it("[P139] one person drew it only where one person did, and nobody weighed it", () => {
    expect(said({ n: 1 })).toBe(
      "One person drew it, and the choice turns on it: a step more or less, and “Website” is best.",
    );
    const alike = "The choice turns on it: a step more or less, and “Website” is best.";
    expect(said({})).toBe(alike);
    expect(said({ low: 0, high: 0 })).toBe(alike);
    expect(said({}, fr)).toMatch(/^Le choix en dépend/);
    expect(said({ low: 1, high: 2 })).toBe(`6 people give it strengths from +1 to +2. ${alike}`);
    expect(said({ low: -1, high: 2, winner: undefined })).toMatch(/^6 people: some say it helps, .* \(−1 to \+2\)\.$/);
  });

  it("[P140] the strategy that would be best is told to have others beside it where they would be as good", () => {
    const tied = { winner, isTied: true };
    const sentences = [en, fr].map((words) => [
      said({ ...tied, n: 1 }, words),
      said(tied, words),
      said({ ...tied, low: 1 }, words),
      plainOf(decidesWords(tied, cards, words)),
      words.t("reasons.decidesTied", { title: "Website" }),
    ]);
    for (const sentence of sentences[0] ?? [])
      expect(sentence).toMatch(/“Website” .*, with at least one other as good\.$/);
    for (const sentence of sentences[1] ?? []) expect(sentence).toMatch(/ à égalité avec au moins un autre\.$/);
    expect(plainOf(decidesWords({ winner, isTied: false }, cards, en))).toMatch(/“Website” would be best\.$/);
  });

  it("[P139] an influence has a sign where people agree on one", () => {
    expect(
      [
        [1, 3],
        [0, 2],
        [-2, 0],
        [-3, -1],
        [-1, 2],
        [0, 0],
      ].map(([low = 0, high = 0]) => signOf({ low, high })),
    ).toEqual(["+", "+", "-", "-", undefined, undefined]);
  });
});

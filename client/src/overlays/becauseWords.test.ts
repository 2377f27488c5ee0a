import { newCardId, newLinkId, type CardId, type Polarity } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { textIn } from "../i18n/index.ts";
import { becauseWords } from "./becauseWords.ts";

const text = await textIn("en", "en-GB");
const french = await textIn("fr", "fr-FR");
/** A way over titled cards, with the signs of its links. */
function sentenceOf(
  titles: readonly string[],
  signs: readonly (Polarity | undefined)[],
  { level = 1, isDone = false, words = text } = {},
): string | undefined {
  const cards = titles.map(() => newCardId());
  const links = signs.map(() => newLinkId());
  return becauseWords(
    { cards, links },
    {
      titleOf: (card: CardId) => titles[cards.indexOf(card)] ?? "",
      polarityOf: (link) => signs[links.indexOf(link)],
      isDone: () => isDone,
      levelOf: () => level,
    },
    words,
  );
}

describe("why something moves", () => {
  it("[P51] is a sentence along the way, where each link that hinders turns more into less and back", () => {
    expect(sentenceOf(["Evenings", "Volunteers", "Queue", "Trust"], ["+", "-", "-"], { isDone: true })).toBe(
      "Doing “Evenings” brings more “Volunteers”, which brings less “Queue”, which brings more “Trust”.",
    );
    expect(sentenceOf(["Volunteers", "Queue"], ["-"])).toBe("More “Volunteers” brings less “Queue”.");
    expect(sentenceOf(["Volunteers", "Queue"], ["-"], { level: -0.4 })).toBe("Less “Volunteers” brings more “Queue”.");
    expect(sentenceOf(["Soirées", "File"], ["-"], { isDone: true, words: french })).toBe(
      "Faire «\u202fSoirées\u202f» apporte moins de «\u202fFile\u202f».",
    );
  });

  it("[P51] is not said of a way without a link, or with a link that is gone", () => {
    expect(sentenceOf(["Volunteers"], [])).toBeUndefined();
    expect(sentenceOf([], [])).toBeUndefined();
    expect(sentenceOf(["Volunteers", "Queue"], [undefined])).toBeUndefined();
    expect(sentenceOf(["Volunteers", "Queue"], ["+", "+"])).toBeUndefined();
  });
});

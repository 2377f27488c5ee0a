import { describe, expect, it } from "vitest";
import { QUADRANTS } from "@palabre/shared/terms";
import { textIn } from "../i18n/index.ts";
import { kindWord } from "./kindWord.ts";
import { loopsWords, ordinalOf, quadrantWord, rankWords, roiTerms, trendWords } from "./words.ts";

const fr = await textIn("fr", "fr-FR");
const en = await textIn("en", "en-GB");

describe("figures in words", () => {
  it("[P5] a trend is a signed percentage with a true minus, or a word", () => {
    expect([0.34, -0.128].map((value) => trendWords("up", value, fr))).toEqual(["+34\u202f%", "\u221213\u202f%"]);
    expect([0.34, -0.128].map((value) => trendWords("up", value, en))).toEqual(["+34%", "\u221213%"]);
    expect([trendWords("steady", 0.01, fr), trendWords("new", undefined, fr)]).toEqual(["stable", "nouveau"]);
    expect([trendWords("steady", 0.01, en), trendWords("new", undefined, en)]).toEqual(["steady", "new"]);
  });
  it("[P18] loops are counted, and are so many at least where not all ways were followed", () => {
    const loops = { measure: "loops", state: "known", n: 2, origin: [] } as const;
    expect(loopsWords({ ...loops, value: 2 }, en)).toBe("2 loops");
    expect(loopsWords({ ...loops, value: 1, isPartial: true }, en)).toBe("1 loop at least");
    expect(loopsWords({ ...loops, value: 0 }, fr)).toBe("0 boucle");
    expect(loopsWords({ ...loops, state: "missing" }, fr)).toBeUndefined();
    expect(loopsWords(undefined, fr)).toBeUndefined();
  });
  it("[P4] a quadrant is a word, and has one too where it can't be told", () => {
    const words = QUADRANTS.map((quadrant) => quadrantWord(quadrant, fr));
    expect(words).toEqual(["moteur", "relais", "résultat", "à part", "entre deux"]);
  });
  it("[P5] ranks are ordinals of the language", () => {
    expect([1, 2, 3, 4, 11, 21, 22].map((rank) => ordinalOf(rank, en))).toEqual([
      "1st",
      "2nd",
      "3rd",
      "4th",
      "11th",
      "21st",
      "22nd",
    ]);
    expect([1, 2, 3, 11].map((rank) => ordinalOf(rank, fr))).toEqual(["1re", "2e", "3e", "11e"]);
    expect(rankWords({ rank: 2, of: 8 }, fr)).toBe("2e influence sur 8");
    expect(rankWords({ rank: 1, of: 8 }, en)).toBe("1st influence of 8");
    expect(rankWords({ rank: 1, of: 1 }, en)).toBe("the only factor linked");
    expect(rankWords({}, en)).toBeUndefined();
  });
  it("[P5] a return says its unit and its horizon, as far as they are given", () => {
    expect(roiTerms({ unit: "euro", horizonMonths: 12 }, fr)).toEqual(["en euros", "en 12 mois"]);
    expect(roiTerms({ unit: "hour", horizonMonths: 1 }, en)).toEqual(["in hours", "in 1 month"]);
    expect(roiTerms({}, en)).toEqual([]);
  });
  it("[P5] a kind is a word; a factor says its level, an unknown kind is a card", () => {
    expect(kindWord({ kind: "factor", attributes: { level: "group" } }, fr)).toBe("Facteur · groupe");
    expect(kindWord({ kind: "factor", attributes: {} }, en)).toBe("Factor");
    expect(kindWord({ kind: "strategy", attributes: { level: "group" } }, fr)).toBe("Choix stratégique");
    expect(kindWord({ kind: "hologram" }, fr)).toBe("Carte");
  });
});

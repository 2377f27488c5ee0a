import { describe, expect, it, onTestFinished, vi } from "vitest";
import { chooseLanguage, chooseLocale } from "./language.ts";
import { formatDate, formatNumber, formatPercent, formatRelative, translate } from "./translate.ts";

const NNBSP = "\u202f";
const MINUS = "\u2212";

describe("a sentence", () => {
  it("takes the form that the language's own plural rules ask for", () => {
    const cards = { one: "{n} carte", other: "{n} cartes" };
    expect([0, 1, 2].map((n) => translate(cards, "fr-FR", { n }))).toEqual(["0 carte", "1 carte", "2 cartes"]);
    expect([0, 1, 2].map((n) => translate({ one: "{n} card", other: "{n} cards" }, "en-GB", { n }))).toEqual([
      "0 cards",
      "1 card",
      "2 cards",
    ]);
  });

  it("writes its numbers as the language does, and never shows a placeholder", () => {
    expect(translate("{n} of {total}", "fr-FR", { n: 1200.5 })).toBe(`1${NNBSP}200,5 of `);
  });

  it("[F99] gets no full stop after what ends in a sign of its own", () => {
    const begun = "Étape 2\u202f: {title}.";
    expect(translate(begun, "fr-FR", { title: "Et demain\u202f?" })).toBe("Étape 2\u202f: Et demain\u202f?");
    expect(translate(begun, "fr-FR", { title: "Clôture" })).toBe("Étape 2\u202f: Clôture.");
  });

  it("keeps what a person wrote as it is, dollars and braces included", () => {
    expect(translate("“{title}” is removed", "en-GB", { title: "$& {n}" })).toBe("“$& {n}” is removed");
  });
});

describe("a figure", () => {
  it("has a true minus, and its sign where it is asked", () => {
    expect(formatNumber(-0.13, "fr-FR")).toBe(`${MINUS}0,13`);
    expect([34, -13, 0].map((value) => formatNumber(value, "en-GB", { isSigned: true }))).toEqual([
      "+34",
      `${MINUS}13`,
      "0",
    ]);
  });

  it("has the digits that are asked: at most, or exactly", () => {
    expect(formatNumber(0.4, "en-GB", { exactly: 2 })).toBe("0.40");
    expect(formatNumber(0.456, "en-GB", { digits: 1 })).toBe("0.5");
  });

  it("in percents stands off its sign by a narrow space in French, by none in English", () => {
    expect(formatPercent(0.34, "fr-FR", { isSigned: true })).toBe(`+34${NNBSP}%`);
    expect(formatPercent(-1.8, "en-GB")).toBe(`${MINUS}180%`);
  });
});

describe("a moment", () => {
  const now = Date.UTC(2026, 10, 22, 12);
  const minute = 60_000;

  it("is told by its distance for a week, by its date after", () => {
    const ago = (minutes: number) => formatRelative(now - minutes * minute, now, "fr-FR");
    expect([0, 2, 180, 1_440].map(ago)).toEqual(["maintenant", "il y a 2 minutes", "il y a 3 heures", "hier"]);
    expect(ago(8 * 1_440)).toBe(formatDate(now - 8 * 1_440 * minute, "fr-FR"));
  });

  it("[E18] from 24 hours on is told by days of the reader's calendar, before and after", () => {
    vi.stubEnv("TZ", "Europe/Paris");
    onTestFinished(() => void vi.unstubAllEnvs());
    const at = (day: number, hour: number, minutes = 0) => new Date(2026, 10, day, hour, minutes).getTime();
    const told = (event: number, from: number) => formatRelative(event, from, "en-GB");
    const wednesday = at(25, 20);
    expect([at(24, 19), at(23, 21), at(23, 8), at(19, 21), at(18, 21)].map((event) => told(event, wednesday))).toEqual([
      "yesterday",
      "2 days ago",
      "2 days ago",
      "6 days ago",
      "18 November 2026",
    ]);
    expect([at(24, 20, 1), at(25, 9)].map((event) => told(event, wednesday))).toEqual(["23 hours ago", "11 hours ago"]);
    const morning = at(25, 8);
    expect([at(26, 7), at(26, 9), at(27, 7), at(27, 22), at(2, 8)].map((event) => told(event, morning))).toEqual([
      "in 23 hours",
      "tomorrow",
      "in 2 days",
      "in 2 days",
      "2 November 2026",
    ]);
    // on 25 October 2026 the clocks went back: 25 hours, and still the same day
    const night = new Date(2026, 9, 25, 0, 10).getTime();
    expect(told(night, new Date(2026, 9, 25, 23, 50).getTime())).toBe("24 hours ago");
    expect(told(new Date(2026, 9, 24, 22).getTime(), new Date(2026, 9, 26, 6).getTime())).toBe("2 days ago");
  });

  it("[F99] is on the first of a month “1er” in French, and a plain number in English", () => {
    const first = new Date(2026, 11, 1, 10, 5).getTime();
    expect(formatDate(first, "fr-FR")).toBe("1er décembre 2026");
    expect(formatDate(first, "fr-FR", "dayTime")).toMatch(/^1er déc\./);
    expect(formatDate(new Date(2026, 11, 11).getTime(), "fr-FR")).toBe("11 décembre 2026");
    expect(formatDate(new Date(2026, 11, 1, 1, 5).getTime(), "fr-FR", "time")).toBe("01:05");
    expect(formatDate(first, "en-GB")).toBe("1 December 2026");
  });

  it("is a whole date in the words of the language", () => {
    expect(formatDate(now, "fr-FR", "day")).toBe("22 novembre 2026");
    expect(formatDate(now, "en-GB", "shortDay")).toBe("22 Nov 2026");
  });
});

describe("the language", () => {
  it("is the first that the browser names and Palabre speaks, French when there is none", () => {
    const chosen = (...preferred: string[]) => chooseLanguage(preferred, ["fr", "en", "pt-BR", "pt-PT"]);
    expect(chosen("de-DE", "en-US", "fr")).toBe("en");
    expect(chosen("de-DE")).toBe("fr");
    expect([chosen("pt-PT"), chosen("pt")]).toEqual(["pt-PT", "pt-BR"]);
  });

  it("is written as the reader's own country does, when the browser names a real one", () => {
    expect(chooseLocale("fr", ["en-US", "fr-CA"])).toBe("fr-CA");
    expect(chooseLocale("en", ["en-US@posix", "en"])).toBe("en-GB");
    expect([chooseLocale("de", ["fr-FR", "de-AT"]), chooseLocale("de", ["fr-FR"])]).toEqual(["de-AT", "de"]);
  });
});

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readExpectation, readSentiment } from "./index.ts";

const quoted = (text: string, language: string) =>
  readExpectation(text, language).because.map(({ start, end, rule }) => [rule, text.slice(start, end)]);

describe("why a post is an expectation", () => {
  test("[L61] is said by its own words, in both languages, whatever signs and accents they carry", () => {
    expect(quoted("Bonjour ! Ce SERAIT très bien d’avoir un mode sombre…", "fr")).toContainEqual([
      "would-be-good",
      "SERAIT très bien",
    ]);
    expect(quoted("½ of it works. PLEASE, add a map!", "en")).toContainEqual(["please", "PLEASE, add"]);
  });

  test("[L61] is a place in the text, for any text", () => {
    const piece = fc.constantFrom(
      "please add it",
      "il faudrait plus de bus",
      "½",
      "ﬁ",
      "é",
      "🙂",
      ". ",
      "\uD83D",
      " ",
      "ß?",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom("fr", "en", ""), (pieces, language) => {
        const text = pieces.join(" ");
        for (const { start, end } of readExpectation(text, language).because) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe("any text", () => {
  const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

  test("[L62] is read, half characters, signs and other scripts included, and twice the same", () => {
    fc.assert(
      fc.property(fc.string({ unit }), fc.constantFrom("fr", "en", "ja", ""), (text, language) => {
        const reading = readExpectation(text, language);
        expect(reading.probability).toBeGreaterThanOrEqual(0);
        expect(reading.probability).toBeLessThanOrEqual(1);
        expect(readExpectation(text, language)).toEqual(reading);
        const feeling = readSentiment(text, language);
        expect(feeling.probability).toBeGreaterThanOrEqual(1 / 3 - 1e-9);
        expect(feeling.probability).toBeLessThanOrEqual(1);
        expect(Math.abs(feeling.score)).toBeLessThanOrEqual(4);
        expect(readSentiment(text, language)).toEqual(feeling);
      }),
    );
  });

  test.each([
    "",
    " ",
    "🙂🙂",
    "\uDC00",
    "a".repeat(8_000),
    "ne ".repeat(4_000),
    "please ".repeat(2_000),
    "日本語のテキスト",
    "!".repeat(9_000),
  ])("[L62] even %#", (text) => {
    expect(readExpectation(text, "").probability).toBeLessThanOrEqual(1);
  });
});

describe("what a post expects", () => {
  test.each([
    ["Please add a way to export my data, that would be great.", "en", "request"],
    ["Il faudrait plus de pistes cyclables dans le quartier.", "fr", "request"],
    ["The app crashes every time I open it since the last update.", "en", "problem"],
    ["Depuis la mise à jour, la montre ne se synchronise plus.", "fr", "problem"],
    ["J'espère que le parc ouvrira bientôt.", "fr", "wish"],
    ["Thank you all, this was a wonderful evening!", "en", "praise"],
    ["La réunion a lieu mardi à 18 h.", "fr", "other"],
  ])("[L63] %j (%s) is %s", (text, language, kind) => {
    const reading = readExpectation(text, language, { kind: "post" });
    expect(reading.kind).toBe(kind);
    expect(reading.leansToExpectation).toBe(kind !== "praise" && kind !== "other");
  });

  test("[L63] between 35 and 65 in a hundred it is unsure, and says which way it leans", () => {
    const words = [
      "please",
      "works",
      "not",
      "great",
      "add",
      "the",
      "map",
      "when",
      "app",
      "good",
      "need",
      "nice",
      "slow",
    ];
    const readings = words.flatMap((one) => words.map((two) => readExpectation(`${one} ${two}`, "en")));
    const between = readings.filter(({ probability }) => probability > 0.35 && probability < 0.65);
    expect(between.length).toBeGreaterThan(0);
    expect(readings.filter(({ isExpectation }) => isExpectation === "unsure")).toEqual(between);
    for (const { isExpectation, leansToExpectation } of readings) {
      if (isExpectation !== "unsure") expect(leansToExpectation).toBe(isExpectation);
    }
  });

  test("[L64] fewer stars make an expectation likelier, and none or odd ones change nothing", () => {
    const text = "It is an app for walks";
    const of = (stars: number | null) => readExpectation(text, "en", { kind: "review", stars }).probability;
    expect(of(1)).toBeGreaterThan(of(4));
    expect(of(4)).toBeGreaterThan(of(5));
    expect([of(0), of(9), of(NaN), of(-1)]).toEqual([of(null), of(null), of(null), of(null)]);
    const post = readExpectation(text, "en", { kind: "post" });
    expect(readExpectation(text, "en", { kind: "post", stars: 1 })).toEqual(post);
  });
});

describe("how a post feels", () => {
  test.each([
    ["I love this, what a wonderful day!", "en", "positive"],
    ["Worst service ever, I hate it.", "en", "negative"],
    ["Quelle belle journée, j'adore !", "fr", "positive"],
    ["C'est une honte, une catastrophe.", "fr", "negative"],
    ["La conférence a lieu à Lyon le 12 mars", "fr", "neutral"],
    ["Me encanta este partido, qué felices somos", "es", "positive"],
    ["El partido es a las ocho", "es", "neutral"],
    ["Vergogna, siete ridicoli", "it", "negative"],
    ["Das ist wirklich schön, ich freue mich", "de", "positive"],
    ["Das ist nicht gut", "de", "negative"],
    ["Que nojo, estou com raiva", "pt", "negative"],
  ])("[L65] %j (%s) is %s", (text, language, sentiment) => {
    expect(readSentiment(text, language).leansTo).toBe(sentiment);
  });

  test("[L65] the score follows, and a negation turns it", () => {
    const of = (text: string) => readSentiment(text, "en").score;
    expect(of("This is wonderful")).toBeGreaterThan(1);
    expect(of("This is terrible")).toBeLessThan(-1);
    expect(of("This is not good")).toBeLessThan(of("This is good"));
  });

  test("[L65] a text of another language without a known word is neutral", () => {
    expect(readSentiment("Das Wetter", "de").leansTo).toBe("neutral");
    expect(readSentiment("日本語のテキスト", "ja")).toEqual({
      sentiment: "neutral",
      leansTo: "neutral",
      probability: 0.5,
      score: expect.any(Number),
    });
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detectLanguage, learnPrior } from "./detectLanguage.ts";

describe("detectLanguage", () => {
  test.each([
    ["fr", "Il faudrait des horaires plus larges le samedi"],
    ["en", "It would be great to have longer opening hours on Saturday"],
    ["de", "Es wäre schön, wenn der Laden am Samstag länger offen hätte"],
    ["es", "Sería estupendo que el taller abriera también los sábados"],
    ["it", "Sarebbe bello se il laboratorio fosse aperto anche il sabato"],
    ["pt", "Seria ótimo que a oficina abrisse também aos sábados"],
    ["nl", "Het zou fijn zijn als de werkplaats ook op zaterdag open was"],
    ["ja", "土曜日にも開いていると嬉しいです"],
    ["ru", "Было бы здорово, если бы мастерская работала по субботам"],
    ["fr", "Super appli"],
    ["en", "Nice app"],
    ["fr", "@someone C’est nuuuul https://example.org/the-best-of-all"],
  ])("[L85] %s: %s", (language, text) => {
    expect(detectLanguage(text).language).toBe(language);
  });

  test("[L86] what its source is written in decides where a text tells little", () => {
    const french = learnPrior(Array.from({ length: 40 }, () => "Il faudrait des horaires plus larges le samedi"));
    const english = learnPrior(Array.from({ length: 40 }, () => "It would be great to have longer hours on Saturday"));
    expect([detectLanguage("Super", french).language, detectLanguage("Super", english).language]).toEqual(["fr", "en"]);
    expect([detectLanguage("👍", french).language, detectLanguage("👍").language]).toEqual(["fr", undefined]);
    // a long text is believed, wherever it stands
    expect(detectLanguage("It would be great to have longer opening hours on Saturday", french).language).toBe("en");
    expect([...learnPrior([]).values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  test.each([
    [
      "mathematical letters",
      "Il faudrait plus de bancs le long du canal".replaceAll(/[a-z]/g, (letter) =>
        String.fromCodePoint(0x1d5ee + letter.charCodeAt(0) - 97),
      ),
    ],
    ["accents apart", "Où sont les élèves à la récréation ?".normalize("NFD")],
    ["invisible signs", "Il fau\u200Bdrait plus de ban\u00ADcs le lo\u200Dng du ca\u200Bnal"],
  ])("[L85] %s are letters", (_, text) => {
    const { language, probability } = detectLanguage(text);
    expect(language).toBe("fr");
    expect(probability).toBeGreaterThan(0.9);
  });

  test("[L85] any text has an answer, always the same", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })), (text) => {
        const { language, probability } = detectLanguage(text);
        expect(probability >= 0 && probability <= 1).toBe(true);
        expect(language === undefined).toBe(probability === 0);
        expect(detectLanguage(text)).toEqual({ language, probability });
      }),
    );
    expect(detectLanguage("\uD800 a".repeat(100_000)).probability).toBeGreaterThan(0);
  });
});

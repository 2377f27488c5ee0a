import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, foldedWords } from "./index.ts";

/** Any code point, half of a surrogate pair included. */
const character = fc.integer({ min: 0, max: 0x1_fbff }).map((code) => String.fromCodePoint(code));

describe("folding", () => {
  test.each([
    ["Après le travail", " apres le travail "],
    ["APRÈS LE TRAVAIL !", " apres le travail "],
    ["l'arbre, l’arbre, lʼarbre", " l arbre l arbre l arbre "],
    ["un rendez-vous / un rendez‑vous", " un rendez vous un rendez vous "],
    ["Œuvre, cœur, Æsop, Straße, ẞ", " oeuvre coeur aesop strasse ss "],
    ["Łódź, Ørsted, İstanbul, ılık", " lodz orsted istanbul ilik "],
    ["ﬁn du mois, m², 𝐠𝐫𝐚𝐬", " fin du mois m2 gras "],
    ["½ journée", " 1 2 journee "],
    ["bien\u00ADveillance", " bienveillance "],
    ["#repair_café @ami ❤️ 1️⃣", " repair cafe ami 1 "],
    ["ΟΔΟΣ οδός", " οδοσ οδοσ "],
    ["한국어 が ガ", " 한국어 が ガ "],
    ["हिन्दी", " हिन्दी "],
    ["", " "],
    ["?! – …", " "],
  ])("[L1] %j folds to %j: case, accents, ligatures and signs don't count", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test("[L1] an accent written apart folds as one written together", () => {
    const text = "Une réunion après l'été, à Noël";
    expect(fold(text.normalize("NFD"))).toBe(fold(text.normalize("NFC")));
  });

  test("[L1] folding a folded text changes nothing", () => {
    fc.assert(fc.property(fc.string({ unit: character }), (text) => fold(fold(text)) === fold(text)));
  });

  test("[L1] each folded word knows the word it came from", () => {
    expect(foldedWords("L'Œuvre – été")).toEqual([
      { word: "l", start: 0, end: 1 },
      { word: "oeuvre", start: 2, end: 7 },
      { word: "ete", start: 10, end: 13 },
    ]);
    // a letter that opens into an apostrophe, which parts words, and another letter
    expect([fold("2ŉ"), foldedWords("2ŉ").map(({ word }) => word)]).toEqual([" 2 n ", ["2", "n"]]);
    const latin = fc.integer({ min: 0, max: 0x24f }).map((code) => String.fromCharCode(code));
    const unit = fc.oneof({ weight: 9, arbitrary: latin }, fc.constantFrom("’", "—", "\u0301", "ﬁ", "\u200d"));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit }), fc.string({ unit: latin }), fc.string({ unit: character })), (text) => {
        const words = foldedWords(text);
        expect(` ${words.map(({ word }) => `${word} `).join("")}`).toBe(fold(text));
        for (const { word, start, end } of words) expect(fold(text.slice(start, end))).toContain(` ${word} `);
      }),
    );
  });
});

import { describe, expect, test } from "vitest";
import { markSentences } from "./mark.ts";
import { readPost } from "./readPost.ts";
import { shorten } from "./stretched.ts";

describe("ways of writing", () => {
  test.each([
    [" trooop long ", " trop long "],
    [" soooo goooood ", " so good "],
    [" merciiiii bravoooo ", " merci bravo "],
    [" nullll ", " nul "],
    [" hellllooo greeeat ", " helo great "],
    [" chapitre xiii iii ", " chapitre xiii iii "],
    [" www balle trop ", " www balle trop "],
    [" 1000 ", " 1000 "],
  ])("[L166] %j is said as %j", (folded, said) => {
    expect(shorten(folded)).toBe(said);
  });

  test("[L166] a number with a point or a time is no end of a sentence", () => {
    expect(markSentences("Version 2.3.1 at 18:30. It is 2.10€")).toBe(" . version 2 3 1 at 18 30 . it is 2 10 . ");
    expect(markSentences("Il en a 3. Voilà")).toBe(" . il en a 3 . voila . ");
  });

  test.each([
    ["fr", "C'est une honte, rien ne marche depuis lundi"],
    ["fr", "Merci à toute l'équipe, c'est magnifique"],
    ["en", "This is awful, nothing has worked since Monday"],
    ["en", "Thank you all, this is wonderful"],
  ])("[L166] in %s, %j is felt the same in capitals and with stretched letters", (language, text) => {
    const { leansTo } = readPost(text, language).feeling;
    expect(leansTo).not.toBe("neutral");
    expect(readPost(text.toUpperCase(), language).feeling.leansTo).toBe(leansTo);
    const stretched = text.replaceAll(/([aeiou])(?=[^aeiou]*(?:[ ,]|$))/gi, "$1$1$1$1");
    expect(stretched).not.toBe(text);
    const [read, plain] = [readPost(stretched, language), readPost(text, language)];
    expect(read.feeling.probability).toBeCloseTo(plain.feeling.probability, 1);
    expect(read.expectation.probability).toBeCloseTo(plain.expectation.probability, 1);
    expect(read.expectation.kind).toBe(plain.expectation.kind);
  });
});

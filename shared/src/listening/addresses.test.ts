import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPost } from "./classify/index.ts";
import { blankAddresses, proposeQuery } from "./index.ts";
import { findNearCopies, findThemes, proposeThemeQueries, themeTermsOf } from "./texts/index.ts";

const ADDRESSES = [
  "https://t.co/AbC1dEfG2h",
  "http://www.exemple.fr/velo?pourquoi=non&x=:/1#a",
  "HTTPS://Exemple.org",
  "www.exemple.fr",
  "t.co/AbC1dEfG2h",
  "pic.twitter.com/x9Y",
  "blog.exemple.paris/2026/10:30/",
  "https://fr.exemple.org/wiki/V%C3%A9lo_(ville)",
];
const POSTS = [
  ["Ravie de la nouvelle piste, merci à toute l'équipe", "fr"],
  ["La réunion a lieu mardi à 18 h", "fr"],
  ["Il faudrait plus de bancs au parc.", "fr"],
  ["La montre ne se synchronise plus !", "fr"],
  ["What a lovely evening, thank you all", "en"],
  ["The meeting is on Tuesday", "en"],
  ["Please add a dark mode", "en"],
  ["Das ist schön", "de"],
] as const;

describe("web addresses", () => {
  test.each([
    ["Lire https://t.co/aB3, puis venir.", "Lire                 , puis venir."],
    ["(voir www.exemple.fr) !", "(voir               ) !"],
    ["vélohttps://t.co/x :)", `vélo${" ".repeat(15)}:)`],
    ["coupé https…", "coupé      …"],
    ["Sur exemple.fr/page ?", "Sur                 ?"],
  ])("[L149] are blanked, and nothing else moves: %j", (text, blanked) => {
    expect(blankAddresses(text)).toBe(blanked);
  });

  test.each([
    "écrire à marie@exemple.fr ou @marie",
    "oui.non/peut-être, et/ou",
    "à 10:30, 3/4, 2:1",
    "C'est fini.Merci",
    "exemple.fr",
    "le https est là",
  ])("[L149] %j holds none", (text) => {
    expect(blankAddresses(text)).toBe(text);
  });

  test("[L149] any text keeps its length, and is blank of them after once", () => {
    const piece = fc.oneof(fc.constantFrom(...ADDRESSES, " ", "…", ")", "🙂"), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("");
        const blanked = blankAddresses(text);
        expect(blanked).toHaveLength(text.length);
        expect(blanked).not.toMatch(/https?:\/\//i);
      }),
    );
  });

  test.each(ADDRESSES)("[L149] %s has no say in what is felt or expected", (address) => {
    for (const [text, language] of POSTS) {
      for (const kind of ["post", "review"]) {
        const plain = readPost(text, language, { kind });
        expect(readPost(`${text} ${address}`, language, { kind })).toEqual(plain);
        const { feeling, expectation } = readPost(`${address} ${text}`, language, { kind });
        expect({ feeling, expectation: { ...expectation, because: [] } }).toEqual({
          feeling: plain.feeling,
          expectation: { ...plain.expectation, because: [] },
        });
      }
    }
  });

  test("[L61] a reason stands where it was written, behind an address too", () => {
    const text = "https://exemple.fr/a/b?c=d please add a map";
    const places = readPost(text, "en").expectation.because.map(({ start, end }) => text.slice(start, end));
    expect(places).toContain("please add");
  });

  test("[L149] make no theme, name none, and stand in no query that is proposed", () => {
    const posts = [
      "Le sommeil est faux la nuit",
      "Le sommeil de la nuit manque",
      "La batterie se vide vite",
      "La batterie ne tient pas",
    ].map((text, at) => ({ id: `${at}`, text, language: "fr" }));
    const linked = posts.map((post, at) => ({ ...post, text: `${post.text} https://t.co/x${at}` }));
    const say = (of: typeof posts): unknown => findThemes(of).themes;
    expect(say(linked)).toEqual(say(posts));
    expect(themeTermsOf("www.montre.fr Montre", "fr")).toHaveLength(1);
    const texts = (of: typeof posts): readonly string[] => of.map(({ text }) => text);
    expect(proposeThemeQueries(texts(linked), [[0, 1]])).toEqual(proposeThemeQueries(texts(posts), [[0, 1]]));
    expect(proposeQuery("Un abri pour vélos https://www.exemple.fr/abris", "fr")).toBe(
      proposeQuery("Un abri pour vélos", "fr"),
    );
  });

  test("[L81] copies under several addresses are copies, however these are written", () => {
    expect(
      findNearCopies(["Réunion publique mardi soir", ...ADDRESSES.map((to) => `Réunion publique mardi soir ${to}`)]),
    ).toEqual([[0, 1, 2, 3, 4, 5, 6, 7, 8]]);
  });
});

describe("emoticons", () => {
  test.each([
    ["La réunion est à 10:30", "La réunion est à 10 30"],
    ["Horaires :(lundi) et (mardi)", "Horaires (lundi) et (mardi)"],
    ["Budget 1:/2", "Budget 1 2"],
    ["La carte :Dijon", "La carte Dijon"],
    ["Pour les <3 ans", "Pour les 3 ans"],
    ["ftp://exemple.fr", "ftp exemple.fr"],
    ["Un tarif par an: 8) (c)", "Un tarif par an: 8 c"],
  ])("[L150] %j holds none", (text, without) => {
    const odds = (of: string): number => readPost(of, "de").feeling.probability;
    const of = (written: string): unknown => readPost(written, "de").feeling;
    expect(of(text)).toEqual(of(without));
    expect(odds(text)).toBe(odds(without));
  });

  test.each([
    ["Fermé lundi :(", "negative"],
    ["Fermé lundi :/", "negative"],
    ["Fermé:-( demain", "negative"],
    ["Ouvert lundi :)", "positive"],
    ["Ouvert lundi :D !", "positive"],
    ["Ouvert lundi <3", "positive"],
    ["Wir <3 euch", "positive"],
  ])("[L150] %j is %s", (text, sentiment) => {
    // of another language only known words and signs tell
    expect(readPost(text, "de").feeling.leansTo).toBe(sentiment);
  });
});

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMatcher, fold, holds, parseQuery, QUOTE_LENGTH, type Query } from "./index.ts";

/** Any code point, half of a surrogate pair included. */
const character = fc.integer({ min: 0, max: 0x1_fbff }).map((code) => String.fromCodePoint(code));

const quoteOf = (query: string, text: string): string | undefined => {
  const range = createMatcher(query).quote(text);
  return range && text.slice(range.start, range.end);
};

describe("query", () => {
  test("[L2] terms are words or phrases parted by commas, each once, those without a word left out", () => {
    expect(parseQuery("Rendez-vous, soir*, après le travail, , !!, SOIR*")).toEqual({
      any: [{ term: " rendez vous " }, { term: " soir" }, { term: " apres le travail " }],
    });
    expect(parseQuery("vélo; outils\npain *")).toEqual({
      any: [{ term: " velo " }, { term: " outils " }, { term: " pain" }],
    });
    expect(parseQuery(" , *")).toBeUndefined();
  });

  test("[L131] AND binds more than OR and commas, NOT more than both; French operators mean the same", () => {
    const [a, b, c] = [{ term: " a " }, { term: " b " }, { term: " c " }];
    expect(parseQuery("a OR b AND c")).toEqual({ any: [a, { all: [b, c] }] });
    expect(parseQuery("a, b AND c")).toEqual({ any: [a, { all: [b, c] }] });
    expect(parseQuery("(a OR b) AND c")).toEqual({ all: [{ any: [a, b] }, c] });
    expect(parseQuery("a ET b SAUF c")).toEqual({ all: [a, b, { not: c }] });
    expect(parseQuery("a OU NOT (b, c)")).toEqual({ any: [a, { not: { any: [b, c] } }] });
    expect(parseQuery("NOT NOT a")).toEqual(a);
    expect(parseQuery('"a, b" c')).toEqual({ all: [{ term: " a b " }, c] });
    expect(parseQuery("«\u202Fa b\u202F»*")).toEqual({ term: " a b" });
    // operators are in capitals: these are words
    expect(parseQuery("a et b or c")).toEqual({ term: " a et b or c " });
  });

  test("[L131] what has no partner counts for nothing", () => {
    const a = { term: " a " };
    for (const written of ["AND a", "a OR", "(a", "a)", "((a))", "() a", "a AND AND ()", 'a "', "a NOT", ")(a"]) {
      expect([written, parseQuery(written)]).toEqual([written, a]);
    }
    expect(parseQuery("( AND ) NOT")).toBeUndefined();
    expect(parseQuery(`${"(".repeat(200)}a${")".repeat(200)}`)).toEqual(a);
  });

  test.each([
    ["vélo* SAUF (location OU vol)", "Un atelier vélo le soir", true],
    ["vélo* SAUF (location OU vol)", "La location de vélos", false],
    ["vélo ET soir", "Le soir, sans rien", false],
    ["vélo ET soir", "Le soir, le VELO", true],
    ['"le soir" AND NOT fermé', "Ouvert le soir", true],
    ['"le soir" AND NOT fermé', "Fermé le soir", false],
  ])("[L131] %j asked of %j is %j", (query, text, expected) => {
    expect(createMatcher(query).matches(text)).toBe(expected);
  });

  test("[L131] any query can be read, is never deep, and a text that is asked with NOT before it answers the other way", () => {
    const part = fc.constantFrom("a", "b c", "(", ")", '"', "«", "*", ",", "AND", "OU", "NOT", "é", "\n", "SAUF");
    const depthOf = (query: Query): number =>
      "term" in query
        ? 0
        : "not" in query
          ? depthOf(query.not)
          : 1 + Math.max(...("any" in query ? query.any : query.all).map(depthOf));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), fc.constantFrom("a", "b c", "e a", ""), (parts, text) => {
        const query = parseQuery(parts.join(" "));
        if (!query) return;
        expect(depthOf(query)).toBeLessThan(30);
        expect(holds(fold(text), { not: query })).toBe(!holds(fold(text), query));
      }),
    );
  });

  test.each([
    ["soir", "Un soir d'été", true],
    ["soir", "En soirée", false],
    ["soir*", "En soirée", true],
    ["soir*", "Ça peut surseoir, bonsoir", false],
    ["après le travail", "APRES LE TRAVAIL svp", true],
    ["après le travail", "le travail, après", false],
    ["le trav*", "après le travail", true],
    ["le* travail", "les travail", false],
    ["rendez-vous", "Prendre rendez‑vous", true],
    ["arbre", "l’arbre", true],
    ["vélo, outil*", "Prêter des outils", true],
    ["vélo, outil*", "Prêter un livre", false],
    ["", "Tout", false],
    ["...", "Tout ...", false],
  ])("[L2] %j asked of %j is %j", (query, text, expected) => {
    const matcher = createMatcher(query);
    expect(matcher.matches(text)).toBe(expected);
    expect(matcher.quote(text) !== undefined).toBe(expected);
  });
});

describe("quote", () => {
  test("[L3] the sentence that says most of the query is quoted, without the spaces around it", () => {
    const text =
      "J'adore ce lieu et toutes celles et ceux qui y viennent, merci à vous ! Ouvrir le soir après le travail serait parfait pour nous, vraiment. Le soir, je dors.";
    expect(quoteOf("soir, travail", text)).toBe("Ouvrir le soir après le travail serait parfait pour nous, vraiment.");
  });

  test("[L3] among equals the first is quoted", () => {
    const first = "Le soir nous arrange mieux que tous les autres moments de la journée.";
    expect(quoteOf("soir", `${first} Le soir est aussi le moment où les enfants sont couchés enfin.`)).toBe(first);
  });

  test("[L3] a short sentence comes with its neighbours, and a title alone when they are long", () => {
    expect(quoteOf("soir", "Bonjour. Le soir ! Ce serait mieux. Merci")).toBe(
      "Bonjour. Le soir ! Ce serait mieux. Merci",
    );
    expect(quoteOf("soir", `Le soir !\nCe serait mieux.`)).toBe("Le soir !");
    expect(quoteOf("soir", `${"a ".repeat(140)}fin. Le soir ! ${"b ".repeat(140)}`)).toBe("Le soir !");
  });

  test("[L3] an abbreviation, an initial and a number end no sentence", () => {
    const text = "Le soir M. Dupont et J. Doe paient 3.50 euros, cf. la notice, pour env. deux heures de réparation.";
    expect(quoteOf("notice", text)).toBe(text);
  });

  test("[L3] a long sentence is cut between words around what matched", () => {
    const text = `${"avant ".repeat(100)}le rendez-vous ${"après ".repeat(100)}`;
    const quote = quoteOf("rendez-vous", text) ?? "";
    expect(quote.length).toBeLessThanOrEqual(QUOTE_LENGTH);
    expect(quote.length).toBeGreaterThan(QUOTE_LENGTH - 20);
    expect(quote).toMatch(/^(avant )+le rendez-vous( après)+$/);
  });

  test.each(["soir", "soirs", "soirée", "soirées"])(
    "[L3] a text without spaces is cut between characters: %s",
    (word) => {
      const text = `${"😀".repeat(200)}${word}${"😀".repeat(200)}`;
      const quote = quoteOf(word, text) ?? "";
      expect(quote).toContain(word);
      expect(quote.length).toBeLessThanOrEqual(QUOTE_LENGTH);
      expect(quote).not.toMatch(/\p{Surrogate}/u);
    },
  );

  test("[L3] every quote is a bounded, whole part of its text that matches its query by itself", () => {
    const word = fc.constantFrom(
      "soir",
      "soirée",
      "l'été",
      "😀",
      "a".repeat(50),
      "M.",
      "fin.",
      "ah !",
      "\n",
      "rendez-vous",
      "…",
      "語。",
    );
    const joined = fc
      .tuple(fc.array(word, { maxLength: 120 }), fc.constantFrom(" ", "", "  "))
      .map(([words, gap]) => words.join(gap));
    fc.assert(
      fc.property(
        fc.oneof(joined, fc.string({ unit: character, maxLength: 800 })),
        fc.constantFrom("soir*", "rendez vous, soir"),
        (text, query) => {
          const matcher = createMatcher(query);
          const range = matcher.quote(text);
          expect(range !== undefined).toBe(matcher.matches(text));
          if (!range) return;
          const quote = text.slice(range.start, range.end);
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeLessThanOrEqual(text.length);
          expect(quote.length).toBeLessThanOrEqual(QUOTE_LENGTH);
          expect(quote.trim()).toBe(quote);
          expect(matcher.matches(quote)).toBe(true);
          if (!/\p{Surrogate}/u.test(text)) expect(quote).not.toMatch(/\p{Surrogate}/u);
        },
      ),
      { numRuns: 500 },
    );
  });
});

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPost } from "./classify/index.ts";
import { blankManners } from "./index.ts";
import { findThemes, proposeThemeQueries } from "./texts/index.ts";

const NEUTRAL = {
  fr: "La réunion du conseil aura lieu jeudi à 18 h 30 dans la salle du premier étage",
  en: "The council meets on Thursday at 6.30pm in the room on the first floor",
};
const BAD = {
  fr: "Les poubelles débordent, c'est honteux",
  en: "The bins are overflowing, what a disgrace",
};

describe("manners", () => {
  test.each([
    ["Bonjour à toutes et tous, la salle est fermée.", "la salle est fermée."],
    ["👋 Bonsoir, la salle est fermée", "👋 , la salle est fermée"],
    ["Salle des fêtes\nMadame, la salle est fermée", "Salle des fêtes\nMadame, la salle est fermée"],
    ["Une rampe ? Merci d’avance pour votre réponse. Bien cordialement, Anne Le Goff", "Une rampe ? ."],
    ["Une rampe ? MERCI PAR AVANCE", "Une rampe ?"],
    ["Je vous remercie d'avance de votre aide ! Le bus est en retard", "! Le bus est en retard"],
    ["Panne. Je vous prie d’agreer mes salutations distinguées.", "Panne."],
    ["Panne. Bonne journée à tous !", "Panne."],
    ["Panne\n\nEnvoyé depuis mon iPhone", "Panne"],
    ["Hi there, a ramp? Many thanks in advance! Kind regards, Priya S.", ", a ramp? !"],
    ["Dear team, it is broken. Yours sincerely, Tom", ", it is broken."],
    ["Broken. Have a nice day!", "Broken."],
    ["Broken… Sent from my Samsung Galaxy phone", "Broken…"],
    ["RT @town_hall: closed, says @a.b-c. Write to jean.martin@example.org", ": closed, says . Write to"],
  ])("[L165] of %j %j is left", (text, left) => {
    expect(
      blankManners(text)
        .replaceAll(/[^\S\n]+/g, " ")
        .trim()
        .replace(/^, /, ""),
    ).toBe(left.replace(/^, /, ""));
  });

  test.each([
    "Merci pour votre aide, vous êtes formidables",
    "On nous a souhaité une bonne journée et rien de plus",
    "The photos sent from my phone never arrive",
    "He said hello and left",
    "It regards all of us",
    "Payez à l'avance : non merci",
    "Le salut des ours",
    "2 @ 5 €",
  ])("[L165] %j has none", (text) => {
    expect(blankManners(text)).toBe(text);
  });

  test("[L165] any text keeps its length and is blank of them after once", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: "binary", maxLength: 6 }),
            fc.constantFrom(
              "Bonjour",
              " ",
              "\n",
              "à tous",
              ".",
              ", ",
              "Cordialement",
              "Merci d'avance",
              "pour",
              "@a",
              "RT ",
            ),
          ),
        ),
        (pieces) => {
          const text = pieces.join("");
          expect(blankManners(text)).toHaveLength(text.length);
        },
      ),
    );
    for (const piece of ["regards ", "bonne journée ", "merci d'avance pour ", "a@", "\n, ", "Hello, all ", ", "]) {
      expect(blankManners(piece.repeat(8_000 / piece.length))).toHaveLength(
        Math.floor(8_000 / piece.length) * piece.length,
      );
    }
  });

  test.each([
    ["fr", "Bonjour à tous,\n", ""],
    ["fr", "", "\nMerci d’avance."],
    ["fr", "", ".\nCordialement,\nJean Martin"],
    ["fr", "", "\nEnvoyé depuis mon iPhone"],
    ["fr", "@marie_du_12 ", ""],
    ["en", "Hi everyone,\n", ""],
    ["en", "", "\nThanks in advance."],
    ["en", "", ".\nBest regards,\nJohn Martin"],
    ["en", "", "\nSent from my iPhone"],
    ["en", "RT @town: ", ""],
  ] as const)(
    "[L165] in %s, %j and %j around a post change nothing of what is read in it",
    (language, before, after) => {
      for (const text of [NEUTRAL[language], BAD[language]]) {
        const read = readPost(`${before}${text}${after}`, language, { kind: "post" });
        const alone = readPost(text, language, { kind: "post" });
        expect(read.feeling.leansTo).toBe(alone.feeling.leansTo);
        expect(read.feeling.probability).toBeCloseTo(alone.feeling.probability, 1);
        expect(read.expectation.probability).toBeCloseTo(alone.expectation.probability, 1);
      }
    },
  );

  test("[L165] what all posts begin and end with is no theme, and stands in no proposed query", () => {
    const said = ["bus", "piscine", "wifi"].flatMap((about) =>
      ["toujours en retard", "trop cher le soir", "fermé lundi"].map((what) => `Le ${about} est ${what}`),
    );
    const texts = said.map((text) => `Bonjour à tous, ${text}. Merci d'avance. Cordialement, Jean Martin`);
    const { themes } = findThemes(texts.map((text, at) => ({ id: `${at}`, text, language: "fr" })));
    const names = themes.map(({ name }) => name).join(" ");
    expect(names).not.toMatch(/bonjour|avance|cordialement|martin/i);
    expect(proposeThemeQueries(texts, [texts.map((_, at) => at)])[0]).not.toMatch(/bonjour|avance|cordialement|martin/);
  });
});

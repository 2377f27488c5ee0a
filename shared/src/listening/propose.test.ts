import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMatcher, parseQuery, PROPOSED_TERMS, proposeQuery } from "./index.ts";

describe("proposed query", () => {
  test.each([
    ["Des rendez-vous le soir, après le travail", "rendez-vous, soir*, travail"],
    ["Plus d'ateliers pour les enfants", "atelier*, enfant*"],
    ["Aujourd'hui : trois nouveaux bureaux !", "bureau*"],
    ["L'œuvre collective des bénévoles", "œuvre*, collective*, bénévole*"],
    ["Prendre le temps d'un repas", "prendre*, temps, repas"],
    ["Une main tendue", "main, tendue*"],
    ["We need better opening hours on Saturdays", "opening*, hour*, saturday*"],
    ["Classes for communities, stories of our city", "class*, communit*, stories, city"],
    ["Pièce pièces Pièces", "pièce*"],
    ["vélo robe pull jean table cuir lampe", "vélo*, robe*, pull*, jean*, table"],
    ["Qu'est-ce que c'est ?", ""],
    ["5 €", ""],
    ["", ""],
  ])("[L4] %j proposes %j", (title, query) => {
    expect(proposeQuery(title)).toBe(query);
  });

  test("[L4] the language is read from the small words, else it is the board's", () => {
    expect(proposeQuery("The car on the hill", "fr")).toBe("car, hill*");
    expect(proposeQuery("Le but de la pétanque", "en")).toBe("but, pétanque*");
    expect(proposeQuery("Or, argent", "fr")).toBe("argent*");
    expect(proposeQuery("Communities", "en")).toBe("communit*");
  });

  test("[L4] a proposed query has few terms, and finds the title it came from", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            "Réparer",
            "vélos",
            "temps",
            "rendez-vous",
            "l'été",
            "boxes",
            "stories",
            "of",
            "des",
            "journaux",
            "a".repeat(150),
          ),
        ),
        (words) => {
          const title = words.join(" ");
          const query = proposeQuery(title);
          const asked = parseQuery(query);
          expect(asked && "any" in asked ? asked.any.length : 1).toBeLessThanOrEqual(PROPOSED_TERMS);
          expect(query.length).toBeLessThanOrEqual(400);
          if (query !== "") expect(createMatcher(query).matches(title)).toBe(true);
        },
      ),
    );
  });
});

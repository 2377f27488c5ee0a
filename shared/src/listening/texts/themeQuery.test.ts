import { describe, expect, it } from "vitest";
import { createMatcher } from "../index.ts";
import { findThemes, proposeThemeQueries } from "./index.ts";

const POSTS = [
  "Ouvrir le soir, après le travail",
  "Un atelier le soir serait bien",
  "Les soirs de semaine, je suis libre",
  "An evening session please",
  "Evenings would suit me, not mornings",
  "Le prix de l’adhésion est trop élevé",
  "Baisser le prix pour les étudiants",
  "The price of membership is too high",
  "Prices went up again this year",
  "Prix libre pour tous",
];
const THEMES = [
  [0, 1, 2, 3, 4],
  [5, 6, 7, 8, 9],
];

describe("queries for themes", () => {
  it("[L140] find most posts of a theme again and few others, in each language", () => {
    const queries = proposeThemeQueries(POSTS, THEMES);
    for (const [at, theme] of THEMES.entries()) {
      const { matches } = createMatcher(queries[at] ?? "");
      const found = POSTS.flatMap((text, place) => (matches(text) ? [place] : []));
      expect(found.filter((place) => theme.includes(place)).length).toBeGreaterThanOrEqual(4);
      expect(found.filter((place) => !theme.includes(place))).toEqual([]);
    }
    expect(queries[0]).toContain("soir");
    expect(queries[0]).toContain("evening*");
  });

  it("[L140] are empty where no word tells the theme's posts from others", () => {
    expect(proposeThemeQueries(["a b", "a b", "a b"], [[0, 1]])).toEqual([""]);
    expect(proposeThemeQueries([], [])).toEqual([]);
  });
});

describe("posts that come later", () => {
  it("[L141] join the theme that they are most like, or none", () => {
    const { themes, join } = findThemes(
      POSTS.map((text, at) => ({ id: String(at), text, language: at % 5 < 3 ? "fr" : "en" })),
    );
    const placeOf = (id: string) => themes.findIndex(({ posts }) => posts.includes(id));
    expect(join("Le soir, quand le travail est fini", "fr")).toBe(placeOf("0"));
    expect(join("Le prix est-il le même pour tous ?", "fr")).toBe(placeOf("5"));
    expect(join("Merci à Zoé pour les photos", "fr")).toBeUndefined();
    expect(join("", undefined)).toBeUndefined();
  });
});

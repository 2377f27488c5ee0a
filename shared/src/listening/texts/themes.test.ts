import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkByAverage } from "./linkage.ts";
import { findThemes, type ThemePost } from "./themes.ts";
import { themeTermsOf } from "./themeTerms.ts";

const POSTS: readonly ThemePost[] = [
  { id: "a", text: "Le sommeil n'est pas enregistré la nuit", language: "fr" },
  { id: "b", text: "Sleep is not recorded at all", language: "en" },
  { id: "c", text: "On ne peut pas ajouter une sieste au sommeil", language: "fr" },
  { id: "d", text: "Impossible d'exporter les parcours en GPX", language: "fr" },
  { id: "e", text: "Please let us export our tracks as gpx", language: "en" },
  { id: "f", text: "Merci", language: "fr" },
];

describe("findThemes", () => {
  test("[L82] the words of one thing meet across French and English", () => {
    const { themes, others } = findThemes(POSTS);
    expect(themes.map(({ posts }) => posts)).toEqual([
      ["a", "b", "c"],
      ["d", "e"],
    ]);
    expect(others).toEqual(["f"]);
    expect(themes[0]?.keyphrases).toContain("sommeil");
    expect(themes[1]?.name).toContain("gpx");
  });

  test("[L82] neither the order of posts nor more of them than are linked at once makes a difference to what is said", () => {
    const say = (posts: readonly ThemePost[]): unknown =>
      findThemes(posts)
        .themes.map(({ posts: own, name }) => [own.toSorted(), name])
        .toSorted();
    expect(say(POSTS.toReversed())).toEqual(say(POSTS));
    const many = Array.from({ length: 5_000 }, (_, at) => ({ ...POSTS[at % 5], id: `${at}` }) as ThemePost);
    expect(findThemes(many).themes.map(({ posts }) => posts.length)).toEqual([3_000, 2_000]);
  });

  test("[L82] how alike posts must be can be set", () => {
    const posts = Array.from({ length: 24 }, (_, at) => ({
      id: `${at}`,
      text: `shared${at % 12} ${["alone", "apart"][at % 2]}${at % 12} single${at}`,
      language: "nl",
    }));
    expect(findThemes(posts.slice(0, 12)).themes).toEqual([]);
    expect(findThemes(posts).themes.length).toBe(12);
    expect(findThemes(posts, { least: 1.1 }).themes).toEqual([]);
  });

  test("[L82] what contractions leave behind names a theme last", () => {
    const posts = ["doesn drain", "doesn drain"].map((text, at) => ({ id: `${at}`, text, language: "en" }));
    expect(findThemes(posts).themes[0]?.keyphrases).toEqual(["drain", "doesn"]);
  });

  test("[L82] any posts give each of them one place", () => {
    expect(findThemes([])).toMatchObject({ themes: [], others: [], unsure: [] });
    const post = fc.record({
      text: fc.oneof(
        fc.string({ unit: "binary" }),
        fc.constantFrom("sync watch", "montre synchro", "watch battery", "batterie"),
      ),
      language: fc.constantFrom("fr", "en", "ja", "", undefined),
    });
    fc.assert(
      fc.property(fc.array(post, { maxLength: 20 }), (some) => {
        const posts = some.map((one, at) => ({ ...one, id: `${at}` }));
        const { themes, others } = findThemes(posts);
        expect([...themes.flatMap((theme) => theme.posts), ...others].toSorted()).toEqual(
          posts.map(({ id }) => id).toSorted(),
        );
        expect(themes.every((theme) => theme.posts.length > 1 && theme.name !== "")).toBe(true);
      }),
    );
  });

  test("[L83] themes that are a little alike are suggested as one, and stay two", () => {
    const posts = [
      "battery plug drains overnight",
      "overnight drains battery plug",
      "battery plug broken charger",
      "broken charger plug battery",
    ].map((text, at) => ({ id: `${at}`, text, language: "en" }));
    const { themes, unsure } = findThemes(posts, { least: 0.8 });
    expect(themes.map((theme) => theme.posts).toSorted()).toEqual([
      ["0", "1"],
      ["2", "3"],
    ]);
    for (const { likeness } of unsure) expect(likeness).toBeLessThan(0.8);
    expect(unsure.map((merge) => merge.themes)).toEqual([[0, 1]]);
  });
});

describe("linkByAverage", () => {
  test("[L82] two join when the mean of their cosines is high enough", () => {
    // a·b = 0.8, a·c = 0, b·c = 0.6: a and b join, and c is 0.3 like them
    const vectors = [
      new Map([["x", 1]]),
      new Map([
        ["x", 0.8],
        ["y", 0.6],
      ]),
      new Map([["y", 1]]),
    ];
    expect(linkByAverage(vectors, 0.31)).toEqual([0, 0, 2]);
    expect(linkByAverage(vectors, 0.29)).toEqual([0, 0, 0]);
    expect(linkByAverage([], 0.1)).toEqual([]);
  });
});

describe("themeTermsOf", () => {
  test("[L82] says stems and concepts, and how they were written", () => {
    expect(themeTermsOf("La Synchronisation des montres : 3 fois !", "fr")).toEqual([
      { term: "#sync", written: "synchronisation" },
      { term: "#watch", written: "montres" },
    ]);
    expect(themeTermsOf("Syncing watches", "en").map(({ term }) => term)).toEqual(["#sync", "#watch"]);
    expect(themeTermsOf("", undefined)).toEqual([]);
  });

  test.each([
    "#MaVille2030",
    "— Association des riverains de Saint-Michel",
    "### Describe the bug ### Expected behaviour",
    "Leclerc Drive",
  ])("[L167] %j in all posts makes no theme of them, nor names one", (shared) => {
    const about = {
      poubelles: [
        "Les poubelles débordent rue Pasteur",
        "Il faut plus de poubelles au marché",
        "Poubelles jamais vidées",
        "Des poubelles de tri manquent",
        "Les poubelles sentent mauvais",
      ],
      piscine: [
        "La piscine ferme trop tôt",
        "Ouvrir la piscine le dimanche",
        "L’eau de la piscine est froide",
        "Des cours à la piscine",
        "Vestiaires de la piscine sales",
      ],
      bus: [
        "Le bus 12 est toujours en retard",
        "Plus de bus la nuit",
        "Le bus ne passe pas au hameau",
        "Un bus de plus serait bien",
        "Le chauffeur du bus roule vite",
      ],
      wifi: [
        "Le wifi de la médiathèque coupe",
        "Wifi trop lent en salle B",
        "Code wifi introuvable",
        "Le wifi devrait être gratuit",
        "Pas de wifi au gymnase",
      ],
    };
    const posts = Object.entries(about).flatMap(([what, texts]) =>
      texts.map((text, at) => ({ id: `${what} ${at}`, text: `${text} ${shared}`, language: "fr" })),
    );
    const { themes, join } = findThemes(posts);
    expect(themes.map((theme) => new Set(theme.posts.map((id) => id.split(" ")[0])).size)).toEqual([1, 1, 1, 1]);
    expect(themes.map(({ name }) => name.split(" · ")[0]).toSorted()).toEqual(Object.keys(about).toSorted());
    expect(join(shared, "fr")).toBeUndefined();
  });

  test("[L167] what all speak of, each in their own words, is a theme by its name", () => {
    const asks = ["Please offer", "Could we have", "I would love", "Why not start", "We need"];
    const what = ["evening sessions", "one evening", "an evening", "evenings like that"];
    const more = [
      "for students",
      "after work",
      "in the old hall",
      "twice a month",
      "near the station",
      "with tea",
      "by June",
    ];
    const posts = Array.from({ length: 35 }, (_, at) => ({
      id: `${at}`,
      text: `${asks[at % asks.length]} ${what[at % what.length]} ${more[at % more.length]}`,
      language: "en",
    }));
    const { themes } = findThemes(posts);
    expect(themes[0]?.name).toMatch(/evening/);
    expect(themes[0]?.posts.length).toBeGreaterThan(20);
  });

  test("[L167] a board of a few posts that all speak of one thing has that theme", () => {
    const posts = ["trop lent", "en panne", "coupé lundi", "très cher"].map((words, at) => ({
      id: `${at}`,
      text: `Le wifi de la salle est ${words}`,
      language: "fr",
    }));
    expect(findThemes(posts).themes).toHaveLength(1);
  });
});

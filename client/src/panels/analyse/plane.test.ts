import type { CardStructure, Structure } from "@palabre/shared/analysis/structure";
import { newCardId, type Card, type CardId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { textIn } from "../../i18n/index.ts";
import { leversOf } from "./leverage.ts";
import { partPoints, placeLabels } from "./placeLabels.ts";
import { countLinked, planePoints } from "./planePoints.ts";
import { planeAlternative, planeVerdict } from "./planeWords.ts";
import { plainOf } from "./titles.ts";

const fr = await textIn("fr", "fr-FR");
const en = await textIn("en", "en-GB");

const facts = (rest: Partial<CardStructure>): CardStructure => ({
  influence: 1,
  dependence: 1,
  influenceShare: 0,
  dependenceShare: 0,
  indirectInfluenceShare: 0,
  indirectDependenceShare: 0,
  quadrant: "autonomous",
  margin: 1,
  linksOut: 1,
  linksIn: 1,
  rank: 1,
  dependenceRank: 1,
  indirectRank: 1,
  of: 4,
  paths: [],
  reinforcing: 0,
  balancing: 0,
  isOnCircle: true,
  betweenness: 0,
  pagerank: 0,
  community: 0,
  ...rest,
});
function mapOf(parts: readonly (readonly [title: string, rest: Partial<CardStructure>])[]) {
  const ids = parts.map(() => newCardId());
  const structure: Pick<Structure, "cards"> = {
    cards: new Map(parts.map(([, rest], i): [CardId, CardStructure] => [ids[i] ?? newCardId(), facts(rest)])),
  };
  const cards = new Map(
    parts.map(([text], i): [CardId, Card] => {
      const id = ids[i] ?? newCardId();
      return [id, { id, kind: "factor", at: 1, position: [0, 0], text, attributes: {}, extra: {} }];
    }),
  );
  return { ids, structure, cards };
}

describe("the plane of influence and dependence", () => {
  const { ids, structure, cards } = mapOf([
    ["Mairie", { influenceShare: 0.3, dependenceShare: 0, quadrant: "driver" }],
    ["Bénévoles", { influenceShare: 0.5, dependenceShare: 0.4, quadrant: "relay" }],
    ["Attente", { influenceShare: 0.1, dependenceShare: 0.5, quadrant: "dependent" }],
    ["Local", { influenceShare: 0.1, dependenceShare: 0.1, quadrant: "autonomous" }],
    ["Seul", { quadrant: undefined }],
  ]);

  it("[P36] has the mean in the middle of each axis, the largest at the end, and only who is compared", () => {
    const points = planePoints(structure, "direct");
    expect(points.map(({ id }) => id)).toEqual([ids[1], ids[0], ids[2], ids[3]]);
    // means are a quarter: 0.1 is two fifths of the way to the middle, 0.3 a fifth of the way from there to 0.5
    expect(points.map(({ at }) => at.map((each) => Math.round(each * 1000) / 1000))).toEqual([
      [0.8, 1],
      [0, 0.6],
      [1, 0.2],
      [0.2, 0.2],
    ]);
  });

  it("[P36] names places by what is counted: somebody may drive only through others", () => {
    const parts = [
      ["A", { influenceShare: 0.2, dependenceShare: 0.2, quadrant: "autonomous" }],
      ["B", { influenceShare: 0.5, dependenceShare: 0.4, quadrant: "relay" }],
      ["C", { influenceShare: 0.3, dependenceShare: 0.4, quadrant: "dependent" }],
    ] as const;
    const reached = [
      [0.6, 0.1],
      [0.2, 0.34],
      [0.2, 0.56],
    ] as const;
    const through = mapOf(
      parts.map(([title, rest], i) => [
        title,
        { ...rest, indirectInfluenceShare: reached[i]?.[0] ?? 0, indirectDependenceShare: reached[i]?.[1] ?? 0 },
      ]),
    );
    const places = (reach: "direct" | "indirect") =>
      Object.fromEntries(
        planePoints(through.structure, reach).map(({ id, quadrant }) => [through.cards.get(id)?.text, quadrant]),
      );
    expect(places("direct")).toEqual({ A: "autonomous", B: "relay", C: "dependent" });
    // a third of the whole is the mean of three: 0.34 is on neither side of it
    expect(places("indirect")).toEqual({ A: "driver", B: "between", C: "dependent" });
  });

  it("[P36] puts what is all the same in the middle, and is empty for nobody", () => {
    const same = mapOf([
      ["A", { influenceShare: 0.5, dependenceShare: 0.5, quadrant: "between" }],
      ["B", { influenceShare: 0.5, dependenceShare: 0.5, quadrant: "between" }],
    ]);
    expect(planePoints(same.structure, "direct").map(({ at }) => at)).toEqual([
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
    expect(planePoints(same.structure, "indirect").map(({ at }) => at)).toEqual([
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
    expect(planePoints({ cards: new Map() }, "direct")).toEqual([]);
  });

  it("[P36] puts any number of factors that are all the same in the middle, whatever their shares add up to", () => {
    const outside = Array.from({ length: 59 }, (_, i) => i + 2).filter((n) => {
      const share = { influenceShare: 1 / n, dependenceShare: 1 / n, quadrant: "between" } as const;
      const same = mapOf(Array.from({ length: n }, (_, i) => [`F${i}`, share] as const));
      // what is added up in a few roundings may come out a hair below the middle
      return planePoints(same.structure, "direct").some(({ at }) => at.some((each) => Math.abs(each - 0.5) > 1e-9));
    });
    expect(outside).toEqual([]);
  });

  it("[P36] is told in one sentence: who to tend first, else where to begin, else that nobody stands out", () => {
    const points = planePoints(structure, "direct");
    expect(plainOf(planeVerdict(points, 4, cards, fr))).toBe(
      "Bénévoles agit sur tout et dépend de tout\u202f: à soigner en premier.",
    );
    const without = (quadrant: string) => points.filter((point) => point.quadrant !== quadrant);
    expect(plainOf(planeVerdict(without("relay"), 4, cards, en))).toBe(
      "Mairie drives the rest and depends little on it: the place to begin.",
    );
    const calm = without("relay").filter(({ quadrant }) => quadrant !== "driver");
    expect(plainOf(planeVerdict(calm, 4, cards, en))).toBe("No factor stands out: none clearly drives the others.");
    expect(plainOf(planeVerdict(points.slice(0, 1), 1, cards, en))).toBe(
      "Two linked factors are needed to compare them.",
    );
  });

  it("[P36] says of linked factors none of which acts on another that this is missing, not that there are too few", () => {
    const said = (board: ReturnType<typeof mapOf>) =>
      [en, fr].map((words) =>
        plainOf(planeVerdict(planePoints(board.structure, "direct"), countLinked(board.structure), board.cards, words)),
      );
    const none = { quadrant: undefined, margin: undefined, dependenceRank: undefined, of: 3 } as const;
    const expectation = { ...none, rank: undefined, indirectRank: undefined } as const;
    expect(
      said(
        mapOf([
          ["F1", none],
          ["F2", none],
          ["F3", none],
          ["E", expectation],
        ]),
      ),
    ).toEqual([
      "No factor acts on another yet: link them to one another to compare them.",
      "Aucun facteur n’agit encore sur un autre\u202f: reliez-les entre eux pour les comparer.",
    ]);
    // what is only acted on, the same
    const moved = { ...none, rank: undefined, dependenceRank: 1, of: 2 } as const;
    expect(
      said(
        mapOf([
          ["F1", moved],
          ["F2", moved],
        ]),
      )[0],
    ).toMatch(/^No factor acts on another yet/);
    expect(
      said(
        mapOf([
          ["F1", none],
          ["E", expectation],
        ]),
      )[0],
    ).toBe("Two linked factors are needed to compare them.");
  });

  it("[P36] names three at most in its sentence, and all in the text for who does not see it", () => {
    const many = mapOf(
      ["A", "B", "C", "D", "E"].map(
        (title, i) => [title, { influenceShare: (9 - i) / 35, quadrant: "relay" }] as const,
      ),
    );
    const points = planePoints(many.structure, "direct");
    expect(plainOf(planeVerdict(points, 5, many.cards, fr))).toBe(
      "A, B, C et 2 autres agissent sur tout et dépendent de tout\u202f: à soigner en premier.",
    );
    expect(plainOf(planeAlternative(points, many.cards, en))).toBe(
      "Influence and dependence of 5 factors. Relays: A, B, C, D and E.",
    );
  });
});

describe("the names on the plane", () => {
  it("[P37] stand where nothing else does, and are left out where there is no room", () => {
    const near = [
      { at: [50, 50], width: 60 },
      { at: [50, 58], width: 60 },
    ] as const;
    expect(placeLabels(near, [0, 0, 200, 100], [])).toEqual(["right", "below"]);
    // at the right edge a name goes to the left
    expect(placeLabels([{ at: [190, 50], width: 60 }], [0, 0, 200, 100], [])).toEqual(["left"]);
    // the words of the axis stand left of the room
    expect(placeLabels([{ at: [82, 50], width: 48 }], [30, 0, 70, 100], [])).toEqual(["aboveLeft"]);
    expect(placeLabels([{ at: [82, 50], width: 48 }], [0, 0, 100, 100], [])).toEqual(["left"]);
    expect(placeLabels([{ at: [50, 50], width: 60 }], [0, 0, 200, 100], [[0, 0, 200, 100]])).toEqual([undefined]);
    expect(placeLabels([], [0, 0, 200, 100], [])).toEqual([]);
  });

  it("[P37] belong to points that lie beside each other where they would hide each other", () => {
    expect(
      partPoints(
        [
          [50, 50],
          [50, 50],
          [90, 50],
        ],
        20,
      ),
    ).toEqual([
      [50, 50],
      [34, 50],
      [90, 50],
    ]);
    // not out of the plane, and not where there is a crowd of them
    const two = [
      [50, 50],
      [50, 50],
    ] as const;
    expect(partPoints(two, 40)).toEqual(two);
    const crowd = Array.from({ length: 60 }, () => [50, 50] as const);
    expect(partPoints(crowd, 0)).toEqual(crowd);
  });
});

describe("what moves the map", () => {
  it("[P38] is ordered by all that follows; hidden is who gains two places and ends in the upper half", () => {
    const { ids, structure } = mapOf([
      ["A", { rank: 1, indirectRank: 2 }],
      ["B", { rank: 4, indirectRank: 1 }],
      ["C", { rank: 6, indirectRank: 4, of: 6 }],
      ["D", { rank: 2, indirectRank: 3, influence: 0 }],
      ["E", { rank: undefined, indirectRank: undefined }],
    ]);
    expect(leversOf(structure).map(({ id, isHidden }) => [id, isHidden])).toEqual([
      [ids[1], true],
      [ids[0], false],
      [ids[2], false],
    ]);
    expect(leversOf({ cards: new Map() })).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { applyEdits, createBoardDoc, readBoard } from "../documents/index.ts";
import {
  newCardId,
  newLinkId,
  type BoardSnapshot,
  type CardId,
  type CardKind,
  type Measure,
  type Polarity,
  type Strength,
} from "../terms/index.ts";
import { annotate } from "./annotate.ts";
import { evidenceOf } from "./standing.ts";
import { thinkOfMap } from "./thought.ts";

type Drawn = readonly [from: CardId, to: CardId, strength: Strength, polarity?: Polarity];

function drawBoard(
  cards: ReadonlyMap<CardId, CardKind>,
  links: readonly Drawn[],
  trash: readonly CardId[] = [],
): BoardSnapshot {
  const doc = createBoardDoc();
  applyEdits(doc, [
    ...[...cards].map(([id, kind], index) => ({ type: "addCard", id, kind, position: [0, 0], at: index + 1 }) as const),
    ...links.map(
      ([from, to, strength, polarity = "+"], index) =>
        ({ type: "addLink", id: newLinkId(), from, to, strength, polarity, at: index + 1 }) as const,
    ),
    { type: "trash", things: trash, at: 2 },
  ]);
  return readBoard(doc);
}
const factors = (...ids: readonly CardId[]) => new Map(ids.map((id) => [id, "factor"] as const));
const [a, b, c, d] = [newCardId(), newCardId(), newCardId(), newCardId()];

/** What is read of the factors of a board, by card and measure. */
function readingsOf(snapshot: BoardSnapshot) {
  const evidence = { now: 0, newestAt: undefined, isHeardBefore: false, sources: new Map(), heard: new Map() };
  const annotations = annotate(snapshot, evidence);
  return (id: CardId, measure: Measure) => annotations.get(id)?.readings.find((reading) => reading.measure === measure);
}

describe("direct influence and dependence", () => {
  it("[N6] are the sums of the strengths out and in, as in a published matrix", () => {
    // the direct sums of a MICMAC exercise with five variables, influences 0 to 3, from row on column
    const matrix = [
      [0, 1, 3, 1, 3],
      [3, 0, 3, 2, 1],
      [2, 3, 0, 1, 3],
      [3, 1, 3, 0, 3],
      [3, 3, 3, 2, 0],
    ];
    const ids = matrix.map(() => newCardId());
    const links = matrix.flatMap((row, i) =>
      row.flatMap((m, j): Drawn[] => (m === 0 ? [] : [[ids[i] ?? a, ids[j] ?? a, m as Strength]])),
    );
    const read = readingsOf(drawBoard(factors(...ids), links));
    const figures = ids.map((id) => {
      const [influence, dependence] = [read(id, "influence"), read(id, "dependence")];
      return [influence?.value, influence?.rank, dependence?.value, dependence?.rank];
    });
    expect(figures).toEqual([
      [8, 5, 11, 2],
      [9, 3, 8, 4],
      [9, 3, 12, 1],
      [10, 2, 6, 5],
      [11, 1, 10, 3],
    ]);
    expect(read(ids[4] ?? a, "influence")).toEqual({
      measure: "influence",
      state: "known",
      value: 11,
      n: 4,
      // 11 / 47, to a tenth of a percent
      share: 0.234,
      rank: 1,
      of: 5,
      origin: [],
    });
    // influences 8, 9, 9, 10, 11 (mean 9.4) and dependences 11, 8, 12, 6, 10 (mean 9.4): a quarter of an axis at most
    expect(ids.map((id) => read(id, "quadrant")?.quadrant)).toEqual([
      "dependent",
      "between",
      "between",
      "driver",
      "relay",
    ]);
    expect(read(ids[3] ?? a, "quadrant")).toEqual({
      measure: "quadrant",
      state: "known",
      // (10 − 9.4) / 9.4
      value: 0.06,
      n: 5,
      quadrant: "driver",
      origin: [],
    });
  });

  it("[N6] add up parallel links and leave out loops onto oneself, the trash, and what is linked to a drawing", () => {
    const [expectation, note, gone, cut] = [newCardId(), newCardId(), newCardId(), newCardId()];
    const cards = new Map([...factors(a, b, gone), [expectation, "expectation"], [note, "note"]] as const);
    const links: Drawn[] = [
      [a, b, 3],
      [a, b, 1],
      [a, a, 3],
      [a, expectation, 2],
      [a, note, 3],
      [gone, b, 3],
      [a, cut, 3],
    ];
    const read = readingsOf(drawBoard(cards, links, [gone]));
    expect(read(gone, "influence")).toBeUndefined();
    expect(read(a, "influence")).toMatchObject({ value: 6, n: 3, share: 1, rank: 1, of: 2 });
    expect(read(a, "dependence")).toMatchObject({ value: 0, n: 0, rank: 2 });
    expect(read(b, "influence")).toMatchObject({ value: 0, share: 0, rank: 2 });
    expect(read(b, "dependence")).toMatchObject({ value: 4, n: 2, share: 1, rank: 1 });
  });

  it("[N7] are missing for a factor that no link touches, and not ranked where all have 0", () => {
    const missing = (measure: string) => ({ measure, state: "missing", n: 0, origin: [] });
    const alone = readingsOf(drawBoard(factors(a), []));
    expect([alone(a, "influence"), alone(a, "dependence")]).toEqual([missing("influence"), missing("dependence")]);
    for (const measure of ["indirectInfluence", "quadrant", "loops"] as const)
      expect(alone(a, measure)).toBeUndefined();
    expect(readingsOf(drawBoard(factors(a, b), [[a, a, 3]]))(a, "influence")).toEqual(missing("influence"));
    const strategy = newCardId();
    const pushed = readingsOf(
      drawBoard(new Map([...factors(a, b), [strategy, "strategy"]] as const), [[strategy, a, 2]]),
    );
    expect(pushed(a, "influence")).toEqual({ measure: "influence", state: "known", value: 0, n: 0, origin: [] });
    expect(pushed(a, "dependence")).toEqual({
      measure: "dependence",
      state: "known",
      value: 2,
      n: 1,
      share: 1,
      rank: 1,
      of: 1,
      origin: [],
    });
    expect(pushed(a, "quadrant")).toBeUndefined();
    expect(pushed(b, "influence")?.state).toBe("missing");
  });

  it("[N6, N16] share a rank where they are equal, and stand between all quadrants", () => {
    const ids = [a, b, c];
    const links = ids.flatMap((from) => ids.filter((to) => to !== from).map((to): Drawn => [from, to, 2]));
    const read = readingsOf(drawBoard(factors(...ids), links));
    for (const id of ids) {
      for (const measure of ["influence", "dependence"] as const)
        expect(read(id, measure)).toMatchObject({ value: 4, rank: 1, of: 3, share: 0.333 });
      expect(read(id, "quadrant")).toMatchObject({ quadrant: "between", value: 0 });
    }
  });
});

describe("what a factor moves through others", () => {
  it("[N17] makes a driver of one that moves little directly: its rank rises, and the ways are said", () => {
    // a barely moves b, which moves all the others; d moves c a little more than that
    const [e, f] = [newCardId(), newCardId()];
    const links: Drawn[] = [
      [a, b, 2],
      [b, c, 3],
      [b, e, 3, "-"],
      [b, f, 3],
      [d, c, 3],
    ];
    const snapshot = drawBoard(factors(a, b, c, d, e, f), links);
    const read = readingsOf(snapshot);
    expect(read(a, "influence")).toMatchObject({ value: 2, rank: 3, of: 6 });
    expect(read(a, "indirectInfluence")).toMatchObject({ state: "known", rank: 2, directRank: 3, of: 6, n: 1 });
    const paths = evidenceOf(a, thinkOfMap(snapshot));
    const idOf = (index: number) => [...snapshot.links.keys()][index];
    // the way to b alone says less than the three that go on from it without loss
    expect(paths).toEqual([
      { links: [idOf(0), idOf(1)], polarity: 1, strength: 0.667 },
      { links: [idOf(0), idOf(2)], polarity: -1, strength: 0.667 },
      { links: [idOf(0), idOf(3)], polarity: 1, strength: 0.667 },
    ]);
  });
});

describe("feedback loops", () => {
  it("[N18] through a card are counted by what they do", () => {
    const links: Drawn[] = [
      [a, b, 2],
      [b, a, 2],
      [b, c, 1, "-"],
      [c, a, 1],
    ];
    const read = readingsOf(drawBoard(factors(a, b, c, d), links));
    expect(read(a, "loops")).toEqual({
      measure: "loops",
      state: "known",
      value: 2,
      n: 2,
      reinforcing: 1,
      balancing: 1,
      origin: [],
    });
    expect(read(c, "loops")).toMatchObject({ value: 1, reinforcing: 0, balancing: 1 });
    expect(read(d, "loops")).toBeUndefined();
  });
});

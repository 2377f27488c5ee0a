import { describe, expect, it } from "vitest";
import { applyEdits, createBoardDoc, readBoard } from "../documents/index.ts";
import { newCardId, newLinkId, type BoardSnapshot, type CardId, type CardKind, type Strength } from "../terms/index.ts";
import { readInfluence } from "./influence.ts";

type Drawn = readonly [from: CardId, to: CardId, strength: Strength];

function drawBoard(
  cards: ReadonlyMap<CardId, CardKind>,
  links: readonly Drawn[],
  trash: readonly CardId[] = [],
): BoardSnapshot {
  const doc = createBoardDoc();
  applyEdits(doc, [
    ...[...cards].map(([id, kind]) => ({ type: "addCard", id, kind, position: [0, 0], at: 1 }) as const),
    ...links.map(([from, to, strength]) => ({ type: "addLink", id: newLinkId(), from, to, strength, at: 1 }) as const),
    { type: "trash", things: trash, at: 2 },
  ]);
  return readBoard(doc);
}
const factors = (...ids: readonly CardId[]) => new Map(ids.map((id) => [id, "factor"] as const));
const [a, b, c] = [newCardId(), newCardId(), newCardId()];

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
    const standings = readInfluence(drawBoard(factors(...ids), links));
    const figures = ids.map((id) => {
      const { influence, dependence } = standings.get(id) ?? {};
      return [influence?.value, influence?.rank, dependence?.value, dependence?.rank];
    });
    expect(figures).toEqual([
      [8, 5, 11, 2],
      [9, 3, 8, 4],
      [9, 3, 12, 1],
      [10, 2, 6, 5],
      [11, 1, 10, 3],
    ]);
    expect(standings.get(ids[4] ?? a)?.influence).toEqual({
      measure: "influence",
      state: "known",
      value: 11,
      n: 4,
      share: 11 / 47,
      rank: 1,
      of: 5,
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
    const standings = readInfluence(drawBoard(cards, links, [gone]));
    expect([...standings.keys()].toSorted()).toEqual([a, b].toSorted());
    expect(standings.get(a)).toMatchObject({
      influence: { value: 6, n: 3, share: 1, rank: 1, of: 2 },
      dependence: { value: 0, n: 0, rank: 2 },
    });
    expect(standings.get(b)).toMatchObject({
      influence: { value: 0, share: 0, rank: 2 },
      dependence: { value: 4, n: 2, share: 1, rank: 1 },
    });
  });

  it("[N7] are missing for a factor that no link touches, and not ranked where all have 0", () => {
    const missing = (measure: string) => ({ measure, state: "missing", n: 0, origin: [] });
    expect(readInfluence(drawBoard(factors(a), [])).get(a)).toEqual({
      influence: missing("influence"),
      dependence: missing("dependence"),
    });
    const self = readInfluence(drawBoard(factors(a, b), [[a, a, 3]]));
    expect(self.get(a)?.influence).toEqual(missing("influence"));
    const strategy = newCardId();
    const pushed = readInfluence(
      drawBoard(new Map([...factors(a, b), [strategy, "strategy"]] as const), [[strategy, a, 2]]),
    );
    expect(pushed.get(a)).toEqual({
      influence: { measure: "influence", state: "known", value: 0, n: 0, origin: [] },
      dependence: { measure: "dependence", state: "known", value: 2, n: 1, share: 1, rank: 1, of: 1, origin: [] },
    });
    expect(pushed.get(b)?.influence.state).toBe("missing");
  });

  it("[N6] share a rank where they are equal, with every card linked to every other", () => {
    const ids = [a, b, c];
    const links = ids.flatMap((from) => ids.map((to): Drawn => [from, to, 2]));
    for (const { influence, dependence } of readInfluence(drawBoard(factors(...ids), links)).values()) {
      expect([influence, dependence].map(({ value, rank, of, share }) => [value, rank, of, share])).toEqual([
        [4, 1, 3, 1 / 3],
        [4, 1, 3, 1 / 3],
      ]);
    }
  });
});

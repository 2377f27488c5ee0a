import { describe, expect, it } from "vitest";
import { textIn } from "../i18n/index.ts";
import { newCardId, newLinkId, type Card, type CardAttributes, type CardId, type Link } from "@palabre/shared/terms";
import { blockText, readBlock, tableOf } from "./blocks.ts";
import { CELL_VALUES, parseCell, plainCell } from "./cellValue.ts";
import { cellWords } from "./cellWords.ts";
import { keepOrder, orderCards } from "./orderCards.ts";
import { planChanges } from "./planChanges.ts";
import { readMatrix } from "./readMatrix.ts";
import { keepStanding, placeOf, standAt, type Standing } from "./standing.ts";

const [trust, waiting, evenings, late, note, gone] = Array.from({ length: 6 }, newCardId) as [
  CardId,
  CardId,
  CardId,
  CardId,
  CardId,
  CardId,
];
const card = (id: CardId, kind: string, text: string, attributes: CardAttributes = {}): Card => ({
  id,
  kind,
  at: 0,
  position: [0, 0],
  text,
  attributes,
  extra: {},
});
const link = (from: CardId, to: CardId, part: Partial<Link> = {}): Link => ({
  id: newLinkId(),
  from,
  to,
  at: 0,
  polarity: "+",
  strength: 2,
  delay: false,
  label: "",
  attributes: {},
  extra: {},
  ...part,
});
const boardOf = (...links: readonly Link[]) => ({
  cards: new Map(
    [
      card(trust, "factor", "Trust\nof all"),
      card(waiting, "factor", "Waiting"),
      card(evenings, "strategy", "Open evenings"),
      card(late, "expectation", "Come late"),
      card(note, "note", "A note"),
      card(gone, "factor", "Gone", { trashedAt: 1 }),
    ].map((each) => [each.id, each]),
  ),
  links: new Map(links.map((each) => [each.id, each])),
});
/** Rules under which nothing is forbidden, or what is said. */
const ruled = (rules: Partial<Parameters<typeof planChanges>[2]> = {}) => ({
  isLocked: () => false,
  may: () => true,
  mayAdd: () => true,
  ...rules,
});

describe("the matrix of a board", () => {
  it("[P70] has the cards of the map for rows and columns, and in its margins the sums that the cards say", () => {
    const strong = link(evenings, waiting, { polarity: "-", strength: 3 });
    const matrix = readMatrix(
      boardOf(
        strong,
        link(trust, waiting),
        link(trust, trust),
        link(trust, note),
        link(trust, gone),
        link(waiting, late, { attributes: { trashedAt: 2 } }),
      ),
    );
    expect([...matrix.cards.values()].map(({ title }) => title)).toEqual([
      "Trust",
      "Waiting",
      "Open evenings",
      "Come late",
    ]);
    expect(matrix.linksOf(evenings, waiting)).toEqual([strong]);
    expect(matrix.linksOf(waiting, late)).toEqual([]);
    expect([evenings, trust, waiting, late].map(matrix.influence)).toEqual([3, 2, 0, 0]);
    expect([evenings, trust, waiting, late].map(matrix.dependence)).toEqual([0, 0, 5, 0]);
    expect(matrix.total).toBe(5);
  });

  it("[P70] counts what the group published of a link, and its cell says so", async () => {
    const [turned, idle] = [link(evenings, waiting, { strength: 3 }), link(trust, waiting)];
    const weights = new Map([
      [turned.id, { median: -1.5 }],
      [idle.id, { median: 0 }],
    ]);
    const matrix = readMatrix(boardOf(turned, idle), weights);
    expect([evenings, trust].map(matrix.influence)).toEqual([1.5, 0]);
    expect([matrix.dependence(waiting), matrix.total]).toEqual([1.5, 1.5]);
    expect(cellWords(matrix, evenings, waiting, await textIn("fr", "fr-FR"), false)).toContain(
      "le groupe lui donne \u22121,5",
    );
  });

  it("[P70] an empty board is an empty matrix", () => {
    const matrix = readMatrix({ cards: new Map(), links: new Map() });
    expect([matrix.cards.size, matrix.total, orderCards(matrix, "influence", "all").length]).toEqual([0, 0, 0]);
    expect(blockText(matrix, { rows: [], columns: [] })).toBe("");
  });

  it("[P71] is sorted when it is asked to, ties in order of birth, and stands still while people write", () => {
    const matrix = readMatrix(boardOf(link(waiting, late), link(evenings, waiting, { strength: 3 })));
    expect(orderCards(matrix, "birth", "all")).toEqual([trust, waiting, evenings, late]);
    expect(orderCards(matrix, "kind", "all")).toEqual([evenings, trust, waiting, late]);
    expect(orderCards(matrix, "influence", "all")).toEqual([evenings, waiting, trust, late]);
    expect(orderCards(matrix, "dependence", "factor")).toEqual([waiting, trust]);
    const order = [waiting, trust, late];
    expect(keepOrder(order, [trust, waiting, late])).toBe(order);
    expect(keepOrder(order, [evenings, trust, waiting])).toEqual([waiting, trust, evenings]);
  });
});

describe("a cell", () => {
  it("[P141] one stands on the cards that one looks at, whoever comes or goes beside them", () => {
    const all = [trust, waiting, evenings, late];
    const sides = [all, all] as const;
    const places = ({ on, anchor }: Standing) => [placeOf(on), anchor && placeOf(anchor)];
    const standing = standAt(sides, [1, 2], [3, 3]);
    const less = [waiting, evenings, late];
    const kept = keepStanding([less, less], standing);
    expect(places(kept)).toEqual([
      [0, 1],
      [2, 2],
    ]);
    // and back again, at the end of an order that stands still
    expect(places(keepStanding([[...less, trust], less], kept))).toEqual([
      [0, 1],
      [2, 2],
    ]);
    expect(keepStanding([less, less], kept)).toBe(kept);
    expect(places(keepStanding([all, [...all, note]], standAt(sides, [4, 4])))).toEqual([[4, 5], undefined]);
  });

  it("[P141] once a card is gone that one stands on, one stands where it was, and on nothing else", () => {
    const all = [trust, waiting, evenings, late];
    const less = [trust, waiting, evenings];
    const standing = standAt([all, all], [1, 3], [0, 0]);
    const kept = keepStanding([less, less], standing);
    expect(kept).toEqual(standAt([less, less], [1, 2]));
    // it comes back: one stays where one stands by now
    expect(keepStanding([all, all], kept)).toBe(kept);
    // the other corner of what was chosen
    const chosen = standAt([all, all], [1, 1], [3, 3]);
    expect(keepStanding([less, less], chosen)).toEqual(standAt([less, less], [1, 1]));
    expect(placeOf(keepStanding([[], less], standAt([all, all], [2, 1])).on)).toEqual([0, 1]);
  });

  it("[P72] reads whole numbers from −3 to 3, however their sign is written, and nothing else", () => {
    expect(["2", "+2", " -3 ", "\u22121", "\u20131", "0", "", "-0", "1,0", "\u202f3"].map(parseCell)).toEqual([
      2, 2, -3, -1, -1, 0, 0, 0, 1, 3,
    ]);
    expect(["4", "-4", "1.5", "x", "+", "2 & -1", "22", "1e0"].map(parseCell)).toEqual(Array(8).fill(undefined));
    for (const value of CELL_VALUES) expect(parseCell(plainCell(value))).toBe(value);
  });

  it("[P73] becomes the link it says: added, changed, put in the trash, or left as it is", () => {
    const [there, other] = [link(trust, waiting, { delay: true }), link(waiting, late)];
    const matrix = readMatrix(boardOf(there, other));
    const wishes = [
      { from: evenings, to: trust, value: -3 },
      { from: trust, to: waiting, value: 1 },
      { from: waiting, to: late, value: 0 },
      { from: trust, to: late, value: 0 },
    ] as const;
    expect(planChanges(matrix, wishes, ruled())).toEqual({
      changes: [
        { type: "add", from: evenings, to: trust, polarity: "-", strength: 3 },
        { type: "set", link: there.id, polarity: "+", strength: 1 },
        { type: "trash", link: other.id },
      ],
      refused: [],
    });
    const same = [
      { from: trust, to: waiting, value: 3 },
      { from: trust, to: waiting, value: 2 },
    ] as const;
    expect(planChanges(matrix, same, ruled())).toEqual({ changes: [], refused: [] });
  });

  it("[P73] stays as it is on the diagonal, where it holds several links, and where its link is locked", () => {
    const [one, two, locked] = [link(trust, waiting), link(trust, waiting, { polarity: "-" }), link(waiting, late)];
    const matrix = readMatrix(boardOf(one, two, locked));
    const wishes = [
      { from: trust, to: trust, value: 1 },
      { from: trust, to: waiting, value: 0 },
      { from: waiting, to: late, value: 0 },
      { from: waiting, to: waiting, value: 0 },
    ] as const;
    const plan = planChanges(matrix, wishes, ruled({ isLocked: (id) => id === locked.id }));
    expect(plan.changes).toEqual([]);
    expect(plan.refused.map(({ reason }) => reason)).toEqual(["self", "several", "locked"]);
  });

  it("[P142] stays as it is where the step doesn't let one change it, and the others are written", () => {
    const [own, other] = [link(trust, waiting), link(waiting, late)];
    const matrix = readMatrix(boardOf(own, other));
    const wishes = [
      { from: evenings, to: trust, value: 1 },
      { from: trust, to: waiting, value: -1 },
      { from: waiting, to: late, value: 0 },
    ] as const;
    const set = { type: "set", link: own.id, polarity: "-", strength: 1 } as const;
    const add = { type: "add", from: evenings, to: trust, polarity: "+", strength: 1 } as const;
    // a step in which each changes only what is theirs
    expect(planChanges(matrix, wishes, ruled({ may: (_, thing) => thing === own.id }))).toEqual({
      changes: [add, set],
      refused: [{ wish: wishes[2], reason: "forbidden" }],
    });
    // a step in which nobody links, nor throws away
    expect(planChanges(matrix, wishes, ruled({ may: (deed) => deed === "set", mayAdd: () => false }))).toEqual({
      changes: [set],
      refused: [wishes[0], wishes[2]].map((wish) => ({ wish, reason: "forbidden" })),
    });
  });
});

describe("a block of a spreadsheet", () => {
  const at = { rows: [evenings, trust], columns: [trust, waiting] };

  it("[P74] is pasted from its cell on; what is no number or falls outside is counted", () => {
    expect(readBlock("1\t-2\t\n\tmany\t3\n0\t0\t\r\n", at, [1, 1])).toEqual({
      wishes: [
        { from: evenings, to: trust, value: 1 },
        { from: evenings, to: waiting, value: -2 },
        { from: trust, to: trust, value: 0 },
      ],
      unread: 1,
      outside: 3,
    });
  });

  it("[P74] one number fills what is chosen", () => {
    expect(readBlock("2\n", at, [2, 1]).wishes).toEqual([
      { from: evenings, to: trust, value: 2 },
      { from: trust, to: trust, value: 2 },
    ]);
  });

  it("[P74] is copied as it would be pasted, and several links are never added up", () => {
    const matrix = readMatrix(
      boardOf(link(evenings, trust, { polarity: "-" }), link(trust, waiting), link(trust, waiting, { strength: 1 })),
    );
    expect(blockText(matrix, at)).toBe("-2\t\n\t2 & 1");
    const words = { corner: "acts on", influence: "Influence", dependence: "Dependence", untitled: "Untitled" };
    expect(tableOf(matrix, at, words)).toEqual([
      ["acts on", "Trust", "Waiting", "Influence"],
      ["Open evenings", "-2", "", "2"],
      ["Trust", "", "2 & 1", "3"],
      ["Dependence", "2", "3", "5"],
    ]);
  });
});

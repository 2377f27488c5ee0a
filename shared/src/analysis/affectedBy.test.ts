import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyEdits,
  createBoardDoc,
  observeBoard,
  openCardText,
  readBoard,
  type BoardDoc,
  type Edit,
} from "../documents/index.ts";
import {
  newCardId,
  newLinkId,
  newSourceId,
  titleOf,
  type BoardSnapshot,
  type CardId,
  type CardKind,
  type LinkId,
} from "../terms/index.ts";
import { affectedBy, type BoardFact, type Stale } from "./affectedBy.ts";
import { annotate } from "./annotate.ts";
import type { Evidence } from "./evidence.ts";

const KINDS = ["expectation", "factor", "factor", "strategy", "note"] as const satisfies readonly CardKind[];
const cards = KINDS.map(() => newCardId());
const [expectation, one, other, strategy, note] = cards as [CardId, CardId, CardId, CardId, CardId];
const link: LinkId = newLinkId();

function drawBoard(): BoardDoc {
  const doc = createBoardDoc();
  applyEdits(doc, [
    ...KINDS.map(
      (kind, index) =>
        ({ type: "addCard", id: cards[index] ?? note, kind, position: [0, 0], text: kind, at: 1 }) as const,
    ),
    { type: "addLink", id: link, from: one, to: other, at: 1 },
  ]);
  return doc;
}

/** Makes a change; gives what it is said to make stale. */
function affected(doc: BoardDoc, change: (doc: BoardDoc) => void): Stale {
  const facts: BoardFact[] = [];
  const stop = observeBoard(doc, (made) => facts.push(...made.facts));
  change(doc);
  stop();
  return affectedBy(facts, readBoard(doc));
}
const own = (...ids: readonly CardId[]): Stale => ({ cards: new Set(ids), map: false, choice: false });
const edit = (...edits: readonly Edit[]) => affected(drawBoard(), (doc) => applyEdits(doc, edits));

describe("what a change makes stale", () => {
  it("[N9] is nothing for moving, colouring, commenting, a label, and words that nobody listens to", () => {
    expect(
      edit(
        { type: "moveCards", moves: cards.map((card) => ({ card, to: [5, 5] })) },
        { type: "setAttributes", on: one, values: { colour: "leaf", tags: ["x"], level: "group", cost: 5 } },
        { type: "setAttributes", on: link, values: { label: "since" } },
        { type: "setAttributes", on: strategy, values: { owner: "Amina", effort: "low" } },
      ),
    ).toEqual(own());
    const typing = affected(drawBoard(), (doc) => {
      for (const card of [note, one, strategy]) openCardText(doc, card)?.edit("typed");
    });
    expect(typing).toEqual(own());
  });

  it("[N9] is an expectation whose query or unlistened title changed", () => {
    const type = (doc: BoardDoc) => openCardText(doc, expectation)?.edit("typed");
    expect(affected(drawBoard(), type)).toEqual(own(expectation));
    const listening = drawBoard();
    expect(
      affected(listening, (doc) =>
        applyEdits(doc, [{ type: "setAttributes", on: expectation, values: { query: "soir" } }]),
      ),
    ).toEqual(own(expectation));
    expect(affected(listening, type)).toEqual(own());
  });

  it("[N9] is a strategy whose cost or gain changed, the choice when it is another, and the map when a link is", () => {
    for (const values of [{ cost: 5 }, { gain: 6 }, { unit: "hour" }] as const) {
      expect(edit({ type: "setAttributes", on: strategy, values })).toEqual({ ...own(strategy), choice: true });
    }
    expect(edit({ type: "setAttributes", on: strategy, values: { horizon: 3 } })).toEqual(own(strategy));
    for (const values of [{ requires: [note] }, { excludes: [note] }])
      expect(edit({ type: "setAttributes", on: strategy, values })).toEqual({ ...own(), choice: true });
    const map = { ...own(), map: true };
    for (const values of [{ strength: 3 }, { polarity: "-" }, { delay: true }] as const)
      expect(edit({ type: "setAttributes", on: link, values })).toEqual(map);
    expect(edit({ type: "trash", things: [link], at: 5 })).toEqual(map);
    expect(edit({ type: "addLink", id: newLinkId(), from: strategy, to: one, at: 5 })).toEqual(map);
  });

  it("[N9] is a card that comes or goes, and the map where it stood on it", () => {
    expect(edit({ type: "trash", things: [strategy], at: 5 })).toEqual({ ...own(strategy), map: true });
    expect(edit({ type: "trash", things: [note], at: 5 })).toEqual(own(note));
    const fresh = newCardId();
    expect(edit({ type: "addCard", id: fresh, kind: "expectation", position: [0, 0], at: 5 })).toEqual({
      ...own(fresh),
      map: true,
    });
  });

  it("[N9] holds every card whose annotation came out differently", () => {
    const card = fc.constantFrom(...cards);
    const edits: fc.Arbitrary<Edit> = fc.oneof(
      fc.record({
        type: fc.constant("trash"),
        things: fc.array(fc.oneof(card, fc.constant(link))),
        at: fc.constant(5),
      }),
      fc.record({ type: fc.constant("bringBack"), things: fc.array(fc.oneof(card, fc.constant(link))) }),
      fc.record({
        type: fc.constant("setAttributes"),
        on: fc.oneof(card, fc.constant(link)),
        values: fc.oneof(
          fc.record({ cost: fc.integer({ min: 0, max: 3 }), gain: fc.constant(7) }, { requiredKeys: [] }),
          fc.record(
            { unit: fc.constant("hour"), horizon: fc.constantFrom(3, 6), strength: fc.constantFrom(1, 3) },
            { requiredKeys: [] },
          ),
          fc.record({ query: fc.constantFrom("a", "b") }),
        ),
      }),
      fc.record({
        type: fc.constant("addLink"),
        id: fc.constant(0).map(newLinkId),
        from: card,
        to: card,
        at: fc.constant(6),
      }),
      fc.record({
        type: fc.constant("addCard"),
        id: fc.constant(0).map(newCardId),
        kind: fc.constantFrom(...KINDS),
        position: fc.constant([0, 0] as const),
        at: fc.constant(7),
      }),
    );
    fc.assert(
      fc.property(
        fc.array(edits, { maxLength: 6 }),
        fc.array(edits, { maxLength: 3 }),
        fc.boolean(),
        (before, after, types) => {
          const doc = drawBoard();
          applyEdits(doc, before);
          const then = readBoard(doc);
          const stale = affected(doc, () => {
            applyEdits(doc, after);
            if (types) openCardText(doc, expectation)?.edit("typed");
          });
          const now = readBoard(doc);
          const [was, is] = [annotate(then, hear(then)), annotate(now, hear(now))];
          const changed = [...new Set([...was.keys(), ...is.keys()])].filter(
            (id) => JSON.stringify(was.get(id)) !== JSON.stringify(is.get(id)),
          );
          const isNamed = (id: CardId) =>
            stale.map || stale.cards.has(id) || (stale.choice && now.cards.get(id)?.kind !== "factor");
          expect(changed.filter((id) => !isNamed(id))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Evidence in which each expectation hears one post, which says what it listens for: another query, another quote. */
function hear(snapshot: BoardSnapshot): Evidence {
  const source = SOURCE;
  const heard = [...snapshot.cards.values()].map((card) => {
    const text = card.attributes.query ?? titleOf(card);
    return [
      card.id,
      {
        posts: [{ id: "1", source, text, at: 1, url: "", author: "", language: "" }],
        quote: () => ({ start: 0, end: text.length }),
      },
    ] as const;
  });
  return { now: 10, newestAt: 1, isHeardBefore: true, sources: new Map(), heard: new Map(heard) };
}
const SOURCE = newSourceId();

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  newCardId,
  newLinkId,
  newSourceId,
  type Annotation,
  type BoardSnapshot,
  type Card,
  type CardAttributes,
  type CardId,
  type Link,
  type Post,
  type ReadingPart,
  type Strength,
} from "../terms/index.ts";
import { annotate } from "./annotate.ts";
import type { Evidence } from "./evidence.ts";

const NOW = 1_700_000_000_000;
const DAY = 86_400_000;

/** A board as a plan: cards and posts by number, so that the same plan can be drawn with other ids and in another order. */
interface Plan {
  readonly cards: readonly { readonly kind: string; readonly attributes: CardAttributes }[];
  readonly links: readonly {
    readonly from: number;
    readonly to: number;
    readonly strength: Strength;
    readonly trashedAt?: number;
  }[];
  /** hours ago, the source's number, what it says, the expectations it voices */
  readonly posts: readonly {
    readonly hours: number;
    readonly source: number;
    readonly text: string;
    readonly of: readonly number[];
  }[];
}
interface Drawing {
  readonly snapshot: BoardSnapshot;
  readonly evidence: Evidence;
  readonly ids: readonly CardId[];
}

function draw(plan: Plan, order: <T>(values: readonly T[]) => readonly T[] = (values) => values): Drawing {
  const ids = plan.cards.map(() => newCardId());
  const sourceIds = [0, 1, 2].map(() => newSourceId());
  const idOf = (index: number) => ids[index % ids.length] ?? newCardId();
  const cards = plan.cards.map(({ kind, attributes }, index): Card => ({
    id: idOf(index),
    kind,
    attributes,
    at: 1,
    position: [0, 0],
    text: "",
    extra: {},
  }));
  const links = (plan.cards.length === 0 ? [] : plan.links).map(({ from, to, strength, trashedAt }): Link => {
    const attributes = trashedAt === undefined ? {} : { trashedAt };
    return {
      id: newLinkId(),
      from: idOf(from),
      to: idOf(to),
      at: 1,
      polarity: "+",
      strength,
      delay: false,
      label: "",
      attributes,
      extra: {},
    };
  });
  const posts = plan.posts.map(({ hours, source, text }, index): Post => {
    const id = sourceIds[source % 3] ?? newSourceId();
    // no two at one moment, since equal posts may only be told apart by their ids
    return {
      id: newCardId(),
      source: id,
      text,
      at: NOW - hours * 3_600_000 - index,
      url: "",
      author: "",
      language: "",
    };
  });
  const heard = cards.flatMap((card, index) => {
    if (card.kind !== "expectation" || card.attributes.query === "") return [];
    const own = posts.filter((_, post) => plan.posts[post]?.of.includes(index));
    return [[card.id, { posts: order(own), quote: (text: string) => ({ start: 0, end: text.length }) }] as const];
  });
  const newestAt = posts.length === 0 ? undefined : Math.max(...posts.map(({ at }) => at));
  return {
    ids,
    snapshot: {
      cards: new Map(order(cards).map((card) => [card.id, card])),
      links: new Map(order(links).map((link) => [link.id, link])),
      comments: new Map(),
      skipped: 0,
    },
    evidence: {
      now: NOW,
      newestAt,
      isHeardBefore: true,
      sources: new Map(order(sourceIds.map((id, index) => [id, `source ${index}`] as const))),
      heard: new Map(order(heard)),
    },
  };
}

/** Other cards by their number; equal ones stand in the order of birth, which a plan does not give. */
const numbered = (parts: readonly ReadingPart[], ids: readonly CardId[]) =>
  parts
    .map(({ card, value }) => ({ card: ids.indexOf(card), value }))
    .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value) || a.card - b.card);

/** What was said, by the number of the card, without the ids that differ from drawing to drawing. */
function said(
  { ids, snapshot, evidence }: Drawing,
  annotations: ReadonlyMap<CardId, Annotation> = annotate(snapshot, evidence),
) {
  return ids.map((id) => {
    const annotation = annotations.get(id);
    return (
      annotation && {
        readings: annotation.readings.map((reading) => ({
          ...reading,
          origin: reading.origin.map(({ name, n }) => ({ name, n })),
          ...(reading.parts && { parts: numbered(reading.parts, ids) }),
        })),
        quotes: annotation.quotes.map(({ text, at, sourceName }) => ({ text, at, sourceName })),
      }
    );
  });
}

const amount = fc.option(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5_000 })), { nil: undefined });
const plans: fc.Arbitrary<Plan> = fc.record({
  cards: fc.array(
    fc
      .record({
        kind: fc.constantFrom("expectation", "factor", "factor", "strategy", "note", "frame", "unheard of"),
        cost: amount,
        gain: amount,
        query: fc.constantFrom(undefined, "", "soir"),
        trashedAt: fc.constantFrom(undefined, undefined, undefined, 5),
      })
      .map(({ kind, ...attributes }) => ({
        kind,
        attributes: Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined)),
      })),
    { maxLength: 10 },
  ),
  links: fc.array(
    fc
      .record({
        from: fc.nat(9),
        to: fc.nat(9),
        strength: fc.constantFrom<Strength[]>(1, 2, 3),
        trashedAt: fc.constantFrom(undefined, undefined, 5),
      })
      .map(({ trashedAt, ...link }) => (trashedAt === undefined ? link : { ...link, trashedAt })),
    { maxLength: 20 },
  ),
  posts: fc.array(
    fc.record({
      hours: fc.nat(100 * 24),
      source: fc.nat(2),
      text: fc.constantFrom("Le soir", "Un soir !", "le SOIR", "Après le travail", "?", "Enfin"),
      of: fc.array(fc.nat(9)),
    }),
    { maxLength: 30 },
  ),
});

describe("the annotations of a board", () => {
  it("[N8] are the same whatever the ids and whatever the order", () => {
    fc.assert(
      fc.property(plans, fc.infiniteStream(fc.nat()), (plan, keys) => {
        const shuffle = <T>(values: readonly T[]) =>
          values
            .map((value) => ({ value, key: keys.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ value }) => value);
        expect(said(draw(plan, shuffle))).toEqual(said(draw(plan)));
      }),
    );
  });

  it("[N8] never hold a figure that is no number, and say of each card what its kind is measured by", () => {
    const measures: Readonly<Record<string, readonly string[]>> = {
      expectation: ["mentions", "trend"],
      factor: ["influence", "dependence"],
      strategy: ["roi"],
    };
    fc.assert(
      fc.property(plans, (plan) => {
        for (const [index, annotation] of said(draw(plan)).entries()) {
          const { kind = "", attributes } = plan.cards[index] ?? {};
          const expected = attributes?.trashedAt === undefined ? measures[kind] : undefined;
          const measured = annotation?.readings.map(({ measure }) => measure);
          expect(measured?.slice(0, expected?.length)).toEqual(expected);
          expect(new Set(measured).size).toBe(measured?.length ?? 0);
          for (const { state, value, n, parts = [], ...rest } of annotation?.readings ?? []) {
            expect(value === undefined).toBe(state !== "known");
            const figures = Object.values(rest).filter((figure) => typeof figure === "number");
            expect([value ?? 0, n, ...figures, ...parts.map((part) => part.value)].every(Number.isFinite)).toBe(true);
          }
        }
      }),
    );
  });

  it("[N8] of some of the cards are those that all would get", () => {
    fc.assert(
      fc.property(plans, fc.array(fc.nat(9)), (plan, some) => {
        const drawing = draw(plan);
        const only = new Set(some.flatMap((index) => drawing.ids[index] ?? []));
        const all = annotate(drawing.snapshot, drawing.evidence);
        const few = annotate(drawing.snapshot, drawing.evidence, { only });
        expect(few).toEqual(new Map([...all].filter(([id]) => only.has(id))));
      }),
    );
  });

  it("[N7] of an empty board are none, and a lonely card says what it lacks", () => {
    expect(said(draw({ cards: [], links: [], posts: [] }))).toEqual([]);
    const lonely = draw({
      cards: ["expectation", "factor", "strategy", "note"].map((kind) => ({ kind, attributes: {} })),
      links: [],
      posts: [],
    });
    expect(said(lonely).map((annotation) => annotation?.readings.map(({ state }) => state))).toEqual([
      ["missing", "missing"],
      ["missing", "missing"],
      ["missing"],
      undefined,
    ]);
  });

  it("[N1, N4] hold what was heard of an expectation with the posts behind it", () => {
    const posts = [1, 2, 3, 4, 5, 6, 40, 41].map((days) => ({
      hours: days * 24,
      source: 0,
      text: `Le soir ${days}`,
      of: [0],
    }));
    const drawing = draw({ cards: [{ kind: "expectation", attributes: {} }], links: [], posts });
    const [annotation] = said(drawing);
    expect(annotation?.readings.map(({ measure, value, n }) => [measure, value, n])).toEqual([
      ["mentions", 6, 6],
      ["trend", 2, 8],
      ["feeling", undefined, 0],
      ["expecting", undefined, 0],
    ]);
    expect(annotation?.quotes.map(({ at }) => Math.round((NOW - at) / DAY))).toEqual([1, 2, 3, 4, 5]);
  });
});

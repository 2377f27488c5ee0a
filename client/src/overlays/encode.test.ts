import {
  newCardId,
  newPersonId,
  type Annotation,
  type Card,
  type CardAttributes,
  type CardId,
  type Reading,
} from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { textIn } from "../i18n/index.ts";
import { encodeColour, encodeSize } from "./encode.ts";
import type { ReadingSource, StructureFigures } from "./mapReading.ts";
import { offeredReadings } from "./readings.ts";

const en = await textIn("en", "en-GB");

const AWA = newPersonId();
const cardOf = (kind: string, attributes: CardAttributes = {}): Card => ({
  id: newCardId(),
  kind,
  at: 0,
  text: "",
  position: [0, 0],
  attributes,
  extra: {},
});
const mentionsOf = (value: number | undefined): Annotation => ({
  readings: [
    {
      measure: "mentions",
      state: value === undefined ? "missing" : "known",
      value,
      n: value ?? 0,
      origin: [],
    } as Reading,
  ],
  quotes: [],
});
const sourceOf = (
  cards: readonly Card[],
  annotations: ReadonlyMap<CardId, Annotation> = new Map(),
  structures: ReadonlyMap<CardId, Partial<StructureFigures>> = new Map(),
): ReadingSource => ({
  cards,
  nameOf: (person) => (person === AWA ? "Awa" : undefined),
  annotationOf: (card) => annotations.get(card),
  structureOf: (card) => structures.get(card) as StructureFigures | undefined,
});

describe("a reading on the map", () => {
  it("[P56] is taken from what is written on cards, where it is known", () => {
    const [chosen, left, unknown] = [cardOf("strategy"), cardOf("strategy"), cardOf("strategy")];
    const reading = (measure: "best" | "budget" | "effect", value: number, state = "known"): Reading =>
      ({ measure, state, value, n: 3, origin: [] }) as Reading;
    const source = sourceOf(
      [chosen, left, unknown],
      new Map([
        [chosen.id, { readings: [reading("best", 0.62), reading("budget", 1), reading("effect", 0.4)], quotes: [] }],
        [left.id, { readings: [reading("best", 0.38), reading("budget", 0), reading("effect", -0.25)], quotes: [] }],
        [unknown.id, { readings: [reading("best", 0, "pending")], quotes: [] }],
      ]),
    );
    const wordsBy = (id: string) =>
      [chosen, left, unknown].map((card) => encodeColour(id, source, en)?.byCard.get(card.id)?.words);
    expect(wordsBy("best")).toEqual(["62%", "38%", undefined]);
    expect(wordsBy("budget")).toEqual(["in the best set", "left out", undefined]);
    expect(wordsBy("effect")).toEqual(["+0.4", "−0.25", undefined]);
    expect(encodeColour("effect", source, en)?.key).toMatchObject({ ends: { low: "−0.4", middle: "0", high: "+0.4" } });
  });

  const cards = [cardOf("expectation"), cardOf("expectation"), cardOf("expectation"), cardOf("note")];
  const [first, second, third] = cards.map(({ id }) => id) as [CardId, CardId, CardId];
  const heard = sourceOf(
    cards,
    new Map([
      [first, mentionsOf(10)],
      [second, mentionsOf(0)],
      [third, mentionsOf(undefined)],
    ]),
  );

  it("[P56] gives each card that has a figure its colour and its figure, and counts those that have none", () => {
    const layer = encodeColour("mentions", heard, en);
    expect(layer?.byCard).toEqual(
      new Map([
        [first, { colour: "color-mix(in oklab, var(--scale-high) 100%, var(--scale-low))", words: "10" }],
        [second, { colour: "color-mix(in oklab, var(--scale-high) 0%, var(--scale-low))", words: "0" }],
      ]),
    );
    expect(layer).toMatchObject({ label: "Mentions", unit: "posts in thirty days", without: 2 });
    expect(layer?.key).toMatchObject({ type: "steps", ends: { low: "0", middle: "5", high: "10", isOne: false } });
  });

  it("[P56] gives each its disc, and says in the key what discs stand for", () => {
    const layer = encodeSize("mentions", heard, en);
    expect(layer?.byCard.get(first)).toEqual({ diameter: 54, isNegative: false, words: "10" });
    expect(layer?.byCard.has(third)).toBe(false);
    expect(layer?.key).toEqual([
      { diameter: 54, words: "10" },
      { diameter: 38, words: "5" },
      // counts are whole
      { diameter: 24, words: "2" },
    ]);
  });

  it("[P56] is none without figures, by an unknown name, or where groups have no size", () => {
    expect(encodeColour("mentions", sourceOf(cards), en)).toBeUndefined();
    expect(encodeColour("constructor", heard, en)).toBeUndefined();
    expect(encodeColour(undefined, heard, en)).toBeUndefined();
    expect(encodeSize("kind", heard, en)).toBeUndefined();
    expect(encodeColour("kind", sourceOf([]), en)).toBeUndefined();
  });

  it("[P57] lists groups in their own order, else the largest first, and joins what comes after the eighth", () => {
    const kinds = encodeColour("kind", sourceOf([cardOf("note"), cardOf("factor"), cardOf("note")]), en);
    expect(kinds?.key).toEqual({
      type: "groups",
      groups: [
        { colour: "var(--factor-line)", name: "Factor", n: 1 },
        { colour: "var(--note-ink)", name: "Note", n: 2 },
      ],
    });
    const tagged = ["j", "i", "h", "g", "f", "e", "d", "c", "b", "a", "j"].map((tag) =>
      cardOf("note", { tags: [tag] }),
    );
    const tags = encodeColour("tag", sourceOf(tagged), en);
    const listed = tags?.key.type === "groups" ? tags.key.groups : [];
    expect(listed.map(({ name, n }) => [name, n])).toEqual([
      ["j", 2],
      ["a", 1],
      ["b", 1],
      ["c", 1],
      ["d", 1],
      ["e", 1],
      ["f", 1],
      ["g", 1],
      [undefined, 2],
    ]);
  });

  it("[P57] puts a card with several tags under the one that is used most", () => {
    const [both, one, bare] = [cardOf("note", { tags: ["a", "b"] }), cardOf("note", { tags: ["b"] }), cardOf("note")];
    const layer = encodeColour("tag", sourceOf([both, one, bare]), en);
    expect([both, one, bare].map(({ id }) => layer?.byCard.get(id)?.words)).toEqual(["b", "b", undefined]);
    expect(layer?.without).toBe(1);
  });

  it("[P56] is offered when it says something of a card, and only then", () => {
    expect(offeredReadings(sourceOf([]))).toEqual([]);
    expect(offeredReadings(heard)).toEqual(["kind", "mentions"]);
    const [factor, bare] = [cardOf("factor", { level: "group" }), cardOf("strategy")];
    const structures = new Map<CardId, Partial<StructureFigures>>([
      [factor.id, { rank: 1, influenceShare: 0.25, betweenness: Number.NaN }],
      // it is not compared: it has no share, which is not 0
      [bare.id, { influenceShare: 0, betweenness: undefined }],
    ]);
    expect(encodeColour("influence", sourceOf([factor, bare], new Map(), structures), en)?.without).toBe(1);
    expect(offeredReadings(sourceOf([factor], new Map(), structures))).toEqual(["kind", "level", "influence"]);
  });
});

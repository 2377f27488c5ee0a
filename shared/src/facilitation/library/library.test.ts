import { describe, expect, it } from "vitest";
import { createMatcher } from "../../listening/index.ts";
import { LANGUAGES, LIMITS, newCardId, newPhaseId, phaseSchema, sizeOf, type Pair } from "../../terms/index.ts";
import { templateContents, type TemplateCard, type TemplateContents } from "./index.ts";

const NOW = 1_700_000_000_000;
const DAY = 86_400_000;
const samples = LANGUAGES.map((language) => [language, templateContents("repair-cafe", language, NOW)] as const);

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
function boxOf({ position: [x, y], kind, attributes }: TemplateCard): Box {
  const [width, height] = sizeOf({ kind, attributes });
  return { left: x, top: y, right: x + width, bottom: y + height };
}
/** With the tail of an expectation or the pole of a strategy, which hang out of the box. */
function shapeOf(card: TemplateCard): Box {
  const { bottom, ...box } = boxOf(card);
  return { ...box, bottom: card.kind === "expectation" || card.kind === "strategy" ? bottom + 13 : bottom };
}
/** How far two boxes are apart; negative when they overlap. */
const gapBetween = (a: Box, b: Box) => Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);
const cardOf = ({ cards }: TemplateContents, key: string) => {
  const card = cards.find((one) => one.key === key);
  if (!card) throw new Error(`the sample has no card "${key}"`);
  return card;
};

describe.each(samples)("the sample workshop in %s", (language, sample) => {
  const things = sample.cards.filter(({ kind }) => kind !== "frame");

  it("[F2] lets its cards breathe, and keeps those of a frame inside it", () => {
    const pairs = things.flatMap((a, index) => things.slice(index + 1).map((b) => [a, b] as const));
    const close = pairs.filter(
      ([a, b]) => gapBetween(boxOf(a), boxOf(b)) < 24 || gapBetween(shapeOf(a), shapeOf(b)) < 12,
    );
    expect(close.map(([a, b]) => `${a.key}, ${b.key}`)).toEqual([]);
    const outside = things.filter((card) => {
      if (card.in === undefined) return false;
      const [box, frame] = [shapeOf(card), boxOf(cardOf(sample, card.in))];
      return (
        box.left < frame.left + 12 ||
        box.right > frame.right - 12 ||
        box.top < frame.top + 24 ||
        box.bottom > frame.bottom - 8
      );
    });
    expect(outside.map(({ key }) => key)).toEqual([]);
    const strays = things.filter(
      (card) =>
        card.in === undefined &&
        sample.cards.some((other) => other.kind === "frame" && gapBetween(boxOf(card), boxOf(other)) < 24),
    );
    expect(strays.map(({ key }) => key)).toEqual([]);
  });

  it("[F2] leaves room for the disc of a link between cards that face each other", () => {
    for (const { from, to } of sample.links)
      expect(gapBetween(boxOf(cardOf(sample, from)), boxOf(cardOf(sample, to)))).toBeGreaterThanOrEqual(56);
  });

  it("[F2] fits in a window of 1440 × 900 beside rail and tabs but for its lowest row", () => {
    const visible: Pair = [1440 - 56 - 64, 900 - 56];
    const hidden = sample.cards.filter((card) => {
      const { left, top, right, bottom } = boxOf(card);
      return left < 0 || top < 0 || right > visible[0] || bottom > visible[1] + 16;
    });
    expect(hidden.map(({ key }) => key)).toEqual([]);
  });

  it("[F3] links cards that are there, and quotes posts word for word", () => {
    const keys = new Set(sample.cards.map(({ key }) => key));
    expect(keys.size).toBe(sample.cards.length);
    for (const { from, to } of sample.links) expect([from, to].filter((key) => !keys.has(key))).toEqual([]);
    for (const { in: frame } of things) expect(frame === undefined || keys.has(frame)).toBe(true);
    for (const { text, attributes } of things.filter(({ kind }) => kind === "quote")) {
      const post = sample.posts.find(({ url }) => url === attributes.url);
      expect({ text, at: attributes.saidAt, source: attributes.source }).toEqual({
        text: post?.text,
        at: post?.at,
        source: sample.sourceName,
      });
    }
  });

  it("[F3] has posts of its own, each once, of the last sixty days, none later than now", () => {
    expect(sample.posts.length).toBeGreaterThanOrEqual(120);
    expect(new Set(sample.posts.map(({ id }) => id)).size).toBe(sample.posts.length);
    expect(new Set(sample.posts.map(({ text }) => text)).size).toBe(sample.posts.length);
    for (const { at, url, language: spoken, text, author } of sample.posts) {
      expect(at).toBeLessThanOrEqual(NOW);
      expect(at).toBeGreaterThan(NOW - 60 * DAY);
      expect(new URL(url).hostname.endsWith(".example.org")).toBe(true);
      expect([spoken, text.length <= LIMITS.postLength, author !== ""]).toEqual([language, true, true]);
    }
  });

  it("[F29] has an agenda of an hour, said in every language, that looks at its own frames", () => {
    const { agenda, cards } = sample;
    expect(agenda.reduce((sum, { minutes = 0 }) => sum + minutes, 0)).toBe(60);
    for (const { look, ...phase } of agenda) {
      const read = phaseSchema.parse({ ...phase, id: newPhaseId(), look: look && newCardId() });
      expect(read).toMatchObject(phase);
      for (const spoken of LANGUAGES) expect([phase.title[spoken], phase.instruction[spoken]]).not.toContain(undefined);
      expect(look === undefined || cards.some(({ key, kind }) => key === look && kind === "frame")).toBe(true);
    }
    expect(agenda).toEqual(templateContents("repair-cafe", language === "fr" ? "en" : "fr", NOW).agenda);
  });

  it("[F4] is heard: evenings rise, waiting falls, learning is steady, access is too little", () => {
    const counts = Object.fromEntries(
      sample.cards
        .filter(({ kind }) => kind === "expectation")
        .map(({ key, attributes }) => {
          const { matches } = createMatcher(attributes.query ?? "");
          const heard = sample.posts.filter(({ text }) => matches(text));
          const current = heard.filter(({ at }) => at > NOW - 30 * DAY).length;
          return [key, [current, heard.length - current]];
        }),
    );
    // written into the sample: now, before
    expect(counts).toEqual({
      evenings: [24, 10],
      checkFirst: [15, 13],
      learning: [13, 13],
      waiting: [6, 17],
      access: [3, 1],
    });
  });
});

describe("the library", () => {
  it("[F3] has the same cards and links in every language, and the same contents each time", () => {
    const bones = samples.map(([, { cards, links, posts }]) => ({
      cards: cards.map(({ key, kind, position, in: frame, attributes: { cost, gain, unit, horizon, level } }) => ({
        key,
        kind,
        position,
        frame,
        cost,
        gain,
        unit,
        horizon,
        level,
      })),
      links: links.map(({ label, ...link }) => ({ ...link, hasLabel: label !== undefined })),
      times: posts.map(({ at }) => at),
    }));
    expect(bones[1]).toEqual(bones[0]);
    expect(templateContents("repair-cafe", "fr", NOW)).toEqual(templateContents("repair-cafe", "fr", NOW));
    const later = templateContents("repair-cafe", "fr", NOW + DAY).posts.map(({ at }) => at - DAY);
    expect(later).toEqual(bones[0]?.times);
  });

  it("[F3] spaces French as French does, and has no typewriter's quotes", () => {
    const textsOf = ({ cards, posts, links, title, sourceName, agenda }: TemplateContents) => [
      title,
      sourceName,
      ...cards.map(({ text }) => text),
      ...posts.map(({ text }) => text),
      ...links.map(({ label = "" }) => label),
      ...agenda.flatMap((phase) => [phase.title.fr, phase.instruction.fr].map((text) => text ?? "")),
    ];
    for (const [, sample] of samples) expect(textsOf(sample).filter((text) => /['"]/.test(text))).toEqual([]);
    const french = textsOf(templateContents("repair-cafe", "fr", NOW));
    expect(french.filter((text) => /[^\u202F!?][?!:;»]|«[^\u202F]/.test(text))).toEqual([]);
  });
});

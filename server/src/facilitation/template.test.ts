import { annotate, isHeardBefore, periodOf } from "@palabre/shared/analysis";
import { applyEdits, createBoardDoc, readBoard } from "@palabre/shared/documents";
import { templateContents, type TemplateContents } from "@palabre/shared/facilitation/library";
import { createMatcher } from "@palabre/shared/listening";
import { LANGUAGES, newSourceId, titleOf, type BoardSnapshot, type Card } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { fillTemplate } from "./template.ts";

const NOW = 1_700_000_000_000;

function drawBoard(contents: TemplateContents): BoardSnapshot {
  const doc = createBoardDoc();
  applyEdits(doc, fillTemplate(contents, NOW).edits);
  return readBoard(doc);
}

describe.each(LANGUAGES)("a board made from the sample in %s", (language) => {
  const contents = templateContents("repair-cafe", language, NOW);
  const snapshot = drawBoard(contents);
  const cards = [...snapshot.cards.values()];

  it("[F3] holds every card and link of the template, in its order, under ids of its own", () => {
    expect(snapshot.skipped).toBe(0);
    expect(cards.map(({ text, kind, position }) => ({ text, kind, position }))).toEqual(
      contents.cards.map(({ text, kind, position }) => ({ text, kind, position })),
    );
    expect(cards.at(-1)?.at).toBe(NOW);
    const frameTexts = cards.map(({ attributes: { frame } }) =>
      frame === undefined ? undefined : snapshot.cards.get(frame)?.text,
    );
    const textOf = (key: string | undefined) => contents.cards.find((card) => card.key === key)?.text;
    expect(frameTexts).toEqual(contents.cards.map((card) => textOf(card.in)));
    const textsOf = ({ from, to }: { readonly from: Card["id"]; readonly to: Card["id"] }) =>
      [from, to].map((id) => snapshot.cards.get(id)?.text);
    const links = [...snapshot.links.values()].map((link) => [
      ...textsOf(link),
      link.polarity,
      link.strength,
      link.delay,
      link.label,
    ]);
    expect(new Set(links)).toEqual(
      new Set(
        contents.links.map(({ from, to, polarity, strength, delay = false, label = "" }) => [
          textOf(from),
          textOf(to),
          polarity,
          strength,
          delay,
          label,
        ]),
      ),
    );
    expect([...drawBoard(contents).cards.keys()].filter((id) => snapshot.cards.has(id))).toEqual([]);
  });

  it("[F4] is annotated with trends, voices, returns and influences", () => {
    const source = newSourceId();
    const heard = cards.flatMap((card) => {
      const { query } = card.attributes;
      if (query === undefined) return [];
      const { matches, quote } = createMatcher(query);
      const posts = contents.posts.filter(({ text }) => matches(text)).map((post) => ({ ...post, source }));
      return [[card.id, { posts, quote }] as const];
    });
    const newestAt = Math.max(...contents.posts.map(({ at }) => at));
    const firstAt = Math.min(...contents.posts.map(({ at }) => at));
    const isHeard = isHeardBefore(periodOf(NOW, newestAt), [{ from: firstAt, to: newestAt }]);
    const sources = new Map([[source, contents.sourceName]]);
    const annotations = annotate(snapshot, {
      now: NOW,
      newestAt,
      isHeardBefore: isHeard,
      sources,
      heard: new Map(heard),
    });
    const figures = new Map(
      cards.flatMap((card) => {
        const annotation = annotations.get(card.id);
        const key = contents.cards.find(({ text, kind }) => text === card.text && kind === card.kind)?.key;
        return annotation
          ? [
              [
                key,
                annotation.readings
                  .slice(0, FIRST[card.kind])
                  .map(({ measure, state, value }) => [measure, state, value]),
              ],
            ]
          : [];
      }),
    );
    expect(Object.fromEntries(figures)).toEqual({
      // posts now and before, as they are written: 24 and 10, 15 and 13, 13 and 13, 6 and 17, 3 and 1
      evenings: [
        ["mentions", "known", 24],
        ["trend", "known", 14 / 10],
      ],
      checkFirst: [
        ["mentions", "known", 15],
        ["trend", "known", 2 / 13],
      ],
      learning: [
        ["mentions", "known", 13],
        ["trend", "known", 0],
      ],
      waiting: [
        ["mentions", "known", 6],
        ["trend", "known", -11 / 17],
      ],
      access: [
        ["mentions", "known", 3],
        ["trend", "insufficient", undefined],
      ],
      // strengths out and in
      volunteers: [
        ["influence", "known", 3],
        ["dependence", "known", 6],
      ],
      counter: [
        ["influence", "known", 2],
        ["dependence", "known", 5],
      ],
      trust: [
        ["influence", "known", 2],
        ["dependence", "known", 2],
      ],
      knowHow: [
        ["influence", "known", 2],
        ["dependence", "known", 4],
      ],
      townHall: [
        ["influence", "known", 1],
        ["dependence", "known", 0],
      ],
      // 1,500 → 4,200, 900 → 3,060, 96 → 72, 2,400 → 3,840
      openEvenings: [["roi", "known", 1.8]],
      onlineCheck: [["roi", "known", 2.4]],
      workshop: [["roi", "known", -0.25]],
      mentors: [["roi", "known", 0.6]],
    });
    for (const card of cards.filter(({ kind }) => kind === "expectation")) {
      const { quotes = [] } = annotations.get(card.id) ?? {};
      expect([titleOf(card), quotes.length]).toEqual([titleOf(card), card.text === textOfAccess(contents) ? 4 : 5]);
      for (const { post, start, end, text } of quotes) {
        expect(contents.posts.find(({ id }) => id === post)?.text.slice(start, end)).toBe(text);
      }
    }
  });
});

/** How many of a kind's figures are looked at: those that are counted and added up. */
const FIRST: Readonly<Record<string, number>> = { expectation: 2, factor: 2, strategy: 1 };

const textOfAccess = ({ cards }: TemplateContents) => cards.find(({ key }) => key === "access")?.text;

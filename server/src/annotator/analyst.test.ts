import {
  newCardId,
  newLinkId,
  newSourceId,
  type Annotation,
  type Card,
  type CardAttributes,
  type CardId,
  type Language,
  type Link,
  type Post,
  type Reading,
} from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { Analyst } from "./analyst.ts";
import type { Annotated, ToldSource } from "./messages.ts";

const NOW = 1_700_000_000_000;
const source = newSourceId();
const sources = [[source, "Forum", "feed", NOW - 90 * 86_400_000]] as const;
const post = (text: string, at = NOW - 1_000): Post => ({
  id: `${source}:${text}:${at}`,
  source,
  text,
  at,
  url: "",
  author: "",
  language: "",
});
const card = (kind: string, text: string, attributes: CardAttributes = {}, id: CardId = newCardId()): Card => ({
  id,
  kind,
  text,
  attributes,
  at: 1,
  position: [0, 0],
  extra: {},
});
const linkBetween = (from: Card, to: Card, drawn: Partial<Link> = {}): Link => ({
  id: newLinkId(),
  from: from.id,
  to: to.id,
  at: 1,
  polarity: "+",
  strength: 2,
  delay: false,
  label: "",
  attributes: {},
  extra: {},
  ...drawn,
});
const staleMap = (...cards: readonly CardId[]) => ({ cards: new Set(cards), map: true, choice: false });
const drawing = (...cards: readonly Card[]) =>
  [cards.map((one) => [one.id, one] as const), [], staleMap(...cards.map(({ id }) => id))] as const;

const NOTHING = { changes: [], links: [], left: 0 };
/** On a clock that stands still: nothing is left for lack of time. */
const openAnalyst = (language: Language = "fr") => new Analyst(language, () => 0);

/** What came out, as the first value of each card's readings. */
const figures = ({ changes }: Annotated) =>
  changes.map(([id, annotation]) => [id, annotation?.readings[0]?.value] as const);

describe("the analyst of a board", () => {
  it("[N1] hears each post once, and asks a query that changed of the posts heard before", () => {
    const analyst = openAnalyst();
    const evening = card("expectation", "Le soir", { query: "soir*" });
    analyst.draw(...drawing(evening));
    analyst.hear([post("Une soirée"), post("Le matin"), post("Un soir")]);
    analyst.hear([post("Un soir")]);
    expect(figures(analyst.annotate(NOW, sources))).toEqual([[evening.id, 2]]);
    analyst.draw(...drawing({ ...evening, attributes: { query: "matin" } }));
    expect(figures(analyst.annotate(NOW, sources))).toEqual([[evening.id, 1]]);
  });

  it("[L190] counts a post that two sources hold once, and quotes it once; rows of files count each", () => {
    const analyst = openAnalyst();
    const [search, file] = [newSourceId(), newSourceId()];
    const told = [...sources, [search, "Recherche", "mastodon", NOW], [file, "Fichier", "csv", NOW]] as const;
    const evening = card("expectation", "Le soir", { query: "soir" });
    const read = () => {
      const [changed] = analyst.annotate(NOW, told).changes;
      return [changed?.[1]?.readings[0]?.value, changed?.[1]?.quotes.length];
    };
    const url = "https://example.org/@zoe/1";
    const held = (by: typeof source, id: string): Post => ({ ...post("Un soir"), id, source: by, url });
    analyst.draw(...drawing(evening));
    analyst.hear([held(source, "a"), held(search, "b"), { ...held(search, "c"), url: "" }]);
    expect(read()).toEqual([2, 1]);
    analyst.hear([held(file, "d")]);
    expect(read()).toEqual([3, 1]);
    // it says something else in one of them
    analyst.hear([{ ...held(search, "b"), text: "Un soir, merci" }]);
    expect(read()).toEqual([4, 2]);
  });

  it("[L190] quotes what two sources hold from the one that was added first, in whatever order it is told", () => {
    const search = newSourceId();
    const told = [...sources, [search, "Recherche", "mastodon", NOW]] as const;
    const url = "https://example.org/@zoe/1";
    const both = [source, search].map((by, at): Post => ({ ...post("Un soir"), id: `${at}`, source: by, url }));
    const quoted = [both, both.toReversed()].map((posts) => {
      const analyst = openAnalyst();
      analyst.draw(...drawing(card("expectation", "Le soir", { query: "soir" })));
      analyst.hear(posts);
      return analyst.annotate(NOW, told).changes[0]?.[1]?.quotes.map((quote) => quote.source);
    });
    expect(quoted).toEqual([[source], [source]]);
  });

  it("[L191] tells a trend once a source listens, or has posts, of the time before", () => {
    const analyst = openAnalyst();
    const evening = card("expectation", "Le soir", { query: "soir" });
    const day = 86_400_000;
    const trendFrom = (addedAt: number, kind: "feed" | "csv" = "feed", others: readonly ToldSource[] = []) => {
      const [changed] = analyst.annotate(NOW, [[source, "Forum", kind, addedAt], ...others]).changes;
      const { state, value } = changed?.[1]?.readings.find(({ measure }) => measure === "trend") ?? {};
      return [state, value];
    };
    analyst.draw(...drawing(evening));
    analyst.hear(Array.from({ length: 9 }, (_, index) => post("Un soir", NOW - index * day)));
    expect(trendFrom(NOW)).toEqual(["insufficient", undefined]);
    expect(trendFrom(NOW - 46 * day)).toEqual(["undefined", undefined]);
    // one that refused long ago, or never told anything, is not listened to
    const silent = [newSourceId(), "Fil", "mastodon", NOW - 90 * day] as const;
    expect(trendFrom(NOW, "feed", [[...silent, NOW - 80 * day]])).toEqual(["insufficient", undefined]);
    expect(trendFrom(NOW, "feed", [silent])).toEqual(["undefined", undefined]);
    // when a file was sent tells nothing of when anybody listened
    expect(trendFrom(NOW - 46 * day, "csv")).toEqual(["insufficient", undefined]);
    analyst.hear([post("Un soir", NOW - 40 * day)]);
    expect(trendFrom(NOW)).toEqual(["insufficient", undefined]);
    analyst.hear([post("Un matin", NOW - 46 * day)]);
    expect(trendFrom(NOW)).toEqual(["known", 8]);
  });

  it("[N1] listens for the query that is proposed from the title where none is set, in the language of the board", () => {
    const analyst = openAnalyst("en");
    const proposed = card("expectation", "Evening sessions, after work\nand nothing else");
    const silent = card("expectation", "the of");
    analyst.draw(...drawing(proposed, silent));
    analyst.hear([post("Two evenings please"), post("else")]);
    const changes = new Map(analyst.annotate(NOW, sources).changes);
    expect(changes.get(proposed.id)?.readings[0]).toMatchObject({ state: "known", value: 1 });
    expect(changes.get(silent.id)?.readings[0]).toMatchObject({ state: "missing" });
  });

  it("[N12] gives what came out differently, and nothing else", () => {
    const analyst = openAnalyst();
    const [evening, morning] = [
      card("expectation", "", { query: "soir" }),
      card("expectation", "", { query: "matin" }),
    ];
    analyst.draw(...drawing(evening, morning));
    analyst.hear([post("Un soir"), post("Un matin")]);
    expect(figures(analyst.annotate(NOW, sources))).toEqual([
      [evening.id, 1],
      [morning.id, 1],
    ]);
    expect(analyst.annotate(NOW, sources)).toEqual(NOTHING);
    analyst.draw([], [], staleMap(evening.id, morning.id));
    expect(analyst.annotate(NOW, sources)).toEqual(NOTHING);
    analyst.hear([post("Demain soir"), post("À midi")]);
    expect(figures(analyst.annotate(NOW, sources))).toEqual([[evening.id, 2]]);
    // the period and the names of the sources are in every reading of what was heard
    expect(figures(analyst.annotate(NOW + 3_600_000, sources))).toEqual([
      [evening.id, 2],
      [morning.id, 1],
    ]);
    const [renamed] = analyst.annotate(NOW + 3_600_000, [[source, "The forum", "feed", 0]]).changes;
    expect(renamed?.[1]?.readings[0]?.origin).toEqual([{ source, name: "The forum", n: 2 }]);
  });

  it("[N2, N12] speaks of an archive's last days, and of now once something new is heard", () => {
    const analyst = openAnalyst();
    const [evening, morning] = [
      card("expectation", "", { query: "soir" }),
      card("expectation", "", { query: "matin" }),
    ];
    analyst.draw(...drawing(evening, morning));
    const long = NOW - 400 * 86_400_000;
    analyst.hear([post("Un soir", long), post("Un matin", long)]);
    expect(figures(analyst.annotate(NOW, sources))).toEqual([
      [evening.id, 1],
      [morning.id, 1],
    ]);
    analyst.hear([post("Ce soir")]);
    expect(new Map(figures(analyst.annotate(NOW, sources)))).toEqual(
      new Map([
        [evening.id, 1],
        [morning.id, 0],
      ]),
    );
  });

  it("[N11] takes back what it said of a card that is trashed or gone, and says it again when it comes back", () => {
    const analyst = openAnalyst();
    const [cause, effect] = [card("factor", "A"), card("factor", "B")];
    const link = linkBetween(cause, effect);
    const both = staleMap(cause.id);
    analyst.draw(...drawing(cause, effect));
    analyst.draw([], [[link.id, link]], both);
    expect(figures(analyst.annotate(NOW, []))).toEqual([
      [cause.id, 2],
      [effect.id, 0],
    ]);
    analyst.draw([[cause.id, { ...cause, attributes: { trashedAt: 5 } }]], [], both);
    const trashed = analyst.annotate(NOW, []).changes;
    expect(trashed.map(([id, annotation]) => [id, annotation?.readings[0]?.state])).toEqual([
      [cause.id, undefined],
      [effect.id, "missing"],
    ]);
    expect(trashed[0]).toEqual([cause.id, undefined]);
    analyst.draw([[cause.id, cause]], [], both);
    expect(figures(analyst.annotate(NOW, []))).toEqual([
      [cause.id, 2],
      [effect.id, 0],
    ]);
    analyst.draw([[cause.id, undefined]], [[link.id, undefined]], both);
    expect(analyst.annotate(NOW, []).changes[0]).toEqual([cause.id, undefined]);
    expect(analyst.annotate(NOW, [])).toEqual(NOTHING);
  });

  it("[N15] answers a part at a time, and says how much is left", () => {
    const analyst = openAnalyst();
    const strategies = Array.from({ length: 1_200 }, () => card("strategy", "", { cost: 1, gain: 2 }));
    analyst.draw(...drawing(...strategies));
    const answers = [0, 1, 2].map(() => analyst.annotate(NOW, []));
    expect(answers.map(({ changes, left }) => [changes.length, left > 0])).toEqual([
      [500, true],
      [500, true],
      [200, false],
    ]);
    expect(answers.flatMap(figures)).toEqual(strategies.map(({ id }) => [id, 1]));
  });

  it("[N44] asks a query of many posts a part at a time, whatever comes in between, and says what one asking would", () => {
    let now = 0;
    // each look at the clock is a slice: one step at a time
    const analyst = new Analyst("fr", () => (now += 100));
    const evening = card("expectation", "Le soir", { query: "soir" });
    const posts = Array.from({ length: 300 }, (_, at) => post(at % 3 === 0 ? "Un soir" : "Un matin", NOW - at));
    analyst.draw(...drawing(evening));
    analyst.hear(posts);
    const askOnce = () => {
      const { changes, left } = analyst.annotate(NOW, sources);
      return [changes, left > 0];
    };
    expect([askOnce(), askOnce(), askOnce()]).toEqual(Array.from({ length: 3 }, () => [[], true]));
    // what is heard twice is counted once, before it was asked and after
    analyst.hear([...posts.slice(0, 1), ...posts.slice(-1), post("Ce soir"), post("Ce matin")]);
    const mentions = () => sayAll(analyst).get(evening.id)?.readings[0]?.value;
    expect(mentions()).toBe(101);
    analyst.draw(...drawing({ ...evening, attributes: { query: "matin" } }));
    expect(askOnce()).toEqual([[], true]);
    analyst.draw(...drawing(evening));
    expect(mentions()).toBeUndefined();
    analyst.hear([post("Hier soir"), post("Hier matin")]);
    expect(mentions()).toBe(102);
  });

  it("[N20] says that people are being drawn, and no share of another map meanwhile", () => {
    let now = 0;
    // each look at the clock is a slice: one step at a time
    const analyst = new Analyst("fr", () => (now += 100));
    const [serving, other, served] = [card("strategy", "A"), card("strategy", "B"), card("expectation", "E")];
    const [strong, weak] = [linkBetween(serving, served, { strength: 3 }), linkBetween(other, served, { strength: 1 })];
    analyst.draw(...drawing(serving, other, served));
    analyst.draw(
      [],
      [strong, weak].map((one) => [one.id, one] as const),
      staleMap(),
    );
    const bestOf = () => {
      const best: unknown[] = [];
      for (let left = 1; left > 0;) {
        const answer = analyst.annotate(NOW, []);
        for (const [id, annotation] of answer.changes)
          if (id === serving.id) best.push(annotation?.readings.find(({ measure }) => measure === "best"));
        left = answer.left;
      }
      return best;
    };
    // how often is said when people are drawn, that no other link decides when each was tried
    const [pending, drawn, tried] = bestOf();
    expect([pending, drawn]).toMatchObject([{ state: "pending" }, { state: "known", draws: 500, isPartial: true }]);
    const { isPartial, ...whole } = drawn as Reading;
    expect([isPartial, tried]).toEqual([true, whole]);
    const turned = { ...weak, strength: 3 } as const;
    analyst.draw([], [[turned.id, turned]], staleMap());
    expect(bestOf()).toMatchObject([
      { state: "pending" },
      { state: "known", value: 0.5, isPartial: true },
      { state: "known", value: 0.5 },
    ]);
    // a cost is nothing that people weigh: nobody is drawn again
    analyst.draw([[serving.id, { ...serving, attributes: { cost: 3, gain: 4 } }]], [], {
      cards: new Set([serving.id]),
      map: false,
      choice: true,
    });
    expect(bestOf()).toMatchObject([{ state: "known", value: 0.5 }]);
  });

  it("[N23] says little of a large map when a link is drawn in one corner of it", () => {
    const analyst = openAnalyst();
    const factors = Array.from({ length: 300 }, (_, at) => ({ ...card("factor", ""), at }));
    const links = Array.from({ length: 900 }, (_, at) => {
      // a few cards have many links, as on any map
      const [from, to] = [factors[(at * at) % 293], factors[(at * 7 + 1) % 300]];
      const strength = ([1, 2, 3, 2] as const)[at % 4] ?? 1;
      return linkBetween(from ?? card("factor", ""), to ?? card("factor", ""), { at, strength });
    });
    analyst.draw(
      factors.map((one) => [one.id, one]),
      links.map((one) => [one.id, one]),
      staleMap(...factors.map(({ id }) => id)),
    );
    const whole = sayAll(analyst);
    expect(whole.size).toBe(300);
    const [one, other] = [factors[10], factors[11]];
    const drawn = linkBetween(one ?? card("factor", ""), other ?? card("factor", ""), { at: 1_000 });
    analyst.draw([], [[drawn.id, drawn]], staleMap());
    const changed = sayAll(analyst);
    expect(changed.has(one?.id ?? newCardId())).toBe(true);
    expect(changed.size).toBeLessThan(100);
  });
});

/** All that comes out until nothing is left, by card. */
function sayAll(analyst: Analyst): ReadonlyMap<CardId, Annotation | undefined> {
  const said = new Map<CardId, Annotation | undefined>();
  for (let left = 1; left > 0;) {
    const answer = analyst.annotate(NOW, []);
    for (const [id, annotation] of answer.changes) said.set(id, annotation);
    left = answer.left;
  }
  return said;
}

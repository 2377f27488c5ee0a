import { newCardId, type Card, type CardId, type Measure, type Reading } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { textIn } from "../i18n/index.ts";
import { createFigureTeller } from "./figureTeller.ts";
import { figureWords } from "./figureWords.ts";
import { gatherFigures, type FigureNotice, type SaidOfCards, type ToldFigures } from "./gatherFigures.ts";

const en = await textIn("en", "en-GB");
const fr = await textIn("fr", "fr-FR");
const [trust, repair] = [newCardId(), newCardId()];
const card = (id: CardId, text: string): readonly [CardId, Card] => [
  id,
  { id, kind: "expectation", position: [0, 0], text, at: 1, attributes: {}, extra: {} },
];
const cards = new Map([card(trust, "Trust"), card(repair, "Repair")]);

const reading = (measure: Measure, value: number | undefined, more: Partial<Reading> = {}): Reading => ({
  measure,
  state: value === undefined ? "insufficient" : "known",
  ...(value === undefined ? {} : { value }),
  n: 9,
  origin: [],
  ...more,
});
const board = (entries: readonly (readonly [CardId, readonly Reading[]])[]): SaidOfCards =>
  new Map(entries.map(([id, readings]) => [id, { annotation: { readings, quotes: [] } }] as const));
/** What is gathered of the readings of one card, one after the other. */
const gatherings = (...steps: readonly Reading[]): readonly (readonly FigureNotice[])[] => {
  const told: ToldFigures = new Map();
  return steps.map((step) => gatherFigures(board([[trust, [step]]]), told));
};
const newsOf = (...steps: readonly Reading[]) => gatherings(...steps).map(({ length }) => length);

describe("figures of cards", () => {
  it("[E7] are news when they have clearly changed since they were told, and not when they are first seen", () => {
    const counts = (...values: number[]) => newsOf(...values.map((value) => reading("mentions", value)));
    expect(counts(3, 3, 4, 0)).toEqual([0, 0, 1, 1]);
    // a tenth where many speak, by small steps too
    expect(counts(100, 105, 109, 110, 112)).toEqual([0, 0, 0, 1, 0]);
    expect(newsOf(reading("feeling", 0.1), reading("feeling", 0.15), reading("feeling", 0))).toEqual([0, 0, 1]);
    expect(
      newsOf(reading("quadrant", 0.3, { quadrant: "relay" }), reading("quadrant", 0.1, { quadrant: "relay" })),
    ).toEqual([0, 0]);
    // too few, then enough; what is counted anew meanwhile is no change
    const pending = reading("feeling", undefined, { state: "pending" });
    expect(newsOf(reading("feeling", undefined), reading("feeling", 0.2), pending, reading("feeling", 0.2))).toEqual([
      0, 1, 0, 0,
    ]);
    expect(newsOf(reading("influence", 1), reading("influence", 9))).toEqual([0, 0]);
  });

  it("[E7] are told with what they were, the weightiest first, the others as a number, in both languages", () => {
    const told: ToldFigures = new Map();
    gatherFigures(
      board([
        [repair, [reading("roi", 0.5), reading("feeling", undefined)]],
        [trust, [reading("mentions", 1200)]],
      ]),
      told,
    );
    const notices = gatherFigures(
      board([
        [repair, [reading("roi", 1.25), reading("feeling", -0.25)]],
        [trust, [reading("mentions", 1500)]],
      ]),
      told,
    );
    const say = (from: number, text = en) => figureWords(notices.slice(from), { cards }, text);
    expect(say(0)).toBe("“Trust”: 1,500 mentions, 1,200 before. 2 more figures changed.");
    expect(say(0, fr)).toBe(
      "«\u202fTrust\u202f»\u202f: 1\u202f500 mentions, contre 1\u202f200 avant. 2 autres chiffres ont changé.",
    );
    expect(say(1)).toBe("“Repair”: feeling \u22120.25. 1 more figure changed.");
    expect(say(2, fr)).toBe("«\u202fRepair\u202f»\u202f: ROI social +125\u202f%, contre +50\u202f% avant.");
    expect(say(3)).toBeUndefined();
    const others = [
      [reading("quadrant", 1, { quadrant: "relay" }), reading("quadrant", 1, { quadrant: "driver" })],
      [reading("best", 0.5), reading("best", 0.6)],
      [reading("budget", 0), reading("budget", 1)],
    ].map(([before, now]) => figureWords(now ? [{ card: trust, before, now }] : [], { cards }, en));
    expect(others).toEqual([
      "“Trust”: driver, relay before.",
      "“Trust”: best in 60% of the draws, 50% before.",
      "“Trust”: in the best set under the budget.",
    ]);
  });

  it("[E7] are told in one go, once a minute at most; what is not told needs no pause", () => {
    let now = 0;
    let due: { at: number; act: () => void } | undefined;
    const clock = {
      now: () => now,
      after: (ms: number, act: () => void) => {
        due = { at: now + ms, act };
        return () => (due = undefined);
      },
    };
    /** Lets time pass to when something is due. @returns how long that took */
    const wait = (): number => {
      const { at, act } = due ?? { at: now, act: () => undefined };
      const waited = at - now;
      now = at;
      due = undefined;
      act();
      return waited;
    };
    let mentions = 3;
    const said: number[] = [];
    let isWanted = true;
    const teller = createFigureTeller(
      () => board([[trust, [reading("mentions", mentions)]]]),
      (notices) => {
        if (isWanted) said.push(...notices.map(({ now: { value = 0 } }) => value));
        return isWanted && notices.length > 0;
      },
      clock,
    );
    const become = (value: number): void => {
      mentions = value;
      teller.look();
    };
    become(4);
    become(5);
    expect([wait(), said]).toEqual([4_000, [5]]);
    become(6);
    expect([wait(), said]).toEqual([60_000, [5, 6]]);
    // who asked for silence is not told later what happened meanwhile
    isWanted = false;
    become(7);
    wait();
    isWanted = true;
    become(8);
    expect([wait(), said]).toEqual([4_000, [5, 6, 8]]);
    become(9);
    teller.close();
    wait();
    expect(said).toEqual([5, 6, 8]);
  });
});

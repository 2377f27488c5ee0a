import { describe, expect, it } from "vitest";
import { newCardId, newLinkId, type Ballot, type OptionTally, type Tally } from "../terms/index.ts";
import { readVotes } from "./votes.ts";

const [a, b] = [newCardId(), newCardId()];
const link = newLinkId();
const published = (
  method: Tally["method"],
  publishedAt: number,
  perOption: Readonly<Record<string, OptionTally>>,
  more: Partial<Tally> = {},
): Ballot => ({
  method,
  question: "",
  options: [],
  settings: {},
  isAnonymous: true,
  openedAt: 0,
  state: "published",
  tally: { method, publishedAt, n: 9, of: 9, abstentions: 0, perOption, winners: [], ties: [], receipts: [], ...more },
});

describe("readVotes", () => {
  it("[V20] the latest published ballot says where a card stands and how far people agree on it", () => {
    const votes = readVotes(
      [
        published("ranked", 5, { [a]: { n: 9, rank: 2, isTied: false }, [b]: { n: 9, rank: 1, isTied: false } }),
        published("dots", 4, { [a]: { n: 9, rank: 1, isTied: true }, [b]: { n: 9, rank: 1, isTied: true } }),
        published("agreement", 3, {
          [a]: {
            n: 8,
            agree: 6,
            disagree: 2,
            pass: 0,
            consensus: 0.5,
            groups: [
              { agree: 5, disagree: 0, pass: 0 },
              { agree: 1, disagree: 2, pass: 0 },
            ],
          },
        }),
        published("rating", 2, { [a]: { n: 7, importance: 9, satisfaction: 3, opportunity: 15 }, [b]: { n: 2 } }),
      ],
      [],
    );
    const about = { state: "known", origin: [] };
    expect(votes.readings.get(a)).toEqual([
      { ...about, measure: "opportunity", method: "rating", value: 15, n: 7, importance: 9, satisfaction: 3 },
      { ...about, measure: "agreement", method: "agreement", value: 0.5, n: 8, share: 0.75, series: [1, 1 / 3] },
      { ...about, measure: "priority", method: "ranked", value: 0, n: 9, rank: 2, of: 2 },
    ]);
    expect(votes.readings.get(b)).toEqual([
      { ...about, measure: "priority", method: "ranked", value: 1, n: 9, rank: 1, of: 2 },
    ]);
  });

  it("[V20] Kano's class is said from twenty answers on, and links have the group's median with its spread", () => {
    const counts = { M: 6, O: 1, A: 0, I: 0, R: 0, Q: 0 };
    const { readings, links } = readVotes(
      [
        published("rating", 1, {
          [a]: { n: 7, kano: counts },
          [b]: { n: 20, kano: { ...counts, M: 19 }, kanoClass: "M" },
        }),
        published("links", 1, { [link]: { n: 6, median: -1, low: -2, high: 3 }, [newLinkId()]: { n: 2 } }),
      ],
      [],
    );
    expect(readings.get(a)).toEqual([
      { measure: "kano", state: "insufficient", method: "rating", n: 7, needs: 20, origin: [] },
    ]);
    expect(readings.get(b)).toMatchObject([{ measure: "kano", state: "known", kanoClass: "M", value: 19 }]);
    expect(links).toEqual(new Map([[link, { n: 6, median: -1, low: -2, high: 3 }]]));
  });

  it("[V20] what is open, closed or held back says nothing", () => {
    const { tally: _, ...open } = published("dots", 1, {});
    const held = published("dots", 1, {}, { isHeldBack: true });
    expect(readVotes([{ ...open, state: "closed" }, held], [])).toEqual({
      readings: new Map(),
      links: new Map(),
      people: [],
    });
  });

  it("[M100] a weighing of which nothing is published moves nothing", () => {
    const few = newLinkId();
    const tallied = { n: 6, median: -2, low: -2, high: 1 };
    const votes = readVotes(
      [
        published("links", 1, { [link]: { ...tallied, median: 3 } }),
        published("links", 2, { [link]: tallied, [few]: { n: 3 } }),
        published("links", 3, { [link]: { n: 2 } }),
      ],
      [
        new Map([
          [link, -2],
          [few, 3],
        ]),
        new Map([[few, -3]]),
      ],
    );
    expect(votes.links).toEqual(new Map([[link, tallied]]));
    expect(votes.people).toEqual([new Map([[link, -2]])]);
  });
});

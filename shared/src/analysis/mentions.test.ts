import { describe, expect, it } from "vitest";
import { newSourceId, type Post, type SourceId } from "../terms/index.ts";
import { readMentions } from "./mentions.ts";

const DAY = 86_400_000;
const NOW = 1_000 * DAY;
const [forum, feed] = [newSourceId(), newSourceId()];
const sources = new Map([
  [forum, "Forum"],
  [feed, "Feed"],
]);
const listening = { now: NOW, newestAt: NOW, isHeardBefore: true, sources };
const post = (daysAgo: number, source: SourceId = forum): Post => ({
  id: `${source}:${daysAgo}`,
  source,
  text: "",
  at: NOW - daysAgo * DAY,
  url: "",
  author: "",
  language: "",
});
const every = (n: number, from: number, step: number, source?: SourceId) =>
  Array.from({ length: n }, (_, index) => post(from + index * step, source));

describe("what is heard of an expectation", () => {
  it("[N1] counts the posts of the period, the one before and all, with a series and its origin", () => {
    const posts = [...every(2, 0, 1), post(29, feed), post(31), ...every(2, 40, 100, feed)];
    expect(readMentions(posts, listening).mentions).toEqual({
      measure: "mentions",
      state: "known",
      value: 3,
      n: 3,
      from: NOW - 30 * DAY,
      to: NOW,
      previous: 2,
      total: 6,
      series: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2],
      origin: [
        { source: forum, name: "Forum", n: 2 },
        { source: feed, name: "Feed", n: 1 },
      ],
    });
  });

  it("[N1] gives a post on the border of two periods to the earlier one", () => {
    expect(readMentions([post(30)], listening).mentions).toMatchObject({ value: 0, previous: 1 });
    expect(readMentions([post(60)], listening).mentions).toMatchObject({ value: 0, previous: 0, total: 1 });
  });

  it("[N1] says 0 where nobody spoke of it, and names no source", () => {
    expect(readMentions([], listening).mentions).toMatchObject({
      state: "known",
      value: 0,
      n: 0,
      total: 0,
      origin: [],
    });
  });

  it("[N2] speaks of the last days of an archive", () => {
    const newestAt = 500 * DAY + 1;
    const posts = [newestAt, newestAt - 29 * DAY, newestAt - 31 * DAY].map((at) => ({ ...post(0), at }));
    expect(readMentions(posts, { ...listening, newestAt }).mentions).toMatchObject({
      value: 2,
      previous: 1,
      to: newestAt,
    });
  });

  it("[N3, L191] says no trend, nor that people begin to speak of it, where nobody listened before", () => {
    const unheard = { ...listening, isHeardBefore: false };
    const trend = (current: number, before: number) =>
      readMentions([...every(current, 0, 1), ...every(before, 31, 1)], unheard).trend;
    const origin = (n: number) => [{ source: forum, name: "Forum", n }];
    const about = { measure: "trend", from: NOW - 30 * DAY, to: NOW, state: "insufficient" };
    expect(trend(9, 0)).toEqual({ ...about, n: 9, previous: 0, origin: origin(9) });
    expect(trend(6, 3)).toEqual({ ...about, n: 9, previous: 3, origin: origin(9) });
    expect(trend(4, 3)).toMatchObject({ ...about, needs: 8 });
  });

  it("[N3] says a trend from eight posts on", () => {
    const trend = (current: number, before: number) =>
      readMentions([...every(current, 0, 1), ...every(before, 31, 1)], listening).trend;
    const from = NOW - 30 * DAY;
    const origin = (n: number) => [{ source: forum, name: "Forum", n }];
    const about = { measure: "trend", from, to: NOW };
    expect(trend(6, 2)).toEqual({ ...about, state: "known", value: 2, n: 8, previous: 2, origin: origin(8) });
    expect(trend(4, 8)).toMatchObject({ state: "known", value: -0.5, n: 12 });
    expect(trend(4, 3)).toEqual({ ...about, state: "insufficient", n: 7, needs: 8, previous: 3, origin: origin(7) });
    expect(trend(9, 0)).toEqual({ ...about, state: "undefined", n: 9, previous: 0, origin: origin(9) });
    expect(trend(0, 0)).toMatchObject({ state: "insufficient", n: 0, needs: 8, origin: [] });
  });

  it("[N7] claims no silence that nobody listened to", () => {
    const missing = {
      mentions: { measure: "mentions", state: "missing", n: 0, origin: [] },
      trend: { measure: "trend", state: "missing", n: 0, origin: [] },
    };
    expect(readMentions(undefined, listening)).toEqual(missing);
    expect(readMentions([], { ...listening, newestAt: undefined })).toEqual(missing);
  });
});

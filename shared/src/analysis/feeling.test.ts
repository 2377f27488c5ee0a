import { describe, expect, it } from "vitest";
import { newSourceId, type Engagement, type Heard, type Post } from "../terms/index.ts";
import { readFeeling } from "./feeling.ts";

const DAY = 86_400_000;
const NOW = 1_000 * DAY;
const source = newSourceId();
const listening = { now: NOW, newestAt: NOW, sources: new Map([[source, "Forum"]]) };
const post = (heard?: Partial<Heard>, change: Partial<Post> = {}): Post => ({
  id: "1",
  source,
  text: "",
  at: NOW - DAY,
  url: "",
  author: "",
  language: "",
  ...(heard
    ? {
        heard: {
          kind: "other",
          isSure: true,
          chance: 0.5,
          feeling: "neutral",
          language: "",
          evidence: [],
          ...heard,
        },
      }
    : {}),
  ...change,
});
const many = (n: number, heard: Partial<Heard>): readonly Post[] => Array.from({ length: n }, () => post(heard));

describe("what is felt about an expectation", () => {
  it("[L134] is the balance of the posts of the period that were read, and the share of them that expect something", () => {
    const posts = [
      ...many(6, { feeling: "positive", kind: "wish" }),
      ...many(2, { feeling: "neutral", kind: "request" }),
      ...many(2, { feeling: "negative", kind: "praise" }),
      post(),
      post({ feeling: "negative" }, { at: NOW - 31 * DAY }),
    ];
    const [feeling, expecting] = readFeeling(posts, listening);
    expect(feeling).toMatchObject({
      state: "known",
      value: 0.4,
      n: 10,
      feelings: { positive: 6, neutral: 2, negative: 2 },
      origin: [{ source, name: "Forum", n: 10 }],
    });
    expect(expecting).toMatchObject({ state: "known", value: 0.8, n: 10 });
  });

  it("[L134] is not said of fewer than eight posts", () => {
    const [feeling, expecting] = readFeeling(many(7, { feeling: "positive" }), listening);
    for (const reading of [feeling, expecting]) {
      expect(reading).toMatchObject({ state: "insufficient", n: 7, needs: 8 });
      expect(reading?.value).toBeUndefined();
    }
    expect(feeling?.feelings).toBeUndefined();
    expect(readFeeling(many(8, {}), listening)[0]).toMatchObject({ state: "known", value: 0 });
    expect(readFeeling(undefined, listening)).toEqual([]);
  });

  it("[L135, L160] what was done with the posts is counted by level, where a source counts it", () => {
    const did = (engagement: Engagement) => post(undefined, { engagement });
    const posts = [
      did({ react: 3, comment: 1, share: 2, contribute: 0 }),
      did({ react: 1, comment: 0, share: 0, contribute: 4 }),
      post(),
    ];
    const [, , engagement] = readFeeling(posts, listening);
    expect(engagement).toMatchObject({
      state: "known",
      value: 11,
      n: 2,
      levels: { react: 4, talk: 3, contribute: 4 },
    });
    const likes = readFeeling([did({ react: 2 }), did({ react: 1 })], listening)[2];
    expect([likes?.value, likes?.levels]).toEqual([3, { react: 3 }]);
    expect(readFeeling([did({ share: 2 })], listening)[2]?.levels).toEqual({ talk: 2 });
    expect(readFeeling([post()], listening).map(({ measure }) => measure)).toEqual(["feeling", "expecting"]);
  });
});

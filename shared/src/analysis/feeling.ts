import { isExpectation, LIMITS, type Feeling, type Post, type Reading } from "../terms/index.ts";
import type { Listening } from "./evidence.ts";
import { originOf, type Counts } from "./mentions.ts";
import { periodOf } from "./period.ts";

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;

/**
 * What those who voice an expectation feel, how many of them expect something, and what others did with their posts: of the posts
 * of the period that were read, or whose source counts.
 *
 * - `feeling` = (positive − negative) / n; under `LIMITS.postsForFeeling` posts it is `insufficient`
 * - `expecting` = share of them that ask, wish or report a problem; the same minimum
 * - `engagement` = all that was done with the posts; not there where no source counts, and neither is a level that none counts
 *
 * Example: 6 positive, 2 neutral and 2 negative posts give 0.4, n = 10.
 * @param posts those that voice it, in any order; undefined when the card listens for nothing, of which nothing is said then
 */
export function readFeeling(
  posts: readonly Post[] | undefined,
  listening: Omit<Listening, "isHeardBefore">,
): readonly Reading[] {
  if (posts === undefined || listening.newestAt === undefined) return [];
  const { from, to } = periodOf(listening.now, listening.newestAt);
  const feelings: Record<Feeling, number> = { positive: 0, neutral: 0, negative: 0 };
  const levels: { [L in "react" | "talk" | "contribute"]?: number } = {};
  const count = (level: keyof typeof levels, people: number | undefined): void => {
    if (people !== undefined) levels[level] = (levels[level] ?? 0) + people;
  };
  const read: Counts = new Map();
  const counted: Counts = new Map();
  const add = (counts: Counts, { source }: Post): void => void counts.set(source, (counts.get(source) ?? 0) + 1);
  let n = 0;
  let expecting = 0;
  let countedPosts = 0;
  for (const post of posts) {
    if (post.at <= from || post.at > to) continue;
    const { heard, engagement } = post;
    if (heard) {
      n += 1;
      feelings[heard.feeling] += 1;
      if (isExpectation(heard.kind)) expecting += 1;
      add(read, post);
    }
    if (engagement) {
      countedPosts += 1;
      count("react", engagement.react);
      count("talk", engagement.comment);
      count("talk", engagement.share);
      count("contribute", engagement.contribute);
      add(counted, post);
    }
  }
  const about = { n, from, to, origin: originOf(read, listening.sources) } as const;
  const isEnough = n >= LIMITS.postsForFeeling;
  const said = (value: number) =>
    isEnough
      ? ({ state: "known", value: rounded(value) } as const)
      : ({ state: "insufficient", needs: LIMITS.postsForFeeling } as const);
  return [
    {
      measure: "feeling",
      ...about,
      ...said((feelings.positive - feelings.negative) / n),
      ...(isEnough ? { feelings } : {}),
    },
    { measure: "expecting", ...about, ...said(expecting / n) },
    ...(countedPosts === 0
      ? []
      : [
          {
            measure: "engagement" as const,
            state: "known" as const,
            value: Object.values(levels).reduce((sum, people) => sum + people, 0),
            n: countedPosts,
            from,
            to,
            levels,
            origin: originOf(counted, listening.sources),
          },
        ]),
  ];
}

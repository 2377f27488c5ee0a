import { findBursts } from "@palabre/shared/listening/texts";
import { LIMITS, type AlertRule, type BoardId, type RaisedAlert } from "@palabre/shared/terms";
import type { PostFilter, PostStore } from "../stores/index.ts";

const HOUR_MS = 3_600_000;
/** What is usual is learnt from the hours before; a burst is over when none of its hours is among the last six. */
const [BURST_HOURS, RUNNING_HOURS] = [9 * 24, 6];

/** What an alert found: how many posts it is drawn from, of which time, and the figure itself where there is one. */
export type Holding = Pick<RaisedAlert, "posts" | "value" | "hours" | "from" | "to">;

/**
 * Whether the condition of an alert holds now, of the posts that it watches.
 * @returns undefined when it doesn't, or too few were read to say
 */
export async function holdsNow(
  store: Pick<PostStore, "tally" | "hours">,
  board: BoardId,
  when: AlertRule["when"],
  watched: PostFilter,
  now: number,
): Promise<Holding | undefined> {
  if (when.is === "burst") {
    const last = Math.floor(now / HOUR_MS);
    const first = last - BURST_HOURS;
    const counts = Array.from({ length: BURST_HOURS + 1 }, () => 0);
    const hours = await store.hours(board, { ...watched, from: first * HOUR_MS, to: now + 1 });
    for (const { hour, posts } of hours) counts[hour - first] = posts;
    const burst = findBursts(counts).at(-1);
    if (!burst || burst.to < BURST_HOURS - RUNNING_HOURS) return undefined;
    return {
      posts: counts.slice(burst.from, burst.to + 1).reduce((sum, count) => sum + count, 0),
      from: (first + burst.from) * HOUR_MS,
      to: (first + burst.to + 1) * HOUR_MS,
    };
  }
  const { hours } = when;
  const { posts, feelings } = await store.tally(board, { ...watched, from: now - hours * HOUR_MS, to: now + 1 });
  if (when.is === "mentions") return posts >= when.atLeast ? { posts, hours } : undefined;
  const read = feelings.positive + feelings.neutral + feelings.negative;
  if (read < LIMITS.postsForFeeling) return undefined;
  const value = Math.round((1_000 * (feelings.positive - feelings.negative)) / read) / 1_000;
  return value < when.below ? { posts: read, value, hours } : undefined;
}

/** Whether nobody is to be told now. Hours over midnight ("22:00" to "07:00") are those before and after it; equal ends are never quiet. */
export function isQuiet({ quiet, timeZone }: Pick<AlertRule, "quiet" | "timeZone">, now: number): boolean {
  if (!quiet || quiet.from === quiet.to) return false;
  const time = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(now);
  return quiet.from < quiet.to ? time >= quiet.from && time < quiet.to : time >= quiet.from || time < quiet.to;
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en-GB", { timeZone: name });
    return name !== "";
  } catch {
    return false;
  }
}

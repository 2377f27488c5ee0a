import { quartilesOf } from "../statistics/index.ts";
import { findCamps, type Camp } from "./camps.ts";
import type { GradeScale } from "./consensus.ts";
import { publish, PUBLISHED_FROM, type Published } from "./published.ts";

/** One round on one item: person → value. */
export type DelphiRound = ReadonlyMap<string, number>;

/** Where one item stands after its last round. Quartiles are of type 7. */
export interface DelphiStanding {
  /** first quartile, median, third quartile of the last round */
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  /** upper − lower */
  readonly range: number;
  /** the middle half is near enough together */
  readonly isAgreed: boolean;
  /** the round before says the same; undefined without one that has enough people */
  readonly isStable: boolean | undefined;
  /** part of those who answered both last rounds that changed their value; undefined when nobody answered both */
  readonly changed: number | undefined;
  /** agreed: stop; stable disagreement: stop, and show both camps; open: one more round */
  readonly verdict: "agreed" | "stable-disagreement" | "open";
  /** for a stable disagreement, when each of the two has five people */
  readonly camps: readonly [Camp, Camp] | undefined;
}

/** The middle half may spread over so much of the scale; on five to nine points it is one point. */
const AGREED_PART = 0.2;
/** Fewer than this part of the people changed: nothing moves any longer. */
const CHANGED_PART = 0.15;
const SLACK = 1e-9;

/**
 * Says whether an item needs another round.
 *
 * Agreed: the interquartile range is at most one point of a scale of five to nine points, or at most a fifth of any other.
 * Stable: between the last two rounds median and interquartile range moved by half a step at most, or fewer than 15 % of the
 * people changed their value. Stable without agreement is a stable disagreement: it is not averaged, both camps are shown.
 *
 * Example: on a scale from 1 to 5, quartiles 3, 4, 4 are agreed; 1, 3, 5 twice in a row are a stable disagreement.
 * @param rounds in their order; values outside the scale are left out
 * @returns insufficient while the last round has fewer than five people
 * @see Dajani, Sincoff, Talley, "Stability and agreement criteria for the termination of Delphi studies", Technological Forecasting and Social Change 13, 1979, doi:10.1016/0040-1625(79)90007-6
 */
export function readDelphi(rounds: readonly DelphiRound[], scale: GradeScale): Published<DelphiStanding> {
  const inScale = rounds.map(
    (round) => new Map([...round].filter(([, value]) => value >= scale.min && value <= scale.max)),
  );
  const last = inScale.at(-1) ?? new Map<string, number>();
  const before = inScale.at(-2);
  return publish(last.size, PUBLISHED_FROM, () => {
    const now = quartilesOf(last.values());
    if (now === undefined || !(scale.max > scale.min)) return undefined;
    const { lower, median, upper } = now;
    const isAgreed = isNarrow(upper - lower, scale);
    const changed = before === undefined ? undefined : changedBetween(before, last);
    const isStable = before === undefined || before.size < PUBLISHED_FROM ? undefined : isStill(before, last, scale);
    const verdict = isAgreed ? "agreed" : isStable === true ? "stable-disagreement" : "open";
    const camps = verdict === "stable-disagreement" ? findCamps([...last.values()], PUBLISHED_FROM) : undefined;
    return { lower, median, upper, range: upper - lower, isAgreed, isStable, changed, verdict, camps };
  });
}

function isNarrow(range: number, { min, max, step = 1 }: GradeScale): boolean {
  const points = (max - min) / step + 1;
  const most = points >= 5 - SLACK && points <= 9 + SLACK ? step : AGREED_PART * (max - min);
  return range <= most + SLACK;
}

function isStill(before: DelphiRound, last: DelphiRound, { step = 1 }: GradeScale): boolean {
  const [then, now] = [quartilesOf(before.values()), quartilesOf(last.values())];
  if (then === undefined || now === undefined) return false;
  const isNear = (a: number, b: number) => Math.abs(a - b) <= step / 2 + SLACK;
  const changed = changedBetween(before, last);
  return (
    (isNear(then.median, now.median) && isNear(then.upper - then.lower, now.upper - now.lower)) ||
    (changed !== undefined && changed < CHANGED_PART)
  );
}

function changedBetween(before: DelphiRound, last: DelphiRound): number | undefined {
  const both = [...last].filter(([person]) => before.has(person));
  if (both.length === 0) return undefined;
  return both.filter(([person, value]) => before.get(person) !== value).length / both.length;
}

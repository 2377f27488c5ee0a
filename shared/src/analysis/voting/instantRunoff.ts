import { readBallots, type RankedBallot, type RankedPaper } from "./ballots.ts";
import { isEqual } from "./places.ts";

export interface InstantRunoff {
  /** all who win in some order of dropping those that tie; none without a vote */
  readonly winners: readonly string[];
  /** false when the orders were too many: then those that tie for the fewest were dropped together */
  readonly isComplete: boolean;
}

/** How many papers are looked through before the orders of dropping are given up on; a count looks through ten or more. */
const MOST_PAPERS = 100_000;

/**
 * Instant runoff: the option with the fewest first places is dropped, until one has more than half of the votes.
 *
 * A ballot counts for the best named option that is still there, in equal parts where several share that place, and no
 * longer once all that it names are gone. Where several tie for the fewest, each is tried, and whoever wins then is a
 * winner. Worth showing on demand only: it may drop the option that beats every other one.
 *
 * Example: of 42, 26, 15 and 17 first places the 15 go first.
 */
export function runInstantRunoff(options: readonly string[], ballots: readonly RankedBallot[]): InstantRunoff {
  const papers = readBallots(options, ballots);
  const all = options.map((_, index) => index);
  const found = tryEveryOrder(papers, all);
  const winners = found ?? dropTogether(papers, all);
  return { winners: options.filter((_, index) => winners.has(index)), isComplete: found !== undefined };
}

interface Count {
  /** those with more than half, or all who are left without any vote between them */
  readonly winners: readonly number[];
  /** what goes next, whoever of them goes first */
  readonly surely: readonly number[];
  /** what ties for going next */
  readonly fewest: readonly number[];
}

function tryEveryOrder(papers: readonly RankedPaper[], all: readonly number[]): ReadonlySet<number> | undefined {
  const winners = new Set<number>();
  const seen = new Set<string>();
  const open = [all];
  for (let left = open.pop(); left !== undefined; left = open.pop()) {
    const key = left.join(",");
    if (left.length === 0 || seen.has(key)) continue;
    seen.add(key);
    if (seen.size * Math.max(10, papers.length) > MOST_PAPERS) return undefined;
    const count = countFirst(papers, left);
    for (const winner of count.winners) winners.add(winner);
    if (count.winners.length > 0) continue;
    const drops = count.surely.length > 0 ? [count.surely] : count.fewest.map((option) => [option]);
    for (const dropped of drops) open.push(left.filter((option) => !dropped.includes(option)));
  }
  return winners;
}

function dropTogether(papers: readonly RankedPaper[], all: readonly number[]): ReadonlySet<number> {
  for (let left = all; left.length > 0;) {
    const { winners, fewest } = countFirst(papers, left);
    if (winners.length > 0) return new Set(winners);
    if (fewest.length === left.length) return new Set(left);
    left = left.filter((option) => !fewest.includes(option));
  }
  return new Set();
}

function countFirst(papers: readonly RankedPaper[], left: readonly number[]): Count {
  const votes = votesOf(papers, left);
  const total = left.reduce((sum, option) => sum + (votes[option] ?? 0), 0);
  const of = (option: number) => votes[option] ?? 0;
  if (total === 0) return { winners: [], surely: left, fewest: left };
  const winners = left.filter((option) => of(option) > total / 2 + 1e-9);
  const least = Math.min(...left.map(of));
  const fewest = left.filter((option) => isEqual(of(option), least));
  const next = Math.min(...left.filter((option) => !fewest.includes(option)).map(of));
  // what they have together can't save any of them
  const isSure =
    fewest.length < left.length &&
    (fewest.length === 1 || fewest.reduce((sum, option) => sum + of(option), 0) < next - 1e-9);
  return { winners, surely: isSure ? fewest : [], fewest };
}

function votesOf(papers: readonly RankedPaper[], left: readonly number[]): Float64Array {
  const votes = new Float64Array(Math.max(0, ...left) + 1);
  const isLeft = new Uint8Array(votes.length);
  for (const option of left) isLeft[option] = 1;
  for (const { order, placeOf, voters } of papers) {
    const start = order.findIndex((option) => isLeft[option] === 1);
    const place = placeOf[order[start] ?? -1];
    if (place === undefined) continue;
    const tied: number[] = [];
    for (let at = start; placeOf[order[at] ?? -1] === place; at += 1) {
      const option = order[at] ?? 0;
      if (isLeft[option] === 1) tied.push(option);
    }
    for (const option of tied) votes[option] = (votes[option] ?? 0) + voters / tied.length;
  }
  return votes;
}

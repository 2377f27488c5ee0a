import type { CardId, Paper } from "@palabre/shared/terms";
import type { AskedBallot } from "./formProps.ts";
import { cardOptions } from "./options.ts";
import { pairsOf } from "./pairs.ts";

/** How much of a paper is written, in what its method counts: points, options, pairs. */
export interface Written {
  readonly done: number;
  readonly of: number;
}

export function writtenOn({ options, settings }: AskedBallot, paper: Paper): Written {
  const of = options.length;
  switch (paper.method) {
    case "dots":
      return { done: pointsSpent(paper.dots), of: settings.budget ?? 0 };
    case "judgment":
      return { done: Object.keys(paper.grades).length, of };
    case "ranked":
      return { done: paper.tiers.flat().length, of };
    case "pairwise":
      return { done: paper.answers.length, of: pairsOf(options.map(({ on }) => on)).length };
    case "rating": {
      const names =
        settings.rating === "kano" ? (["present", "absent"] as const) : (["importance", "satisfaction"] as const);
      const isWhole = (option: CardId) => names.every((name) => paper.ratings[option]?.[name] !== undefined);
      return { done: cardOptions({ options }).filter(({ on }) => isWhole(on)).length, of };
    }
    case "agreement":
    case "consent":
    case "links":
      return { done: Object.keys(paper.answers).length, of };
  }
}

export const pointsSpent = (dots: Readonly<Record<string, number>>): number =>
  Object.values(dots).reduce((sum, n) => sum + n, 0);

/** A record with another value under a key; without the key where the value is undefined. */
export function withAnswer<Key extends string, Value>(
  answers: Readonly<Record<Key, Value>>,
  key: Key,
  value: Value | undefined,
): Readonly<Record<Key, Value>> {
  const next: Record<Key, Value> = { ...answers };
  if (value === undefined) delete next[key];
  else next[key] = value;
  return next;
}

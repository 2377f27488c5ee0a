import type { RankedPaper } from "./ballots.ts";
import { createSquare, type Square } from "./square.ts";

/** How many voters prefer each option to each other one; who likes two equally prefers neither. */
export function countPairs(size: number, papers: readonly RankedPaper[]): Square {
  const wins = Array.from({ length: size }, () => new Float64Array(size));
  for (const { placeOf, voters } of papers) {
    const places = Int32Array.from(placeOf);
    for (const [a, row] of wins.entries()) {
      const place = places[a] ?? 0;
      for (let b = 0; b < size; b += 1) if (place < (places[b] ?? 0)) row[b] = (row[b] ?? 0) + voters;
    }
  }
  return createSquare(size, wins);
}

/** The option that beats every other one, by place in the options; undefined when there is none. */
export function findCondorcetWinner(pairs: Square): number | undefined {
  const all = Array.from({ length: pairs.size }, (_, index) => index);
  return all.find((a) => all.every((b) => a === b || pairs.at(a, b) > pairs.at(b, a)));
}

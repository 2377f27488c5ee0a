import { applyHead, type Head } from "./head.ts";
import type { Known } from "./fit.ts";
import { foldsOf } from "./folds.ts";

/** Log odds by head of each post. */
export type Logits = readonly (readonly number[])[];

/**
 * The log odds of each post by heads that learnt from the posts of all other folds.
 * @param folds of each post; undefined: it only teaches, always
 */
export function askUnseen(
  known: readonly Known[],
  folds: readonly (number | undefined)[],
  fit: (known: readonly Known[]) => readonly Head[],
): Logits {
  const logits: (readonly number[])[] = known.map(() => []);
  for (const fold of new Set(folds.filter((each) => each !== undefined))) {
    const heads = fit(known.filter((_, at) => folds[at] !== fold));
    for (const [at, example] of known.entries()) {
      if (folds[at] === fold) logits[at] = heads.map((head) => applyHead(head, example));
    }
  }
  return logits;
}

/** Folds in which near-copies stay together. */
export const copiesTogether = (known: readonly Known[], count: number): readonly number[] =>
  foldsOf(
    known.map(({ post }) => post.text),
    count,
  );

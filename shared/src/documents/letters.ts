import type { TextDelta } from "../terms/index.ts";
import { toChange, type Step, type TextChange } from "./textDiff.ts";

/**
 * One letter (UTF-16 unit) of a text's past or present. `bornIn` and `goneIn` are the places in the list of changes at which it was
 * typed and removed; undefined: it was there before them all, it is still there.
 */
export interface Letter {
  readonly letter: string;
  readonly bornIn: number | undefined;
  readonly goneIn: number | undefined;
}

interface Traced {
  letter: string;
  bornIn: number | undefined;
  goneIn: number | undefined;
  next: Traced | undefined;
}

/**
 * Who typed what: walks from a text back through its changes, and finds for each letter in which of them it came and went.
 *
 * Read backwards, a change takes out the letters it inserted and puts back those it removed; these stay in the list between the
 * letters that stood around them, so that it is known where they would go. It needs no beginning: what is older than the first
 * change is of nobody.
 *
 * Cost: the sum of the lengths that the text had.
 * @param text     as it is now
 * @param changes  oldest first, the last one having made `text`
 * @returns letters of now and before, in order; undefined when the changes are not those of this text
 */
export function traceLetters(text: string, changes: readonly TextDelta[]): readonly Letter[] | undefined {
  const start: Traced = { letter: "", bornIn: undefined, goneIn: undefined, next: undefined };
  const insertAfter = (left: Traced, letter: string, goneIn: number | undefined): Traced => {
    const traced = { letter, bornIn: undefined, goneIn, next: left.next };
    left.next = traced;
    return traced;
  };
  /** the letters of the text as it was after the change that is looked at */
  let present: Traced[] = [];
  let last = start;
  for (let at = 0; at < text.length; at += 1) {
    last = insertAfter(last, text.charAt(at), undefined);
    present.push(last);
  }
  for (const [index, delta] of [...changes.entries()].toReversed()) {
    const before: Traced[] = [];
    let at = 0;
    let left = start;
    for (const part of delta) {
      if ("keep" in part) {
        if (at + part.keep > present.length) return undefined;
        for (const kept of present.slice(at, at + part.keep)) {
          before.push(kept);
          left = kept;
        }
        at += part.keep;
      } else if ("insert" in part) {
        for (const letter of part.insert.split("")) {
          const traced = present[at];
          if (traced?.letter !== letter) return undefined;
          traced.bornIn = index;
          left = traced;
          at += 1;
        }
      } else {
        for (const letter of part.remove.split("")) {
          left = insertAfter(left, letter, index);
          before.push(left);
        }
      }
    }
    present = before.concat(present.slice(at));
  }
  const letters: Letter[] = [];
  for (let traced = start.next; traced; traced = traced.next) {
    const { letter, bornIn, goneIn } = traced;
    letters.push({ letter, bornIn, goneIn });
  }
  return letters;
}

/**
 * What leaves a text without what some changes did: letters they typed go, letters they removed come back where nobody else has
 * typed or removed anything since, between the letters that stood around them.
 * @param isUndone whether a change (by its place in the list) is one of them
 * @returns `kept` = how many of their removed letters stay away
 */
export function withoutChanges(
  letters: readonly Letter[],
  isUndone: (change: number) => boolean,
): { readonly change: TextChange; readonly kept: number } {
  const isTheirs = (change: number | undefined) => change !== undefined && isUndone(change);
  const isWanted = ({ bornIn, goneIn }: Letter) => isTheirs(goneIn) && !isTheirs(bornIn);
  const firstGone = letters.reduce(
    (first, letter) => (isWanted(letter) ? Math.min(first, letter.goneIn ?? first) : first),
    Number.POSITIVE_INFINITY,
  );
  /** stands where it stood before any of it began: what lies on its two sides is not the same place */
  const isFixed = ({ bornIn = -1, goneIn }: Letter) => goneIn === undefined && bornIn < firstGone && !isTheirs(bornIn);
  const steps: Step[] = [];
  let kept = 0;
  let place: Letter[] = [];
  const settle = () => {
    let lastByOthers = -1;
    for (const { bornIn = -1, goneIn = -1 } of place)
      for (const change of [bornIn, goneIn]) if (!isTheirs(change)) lastByOthers = Math.max(lastByOthers, change);
    for (const letter of place) {
      if (letter.goneIn === undefined) steps.push([isTheirs(letter.bornIn) ? "remove" : "keep", letter.letter]);
      else if (isWanted(letter)) {
        if (letter.goneIn > lastByOthers) steps.push(["insert", letter.letter]);
        else kept += 1;
      }
    }
    place = [];
  };
  for (const letter of letters) {
    if (isFixed(letter)) {
      settle();
      steps.push(["keep", letter.letter]);
    } else place.push(letter);
  }
  settle();
  return { change: toChange(steps), kept };
}

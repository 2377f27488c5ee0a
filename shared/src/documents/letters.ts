import type { TextDelta } from "../terms/index.ts";
import { toChange, type Step, type TextChange } from "./textDiff.ts";

/**
 * Letters (UTF-16 units) of a text's past or present that stand side by side and share their fate. `bornIn` and `goneIn` are the places
 * in the list of changes at which they were typed and removed; undefined: they were there before them all, they are still there.
 */
export interface Run {
  readonly letters: string;
  readonly bornIn: number | undefined;
  readonly goneIn: number | undefined;
}

/** How much may be walked through for all texts that are traced together. */
export interface Steps {
  left: number;
}
/** About 0.1 s. Who types goes on where they typed before, which is two or three for each key. */
export const mostSteps = (): Steps => ({ left: 4_000_000 });

/** In two lists: `next` is all of them, `nextPresent` those of the text as it was after the change that is looked at. */
interface Traced {
  letters: string;
  bornIn: number | undefined;
  goneIn: number | undefined;
  next: Traced | undefined;
  previousPresent: Traced | undefined;
  nextPresent: Traced | undefined;
}

/**
 * Who typed what: walks from a text back through its changes, and finds for each letter in which of them it came and went.
 *
 * Read backwards, a change takes out the letters it inserted and puts back those it removed; these stay in the list between the
 * letters that stood around them, so that it is known where they would go. It needs no beginning: what is older than the first
 * change is of nobody.
 *
 * Letters are held as runs, split only where a change begins or ends, and the next place is looked for from the last one. Cost: the
 * parts of the changes, and the runs that lie between their places.
 * @param text     as it is now
 * @param changes  oldest first, the last one having made `text`
 * @param steps    are taken off; when there are none left, the text counts as one that can't be traced
 * @returns letters of now and before, in order; undefined when the changes are not those of this text, or it took too long
 */
export function traceLetters(
  text: string,
  changes: readonly TextDelta[],
  steps: Steps = mostSteps(),
): readonly Run[] | undefined {
  const traced = new TracedText(text, steps);
  for (const [index, delta] of [...changes.entries()].toReversed()) {
    traced.begin();
    for (const part of delta) {
      const isIts =
        "keep" in part
          ? traced.keep(part.keep)
          : "insert" in part
            ? traced.takeOut(part.insert, index)
            : traced.putBack(part.remove, index);
      if (!isIts || steps.left < 0) return undefined;
    }
  }
  return traced.runs();
}

class TracedText {
  readonly #start: Traced = newRun("", undefined);
  readonly #steps: Steps;
  #length: number;
  /** how far the change has come in the text of after it, and what stands right before that place */
  #at = 0;
  #left: Traced = this.#start;
  /** a run of the present, and the place of its first letter: where the next one is looked for */
  #near: Traced = this.#start;
  #nearAt = 0;

  constructor(text: string, steps: Steps) {
    this.#steps = steps;
    this.#length = text.length;
    if (text !== "") this.#insertAfter(this.#start, newRun(text, undefined), this.#start);
  }

  begin(): void {
    this.#at = 0;
    this.#left = this.#start;
  }

  keep(letters: number): boolean {
    this.#at += letters;
    if (letters > 0 && this.#at <= this.#length) this.#left = this.#endingAt(this.#at);
    return this.#at <= this.#length;
  }

  /** Letters that the change inserted. @returns false when others stand there */
  takeOut(letters: string, index: number): boolean {
    if (this.#at + letters.length > this.#length) return false;
    let run = this.#endingAt(this.#at).nextPresent;
    for (let from = 0; from < letters.length;) {
      if (!run) return false;
      const rest = letters.length - from;
      if (run.letters.length > rest) this.#split(run, rest);
      if (!letters.startsWith(run.letters, from)) return false;
      from += run.letters.length;
      run.bornIn = index;
      this.#left = run;
      run = this.#leavePresent(run);
    }
    this.#length -= letters.length;
    return true;
  }

  /** Letters that the change removed: always there. */
  putBack(letters: string, index: number): true {
    if (letters === "") return true;
    const run = newRun(letters, index);
    this.#insertAfter(this.#left, run, this.#endingAt(this.#at));
    this.#left = run;
    this.#at += letters.length;
    this.#length += letters.length;
    return true;
  }

  runs(): readonly Run[] {
    const runs: Run[] = [];
    for (let run = this.#start.next; run; run = run.next) {
      const { letters, bornIn, goneIn } = run;
      runs.push({ letters, bornIn, goneIn });
    }
    return runs;
  }

  /** The run of the present that ends at a place; the one that goes on beyond it is split. */
  #endingAt(at: number): Traced {
    while (this.#nearAt >= at && this.#near.previousPresent) {
      this.#near = this.#near.previousPresent;
      this.#nearAt -= this.#near.letters.length;
      this.#steps.left -= 1;
    }
    while (this.#nearAt + this.#near.letters.length < at && this.#near.nextPresent) {
      this.#nearAt += this.#near.letters.length;
      this.#near = this.#near.nextPresent;
      this.#steps.left -= 1;
    }
    this.#steps.left -= 1;
    const inside = at - this.#nearAt;
    if (inside < this.#near.letters.length) this.#split(this.#near, inside);
    return this.#near;
  }

  #split(run: Traced, after: number): void {
    const rest = newRun(run.letters.slice(after), run.goneIn);
    run.letters = run.letters.slice(0, after);
    this.#insertAfter(run, rest, run);
  }

  #insertAfter(left: Traced, run: Traced, leftPresent: Traced): void {
    run.next = left.next;
    left.next = run;
    run.previousPresent = leftPresent;
    run.nextPresent = leftPresent.nextPresent;
    if (run.nextPresent) run.nextPresent.previousPresent = run;
    leftPresent.nextPresent = run;
    this.#steps.left -= 1;
  }

  /** @returns the one that follows it */
  #leavePresent(run: Traced): Traced | undefined {
    const { previousPresent: previous = this.#start, nextPresent: next } = run;
    previous.nextPresent = next;
    if (next) next.previousPresent = previous;
    if (this.#near === run) {
      this.#near = previous;
      this.#nearAt -= previous.letters.length;
    }
    this.#steps.left -= 1;
    return next;
  }
}

const newRun = (letters: string, goneIn: number | undefined): Traced => ({
  letters,
  bornIn: undefined,
  goneIn,
  next: undefined,
  previousPresent: undefined,
  nextPresent: undefined,
});

/**
 * What leaves a text without what some changes did: letters they typed go, letters they removed come back where nobody else has
 * typed or removed anything since, between the letters that stood around them.
 * @param isUndone whether a change (by its place in the list) is one of them
 * @returns `kept` = how many of their removed letters stay away
 */
export function withoutChanges(
  runs: readonly Run[],
  isUndone: (change: number) => boolean,
): { readonly change: TextChange; readonly kept: number } {
  const isTheirs = (change: number | undefined) => change !== undefined && isUndone(change);
  const isWanted = ({ bornIn, goneIn }: Run) => isTheirs(goneIn) && !isTheirs(bornIn);
  const firstGone = runs.reduce(
    (first, run) => (isWanted(run) ? Math.min(first, run.goneIn ?? first) : first),
    Number.POSITIVE_INFINITY,
  );
  /** stands where it stood before any of it began: what lies on its two sides is not the same place */
  const isFixed = ({ bornIn = -1, goneIn }: Run) => goneIn === undefined && bornIn < firstGone && !isTheirs(bornIn);
  const steps: Step[] = [];
  let kept = 0;
  let place: Run[] = [];
  const settle = () => {
    let lastByOthers = -1;
    for (const { bornIn = -1, goneIn = -1 } of place)
      for (const change of [bornIn, goneIn]) if (!isTheirs(change)) lastByOthers = Math.max(lastByOthers, change);
    for (const run of place) {
      if (run.goneIn === undefined) steps.push([isTheirs(run.bornIn) ? "remove" : "keep", run.letters]);
      else if (isWanted(run)) {
        if (run.goneIn > lastByOthers) steps.push(["insert", run.letters]);
        else kept += run.letters.length;
      }
    }
    place = [];
  };
  for (const run of runs) {
    if (isFixed(run)) {
      settle();
      steps.push(["keep", run.letters]);
    } else place.push(run);
  }
  settle();
  return { change: toChange(steps), kept };
}

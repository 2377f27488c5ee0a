import type { Feeling } from "./lexicon/feelings.ts";
import { RULE_NAMES, type Hit } from "./rules/findRules.ts";

/** Signals by place: rules met; how many, feelings, signs, length. The same again where the post is no review, then whether it is one. */
const RULES_END = RULE_NAMES.length;
const COUNTED = 19;
export const TEXT_SIGNALS: number = RULES_END + COUNTED;
export const SIGNAL_COUNT: number = 2 * TEXT_SIGNALS + 1;
/** Where the sum of feelings stands. */
export const FEELING_SIGNAL: number = RULES_END + 10;

/** A text in capitals throughout is a way of writing: it says no more than one with many names does. */
const MOST_CAPITALS = 0.2;

const upTo = (value: number, most: number): number => Math.min(value, most) / most;

/**
 * What a handful of numbers can say of a text, each about 0 to 1: they carry from one kind of text to another better than words do.
 * @param text as written
 */
export function readSignals(
  text: string,
  marked: string,
  hits: readonly Hit[],
  feeling: Feeling,
  isReview: boolean,
): Float32Array {
  const signals = new Float32Array(SIGNAL_COUNT);
  const says = { request: 0, wish: 0, problem: 0, praise: 0 };
  for (const { name, says: kind } of hits) {
    signals[RULE_NAMES.indexOf(name)] = 1;
    says[kind] += 1;
  }
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const words = marked.split(" ").length;
  signals.set(
    [
      upTo(says.request, 3),
      says.request > 0 ? 1 : 0,
      upTo(says.problem, 3),
      says.problem > 0 ? 1 : 0,
      says.request + says.problem + says.wish === 0 ? 1 : 0,
      says.praise > 0 && says.request + says.problem + says.wish === 0 ? 1 : 0,
      upTo(feeling.glad, 6),
      feeling.glad > 0 ? 1 : 0,
      upTo(feeling.sorry, 6),
      feeling.sorry > 0 ? 1 : 0,
      feeling.sum,
      feeling.last / 4,
      upTo(feeling.turned, 2),
      feeling.sum > 0.1 ? 1 : feeling.sum < -0.1 ? -1 : 0,
      text.includes("?") ? 1 : 0,
      upTo(text.match(/!/g)?.length ?? 0, 3),
      letters > 8 ? Math.min(MOST_CAPITALS, capitals / letters) : 0,
      upTo(words, 60),
      words < 8 ? 1 : 0,
    ],
    RULES_END,
  );
  if (isReview) signals[2 * TEXT_SIGNALS] = 1;
  else signals.copyWithin(TEXT_SIGNALS, 0, TEXT_SIGNALS);
  return signals;
}

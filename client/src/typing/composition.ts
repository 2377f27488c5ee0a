import { moveCaret, spliceBetween, type TextChange } from "../state/index.ts";

/** A text with the caret, or the two ends of what is marked, in UTF-16 units. */
export interface Typed {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Puts together what one person composed and what others wrote meanwhile.
 *
 * While an accent or a Chinese word is being composed, the field must not change under it, so others' changes wait. At its end, the
 * one splice that was composed is carried to where they moved its place: `"ab"` composed to `"aêb"` while others made it `"Xab"`
 * gives `"Xaêb"`.
 * @param before what the field held when the composition began, which was the whole text then
 * @param typed what it holds now
 * @param meanwhile others' changes since, in order
 * @param text the text as they left it
 */
export function joinComposition(before: string, typed: Typed, meanwhile: readonly TextChange[], text: string): Typed {
  const { start, removed, inserted } = spliceBetween(before, typed.text, typed.end);
  const carry = (index: number) => meanwhile.reduce((at, change) => moveCaret(at, change), index);
  const [from, to] = [carry(start), Math.max(carry(start), carry(start + removed))];
  // a place inside what was composed keeps its distance from its beginning; one behind it is carried by what stood there before
  const place = (at: number) => {
    if (at < start) return carry(at);
    if (at <= start + inserted.length) return from + (at - start);
    return carry(at - inserted.length + removed) + inserted.length - (to - from);
  };
  return {
    text: text.slice(0, from) + inserted + text.slice(to),
    start: place(typed.start),
    end: place(typed.end),
  };
}

/** A part of a comment: plain words, or a person who is spoken to. */
export interface CommentPart {
  readonly text: string;
  readonly isMention: boolean;
}

/** Parts a comment at the people it speaks to: `@` and a whole name, the longest that fits, however it is written. */
export function partsOf(text: string, names: Iterable<string>): readonly CommentPart[] {
  const known = [...new Set(names)].filter((name) => name !== "").toSorted((a, b) => b.length - a.length);
  const parts: CommentPart[] = [];
  let plainFrom = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    // an address of a mailbox speaks to nobody
    if (WORD.test(text.charAt(at - 1))) continue;
    const name = known.find((each) => isAt(text, at + 1, each));
    if (name === undefined) continue;
    if (at > plainFrom) parts.push({ text: text.slice(plainFrom, at), isMention: false });
    plainFrom = at + 1 + name.length;
    parts.push({ text: text.slice(at, plainFrom), isMention: true });
  }
  if (plainFrom < text.length) parts.push({ text: text.slice(plainFrom), isMention: false });
  return parts;
}
const WORD = /[\p{L}\p{N}_]/u;
const fold = (text: string): string => text.toLocaleLowerCase();
const foldAccents = (text: string): string => fold(text.normalize("NFD").replaceAll(/\p{M}/gu, ""));
const isAt = (text: string, at: number, name: string): boolean =>
  fold(text.slice(at, at + name.length)) === fold(name) && !WORD.test(text.charAt(at + name.length));

export const speaksTo = (text: string, name: string, names: Iterable<string>): boolean =>
  partsOf(text, names).some((part) => part.isMention && fold(part.text) === fold(`@${name}`));

/** What is being typed after an `@` before the caret; undefined where none is. */
export function mentionAt(text: string, caret: number): { readonly from: number; readonly typed: string } | undefined {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf("@");
  if (from < 0 || WORD.test(before.charAt(from - 1))) return undefined;
  const typed = before.slice(from + 1);
  return /^[^\n@]{0,40}$/.test(typed) ? { from, typed } : undefined;
}

/** Whose name goes on as it was begun, in any of its words, whatever the accents; a few. */
export function peopleNamed(typed: string, names: Iterable<string>, locale: string): readonly string[] {
  const begun = foldAccents(typed);
  return [...new Set(names)]
    .filter((name) => foldAccents(name).startsWith(begun) || foldAccents(name).includes(` ${begun}`))
    .filter((name) => fold(name) !== fold(typed))
    .toSorted((a, b) => a.localeCompare(b, locale))
    .slice(0, MOST_OFFERED);
}
const MOST_OFFERED = 6;

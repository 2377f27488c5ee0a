import type { Deed, Forbidden } from "@palabre/shared/facilitation";
import type { ListedCard, NewLink } from "./commands.ts";

/** What was tried and not done, and why: the rules forbid it, or the document holds no more cards than `most`. */
export type NotDone =
  | { readonly reason: Forbidden; readonly deed: Deed }
  | { readonly reason: "full"; readonly most: number; readonly left: number };

/**
 * The first of some cards, as many as there is room for, with the links among them: the server refuses whole what is too much.
 * @param room how many more cards the document holds
 * @returns `left`, how many cards there is no room for
 */
export function fitting(
  cards: readonly ListedCard[],
  links: readonly NewLink[],
  room: number,
): { readonly cards: readonly ListedCard[]; readonly links: readonly NewLink[]; readonly left: number } {
  if (cards.length <= room) return { cards, links, left: 0 };
  const taken = cards.slice(0, Math.max(0, room));
  return {
    cards: taken,
    links: links.filter(({ from, to }) => from < taken.length && to < taken.length),
    left: cards.length - taken.length,
  };
}

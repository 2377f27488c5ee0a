import { LIMITS } from "@palabre/shared/terms";
import type { Pasted, PastedCard } from "./pasted.ts";

/** What is pasted, where a text that is longer than a card keeps goes on in further cards right behind it: those have no place of their own. */
export function inParts({ cards, links }: Pasted): Pasted {
  if (cards.every(({ text }) => text.length <= LIMITS.textLength)) return { cards, links };
  const all: PastedCard[] = [];
  const places: number[] = [];
  for (const card of cards) {
    const [text = "", ...further] = partsOf(card.text);
    places.push(all.length);
    all.push({ ...card, text });
    for (const part of further) all.push({ text: part });
  }
  const placeOf = (place: number): number => places[place] ?? place;
  return {
    cards: all.map((card) => (card.within === undefined ? card : { ...card, within: placeOf(card.within) })),
    links: links.map(({ from, to, attributes }) => ({ from: placeOf(from), to: placeOf(to), attributes })),
  };
}

function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > LIMITS.textLength) {
    const most = rest.slice(0, LIMITS.textLength);
    const blank = Math.max(most.lastIndexOf("\n"), most.lastIndexOf(" "));
    // half an emoji would be another sign
    const part = blank > 0 ? most.slice(0, blank + 1) : most.replace(/\p{Surrogate}$/u, "");
    parts.push(part);
    rest = rest.slice(part.length);
  }
  return [...parts, rest];
}

import { MAX_UPDATE_BYTES } from "@palabre/shared/protocol";
import { LIMITS, type CardAttributes, type CardKind, type LinkAttributes, type Pair } from "@palabre/shared/terms";

/** Cards that are taken at once: more is a file to import, not a thought. */
export const MOST_PASTED = 500;
/** Bytes of text that are taken at once: what a server refuses as too much to say at once, less what cards need around it. */
export const MOST_PASTED_BYTES: number = MAX_UPDATE_BYTES - 200_000;

/** One card that a pasted text speaks of. */
export interface PastedCard {
  readonly text: string;
  /** where the text says so; else the person's usual kind */
  readonly kind?: CardKind;
  readonly attributes?: CardAttributes;
  /** top left, where the text says where it lies */
  readonly position?: Pair;
  /** place in the list of the frame that it lies in */
  readonly within?: number;
}
export interface PastedLink {
  /** places in the list of cards */
  readonly from: number;
  readonly to: number;
  readonly attributes: LinkAttributes;
}
/** What a pasted text comes to. */
export interface Pasted {
  readonly cards: readonly PastedCard[];
  readonly links: readonly PastedLink[];
}

/** Collects cards by what a text calls them, and each link between two of them once. */
export function collectPasted() {
  const cards: PastedCard[] = [];
  const links: PastedLink[] = [];
  const joined = new Set<string>();
  const places = new Map<string, number>();
  const add = (card: PastedCard): number => cards.push(card) - 1;
  return {
    cards,
    links,
    add,
    /** the place of what goes by a name, made when it is first met */
    named: (name: string, card: PastedCard): number => {
      const known = places.get(name);
      if (known !== undefined) return known;
      const place = add(card);
      places.set(name, place);
      return place;
    },
    /** what a name is known to stand for, changed */
    rename: (name: string, card: PastedCard): void => {
      const place = places.get(name);
      if (place !== undefined) cards[place] = card;
    },
    link: (from: number, to: number, attributes: LinkAttributes = {}): void => {
      if (from === to || links.length === LIMITS.linksPerBoard) return;
      const pair = `${from} ${to}`;
      if (joined.has(pair)) return;
      joined.add(pair);
      links.push({ from, to, attributes });
    },
  };
}
export type Collected = ReturnType<typeof collectPasted>;

/** A link's words as a sign and a label: a lone sign is the sign, all else a label. */
export function signedLabel(words: string): LinkAttributes {
  const label = words.trim();
  if (/^[-−–]+$/.test(label)) return { polarity: "-" };
  if (/^\++$/.test(label) || label === "") return {};
  // half an emoji would be another sign on the screens of others
  return { label: label.slice(0, LIMITS.labelLength).replace(/\p{Surrogate}$/u, "") };
}

import {
  isCardKind,
  isTrashed,
  newCardId,
  type BoardSnapshot,
  type Card,
  type CardId,
  type CardKind,
  type Pair,
} from "@palabre/shared/terms";
import { boxOf, middleOf } from "../box.ts";
import { frameAt } from "../fromFlow.ts";
import type { BoardState, ListedCard, NewCard, NewLink } from "../house.ts";
import { withContents } from "../remoteDrags.ts";

/** Cards to be added with the links among them. */
export interface Copied {
  readonly cards: readonly ListedCard[];
  readonly links: readonly NewLink[];
}

type CopiedBoard = Pick<BoardState, "snapshot" | "mayCopy">;

/** A card of a kind that this page knows how to make. */
export type Original = Card & { readonly kind: CardKind };

/** What is copied with some cards: themselves, and what lies in the frames among them. */
export function originalsOf(board: CopiedBoard, ids: Iterable<CardId>): readonly Original[] {
  const { cards } = board.snapshot();
  return [...withContents(ids, cards)].flatMap((id) => {
    const card = board.mayCopy(id) ? cards.get(id) : undefined;
    return card && !isTrashed(card) && isCardKind(card.kind) ? [{ ...card, kind: card.kind }] : [];
  });
}

/** Copies of cards, of what lies in the frames among them, and of the links among all these, [dx, dy] px aside. */
export const copyOf = (board: CopiedBoard, ids: Iterable<CardId>, by: Pair): Copied =>
  copiesOf(board.snapshot(), originalsOf(board, ids), by);

/**
 * Copies of just these cards with the links among them; locks and the place in the order stay behind. A copy lies in the frame
 * that it comes to, and copies of a group are a group of their own; one card alone is in none.
 */
export function copiesOf(snapshot: BoardSnapshot, originals: readonly Original[], by: Pair): Copied {
  const places = new Map(originals.map(({ id }, place) => [id, place]));
  const cards = originals.map((card): ListedCard => {
    const { kind, position, text } = card;
    const { frame, locked: _, order: __, ...kept } = card.attributes;
    const within = frame === undefined ? undefined : places.get(frame);
    const into = within !== undefined || kind === "frame" ? undefined : frameAt(snapshot, middleOf(boxOf(card, by)));
    const copied: NewCard = {
      kind,
      position: [position[0] + by[0], position[1] + by[1]],
      text,
      attributes: into === undefined ? kept : { ...kept, frame: into },
    };
    return within === undefined ? copied : { ...copied, within };
  });
  const links = [...snapshot.links.values()].flatMap((link): readonly NewLink[] => {
    const [from, to] = [places.get(link.from), places.get(link.to)];
    if (from === undefined || to === undefined || link.attributes.trashedAt !== undefined) return [];
    return [{ from, to, attributes: link.attributes }];
  });
  return { cards: withOwnGroups(cards), links };
}

/** The same cards in groups that no other card is in; a card whose group did not come along is in none. */
export function withOwnGroups(cards: readonly ListedCard[]): readonly ListedCard[] {
  const seen = new Set<string>();
  const renewed = new Map<string, string>();
  for (const { attributes } of cards) {
    if (attributes?.group === undefined) continue;
    if (seen.has(attributes.group)) renewed.set(attributes.group, newCardId());
    seen.add(attributes.group);
  }
  return cards.map((card) => {
    const { group, ...kept } = card.attributes ?? {};
    if (group === undefined) return card;
    const own = renewed.get(group);
    return { ...card, attributes: own === undefined ? kept : { ...kept, group: own } };
  });
}

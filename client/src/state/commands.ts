import type { CardText, UndoResult } from "@palabre/shared/documents";
import type {
  CardAttributes,
  CardId,
  CardKind,
  LinkAttributes,
  LinkId,
  Pair,
  Polarity,
  Strength,
} from "@palabre/shared/terms";
import type { RemarkCommands } from "./remarks.ts";

/** What a person can do to a board. Each is one step of undo; each does nothing for those whose role may not edit. */
export interface Commands extends RemarkCommands {
  /** Adds a card, selects it, and opens its text unless it has one; a link to it from the card `from`, or from it to the card `to`, is part of the step. */
  addCard(
    card: NewCard & { readonly from?: CardId | undefined; readonly to?: CardId | undefined } & Holding,
  ): CardId | undefined;
  /** Adds cards with their texts, and links between them, told by their places in the list; selects the cards. */
  addCards(cards: readonly ListedCard[], links?: readonly NewLink[]): readonly CardId[];
  /** Adds a link unless the two cards are the same, or linked in this direction already (that link is then given). */
  addLink(from: CardId, to: CardId, polarity?: Polarity): LinkId | undefined;
  /**
   * Moves cards by [dx, dy] board px in one write; frames take along the cards that say they lie in them.
   * @param frames  the frame in which each of these cards lies from now on, undefined for none
   * @returns whether anything was moved
   */
  moveCards(cards: Iterable<CardId>, by: Pair, frames?: ReadonlyMap<CardId, CardId | undefined>): boolean;
  /**
   * Puts each card where it is said to go and sets facts of it, all in one step; nothing is taken along.
   * @param frames added in the same step
   * @param lying  the frame in which each of these cards lies from now on, undefined for none; those that may not be moved stay in theirs
   * @returns what takes exactly this back, where nobody changed it since; undefined when nothing was changed
   */
  arrange(
    cards: Iterable<Arranged>,
    frames?: readonly NewCard[],
    lying?: ReadonlyMap<CardId, CardId | undefined>,
  ): (() => void) | undefined;
  setCard(card: CardId, values: Loose<CardAttributes>): void;
  /** Sets facts of several cards in one step. @returns whether anything was changed */
  setCards(changes: Iterable<readonly [CardId, Loose<CardAttributes>]>): boolean;
  setLink(link: LinkId, values: Loose<LinkAttributes>): void;
  /** Sets facts of several links in one step. @returns whether anything was changed */
  setLinks(changes: Iterable<readonly [LinkId, Loose<LinkAttributes>]>): boolean;
  /** Adds, sets and throws away links in one step; nothing is selected by it. @returns whether anything was changed */
  changeLinks(changes: Iterable<LinkChange>): boolean;
  /** Puts cards and links in the trash; gives what brings exactly these back. */
  trash(things: Iterable<CardId | LinkId>): (() => void) | undefined;
  /**
   * Takes off the board what this person just put there.
   * @returns how many cards stay, since somebody else has written in them
   */
  takeAway(cards: readonly CardId[]): number;
  bringBack(things: Iterable<CardId | LinkId>): void;
  /** Opens a card's text for typing; closing it makes it one step of undo. */
  openText(card: CardId): CardText | undefined;
  /**
   * For a card whose document is being changed under its text: gives what puts the letters that were typed meanwhile at its end. Where that
   * can't be any more, they are told with the text as it stood.
   */
  holdText(card: CardId): (typed: string) => void;
  /** Takes back one's last act, except what may not be changed any more; undefined when there is none. */
  undo(): UndoResult | undefined;
  redo(): UndoResult | undefined;

  /** Shows a drag to others while it lasts; undefined when it has ended. */
  showDrag(drag: { cards: readonly CardId[]; by: Pair } | undefined): void;
  /** Shows the pointer, in board px; undefined when it left the canvas. */
  showCursor(cursor: Pair | undefined): void;
  select(things: Iterable<CardId | LinkId>): void;
  /** Marks a card as being typed in here; undefined when done. */
  edit(card: CardId | undefined): void;
  /** Brings a card into view, without changing the zoom. */
  lookAt(card: CardId): void;
}
export interface NewCard {
  readonly kind: CardKind;
  readonly position: Pair;
  readonly text?: string;
  readonly attributes?: CardAttributes;
}
/** A new frame's part. */
export interface Holding {
  /** cards that lie in it from now on; those that may not be moved stay where they are said to lie */
  readonly holds?: readonly CardId[] | undefined;
}
export interface ListedCard extends NewCard {
  /** place in the list of the frame in which it lies */
  readonly within?: number | undefined;
}
/** One card's part of a step that arranges many. */
export interface Arranged {
  readonly card: CardId;
  readonly to?: Pair | undefined;
  readonly values?: Loose<CardAttributes> | undefined;
  /** place in the list of the frame that is added, in which it lies from then on */
  readonly within?: number | undefined;
}
/** One link's part of a step that changes many. */
export type LinkChange =
  | {
      readonly type: "add";
      readonly from: CardId;
      readonly to: CardId;
      readonly polarity: Polarity;
      readonly strength: Strength;
    }
  | { readonly type: "set"; readonly link: LinkId; readonly polarity: Polarity; readonly strength: Strength }
  | { readonly type: "trash"; readonly link: LinkId };
export interface NewLink {
  /** places in the list of cards that come with it */
  readonly from: number;
  readonly to: number;
  readonly attributes: LinkAttributes;
}
/** `undefined` unsets. */
export type Loose<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

import { z } from "zod/mini";
import { positionSchema, type Pair } from "./card.ts";
import { cardIdSchema, commentIdSchema, linkIdSchema, type CardId, type CommentId, type LinkId } from "./ids.ts";

/** A card as a comparison names it: enough to be recognised where the card itself is not at hand. */
export interface ComparedCard {
  readonly id: CardId;
  readonly kind: string;
  /** the first line of its text; may be empty */
  readonly title: string;
  readonly position: Pair;
}
export interface ComparedLink {
  readonly id: LinkId;
  readonly from: ComparedCard;
  readonly to: ComparedCard;
}
export interface ComparedComment {
  readonly id: CommentId;
  readonly on: string;
  /** the first line of the card or of the link's first card */
  readonly title: string;
  readonly text: string;
}

/** What of a thing differs: `text`, `position`, or the name of an attribute; for links `polarity`, `strength`, `delay`, `label` also. */
export type Changed<T> = T & { readonly facts: readonly string[] };

/**
 * What lives on one board and not on another, and what lives on both and differs. What is in the trash does not live, nor does a
 * link or comment of what is in the trash.
 */
export interface Differences<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly changed: readonly Changed<T>[];
}
export interface BoardComparison {
  readonly cards: Differences<ComparedCard>;
  readonly links: Differences<ComparedLink>;
  readonly comments: Differences<ComparedComment>;
}

const cardSchema = z.object({ id: cardIdSchema, kind: z.string(), title: z.string(), position: positionSchema });
const linkSchema = z.object({ id: linkIdSchema, from: cardSchema, to: cardSchema });
const commentSchema = z.object({ id: commentIdSchema, on: z.string(), title: z.string(), text: z.string() });
const facts = { facts: z.array(z.string()) };
export const boardComparisonSchema: z.ZodMiniType<BoardComparison> = z.object({
  cards: z.object({
    added: z.array(cardSchema),
    removed: z.array(cardSchema),
    changed: z.array(z.extend(cardSchema, facts)),
  }),
  links: z.object({
    added: z.array(linkSchema),
    removed: z.array(linkSchema),
    changed: z.array(z.extend(linkSchema, facts)),
  }),
  comments: z.object({
    added: z.array(commentSchema),
    removed: z.array(commentSchema),
    changed: z.array(z.extend(commentSchema, facts)),
  }),
});

/** Whether the two boards say the same. */
export const isSame = ({ cards, links, comments }: BoardComparison): boolean =>
  [cards, links, comments].every(({ added, removed, changed }) => added.length + removed.length + changed.length === 0);

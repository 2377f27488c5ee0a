import type { Card } from "./card.ts";
import type { Comment } from "./comment.ts";
import type { CardId, CommentId, LinkId } from "./ids.ts";
import type { Link } from "./link.ts";

/**
 * The whole board as plain, validated, readonly values: all that canvas, analysis, export and tests see.
 *
 * Cards are in order of birth (`at`, then id), trashed ones included. Links and comments whose card is gone are left out.
 * `skipped` counts the entries that could not be read; they stay in the document.
 */
export interface BoardSnapshot {
  readonly cards: ReadonlyMap<CardId, Card>;
  readonly links: ReadonlyMap<LinkId, Link>;
  readonly comments: ReadonlyMap<CommentId, Comment>;
  readonly skipped: number;
}

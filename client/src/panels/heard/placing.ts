import type { ListedPost } from "@palabre/shared/protocol";
import {
  DEFAULT_SIZES,
  isTrashed,
  titleOf,
  type BoardSnapshot,
  type Card,
  type CardAttributes,
  type CardId,
  type ListedTheme,
  type Pair,
  type Quote,
} from "@palabre/shared/terms";
import { viewOf, type BoardState } from "../../state/index.ts";

/** A card that can be put on the board. */
export interface Placeable {
  readonly kind: "expectation" | "quote";
  readonly text: string;
  readonly attributes: CardAttributes;
}

/** The expectation that a theme suggests: it listens for what finds the theme's posts again, so its figures are live. */
export const expectationOf = ({
  id,
  statement,
  query,
}: Pick<ListedTheme, "id" | "statement" | "query">): Placeable => ({
  kind: "expectation",
  text: statement,
  attributes: { query, theme: id },
});

const SOURCE_LENGTH = 200;
/** What somebody wrote, word for word, with where and when. */
export const quoteCardOf = (said: Pick<Quote, "text" | "sourceName" | "at" | "url">): Placeable => ({
  kind: "quote",
  text: said.text,
  attributes: {
    source: said.sourceName.slice(0, SOURCE_LENGTH),
    saidAt: said.at,
    ...(said.url === "" ? {} : { url: said.url }),
  },
});
export const quoteCardOfPost = ({ text, sourceName, at, url }: ListedPost): Placeable =>
  quoteCardOf({ text, sourceName, at, url });

/**
 * The card of the board that a theme suggested, or that listens for it already; undefined while there is none. A theme's query follows
 * its posts and a card's does not, so it is the theme that is remembered.
 */
export function cardOfTheme(
  { cards }: Pick<BoardSnapshot, "cards">,
  { id, query, statement }: Pick<ListedTheme, "id" | "query" | "statement">,
): Card | undefined {
  for (const card of cards.values()) {
    if (card.kind !== "expectation" || isTrashed(card)) continue;
    const { theme, query: listensFor } = card.attributes;
    if (theme === id || listensFor === query || titleOf(card) === statement) return card;
  }
  return undefined;
}

/**
 * Puts a card on the board, in the frame that lies there.
 * @param middle where, in board px; where there is room, if not said
 * @returns undefined when it may not be added, which its person is told
 */
export function place(board: BoardState, { kind, text, attributes }: Placeable, middle?: Pair): CardId | undefined {
  const view = viewOf(board);
  const [width, height] = DEFAULT_SIZES[kind];
  const [x, y] = middle ?? view?.roomFor([width, height]) ?? [0, 0];
  const box = { x: x - width / 2, y: y - height / 2, width, height };
  const frame = view?.frameIn(box);
  return board.commands.addCard({
    kind,
    position: [box.x, box.y],
    text,
    attributes: { ...attributes, ...(frame === undefined ? {} : { frame }) },
  });
}

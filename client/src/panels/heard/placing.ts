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
  type ThemeId,
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
 * The cards of the board that themes suggested, or that listen for them already. A theme's query follows its posts and a card's does
 * not, so it is the theme that is remembered. Goes through the cards once, however many themes there are.
 */
export function findPlaced(
  { cards }: Pick<BoardSnapshot, "cards">,
  themes: readonly Pick<ListedTheme, "id" | "query" | "statement">[],
): ReadonlyMap<ThemeId, Card> {
  const [suggested, listening, titled] = [new Map<string, Card>(), new Map<string, Card>(), new Map<string, Card>()];
  for (const card of cards.values()) {
    if (card.kind !== "expectation" || isTrashed(card)) continue;
    const { theme, query } = card.attributes;
    if (theme !== undefined) suggested.set(theme, card);
    if (query !== undefined) listening.set(query, card);
    titled.set(titleOf(card), card);
  }
  const placed = new Map<ThemeId, Card>();
  for (const { id, query, statement } of themes) {
    const card = suggested.get(id) ?? listening.get(query) ?? titled.get(statement);
    if (card) placed.set(id, card);
  }
  return placed;
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
  // an earlier version that is looked at may show one that is gone
  const isIn = frame !== undefined && board.card(frame) !== undefined;
  return board.commands.addCard({
    kind,
    position: [box.x, box.y],
    text,
    attributes: { ...attributes, ...(isIn && { frame }) },
  });
}

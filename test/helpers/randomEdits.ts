import {
  applyEdits,
  createUndoHistory,
  inverseOf,
  openCardText,
  readBoard,
  type BoardDoc,
  type Edit,
  type UndoHistory,
} from "@palabre/shared/documents";
import {
  CARD_KINDS,
  newCardId,
  newCommentId,
  newLinkId,
  type BoardSnapshot,
  type PersonId,
} from "@palabre/shared/terms";
import type { Random } from "./seeded.ts";

/** A person who does anything that the page lets people do, without a plan. */
export interface Hand {
  act(): void;
}

const MOST_CARDS = 60;

/** @param person in whose name things are made */
export function openHand(doc: BoardDoc, person: PersonId, random: Random): Hand {
  const history: UndoHistory = createUndoHistory();
  const edit = (...edits: readonly Edit[]) => history.did(inverseOf(doc, applyEdits(doc, edits)));
  const type = (board: BoardSnapshot) => {
    const card = random.pick([...board.cards.keys()]);
    const text = openCardText(doc, card);
    if (!text) return;
    // a few strokes, as one sitting
    for (let stroke = 1 + random.integer(6); stroke > 0; stroke -= 1) {
      const before = text.value();
      const at = random.integer(before.length + 1);
      const removed = before.length > 300 ? 100 : random.integer(4);
      text.edit(
        `${before.slice(0, at)}${random.pick(["é", "arbre ", "🌳", "\n", ""])}${before.slice(at + removed)}`,
        at,
      );
      if (random.chance(0.1)) text.undo();
    }
    history.did(text.close());
  };
  return {
    act: () => {
      const board = readBoard(doc);
      const cards = [...board.cards.keys()];
      const place = () => [random.integer(5_000), random.integer(5_000)] as const;
      const made = { at: Date.now(), by: person };
      if (cards.length === 0 || (random.chance(0.15) && cards.length < MOST_CARDS)) {
        const kind = random.pick(CARD_KINDS);
        return edit({ type: "addCard", id: newCardId(), kind, position: place(), text: "Palabre", ...made });
      }
      const card = random.pick(cards);
      switch (random.integer(9)) {
        case 0:
          return edit({
            type: "moveCards",
            moves: cards.filter(() => random.chance(0.1)).map((moved) => ({ card: moved, to: place() })),
          });
        case 1:
        case 2:
          return type(board);
        case 3:
          return edit({
            type: "setAttributes",
            on: card,
            values: {
              colour: random.pick(["red", "green", undefined]),
              cost: random.pick([1, 2, undefined]),
              mark: random.pick([{ a: [1] }, undefined]),
            },
          });
        case 4:
          return edit(
            random.chance(0.5)
              ? { type: "trash", things: [card], at: Date.now() }
              : { type: "bringBack", things: [card] },
          );
        case 5:
          if (board.links.size > 100) return;
          return edit({
            type: "addLink",
            id: newLinkId(),
            from: card,
            to: random.pick(cards),
            polarity: random.pick(["+", "-"]),
            ...made,
          });
        case 6:
          if (board.comments.size > 100) return;
          return edit({ type: "addComment", id: newCommentId(), on: card, text: "oui", ...made });
        case 7:
          return void history.redo();
        default:
          return void history.undo();
      }
    },
  };
}

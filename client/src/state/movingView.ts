import { openBoardView, type BoardDoc, type BoardView } from "@palabre/shared/documents";
import type { CardId, LinkId } from "@palabre/shared/terms";

/** A view that goes on over another document, for those who look at the board and not at its document. */
export interface MovingView extends BoardView {
  /**
   * Reads another document from here on; tells of everything that either of the two holds as of a change of this page's own, for whoever
   * shows it, and as done by others only of what came with the new one.
   */
  moveTo(doc: BoardDoc): void;
}

export function openMovingView(doc: BoardDoc): MovingView {
  const listeners = new Set<Parameters<BoardView["subscribe"]>[0]>();
  const tell: Parameters<BoardView["subscribe"]>[0] = (change) => {
    for (const listener of listeners) listener(change);
  };
  let view = openBoardView(doc);
  view.subscribe(tell);
  return {
    card: (id) => view.card(id),
    link: (id) => view.link(id),
    snapshot: () => view.snapshot(),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    moveTo: (next) => {
      const [before, after] = [view, openBoardView(next)];
      view = after;
      after.subscribe(tell);
      const [old, now] = [before.snapshot(), after.snapshot()];
      before.close();
      const writers = () => [];
      tell({
        mine: true,
        writers,
        facts: [
          ...[...new Set([...old.cards.keys(), ...now.cards.keys()])].map(cardFact),
          ...[...new Set([...old.links.keys(), ...now.links.keys()])].map(linkFact),
        ],
      });
      tell({
        mine: false,
        writers,
        facts: [
          ...come(old.cards, now.cards).map(cardFact),
          ...come(old.links, now.links).map(linkFact),
          ...come(old.comments, now.comments).map((comment) => ({ type: "comment", comment }) as const),
        ],
      });
    },
    close: () => {
      listeners.clear();
      view.close();
    },
  };
}

const cardFact = (card: CardId) => ({ type: "card", card }) as const;
const linkFact = (link: LinkId) => ({ type: "link", link }) as const;

type Things<Id> = ReadonlyMap<Id, { readonly attributes: { readonly trashedAt?: number | undefined } }>;
/** What lives in the second and is not in the first. */
const come = <Id>(before: Things<Id>, after: Things<Id>): readonly Id[] =>
  [...after].flatMap(([id, { attributes }]) => (before.has(id) || attributes.trashedAt !== undefined ? [] : [id]));

import { openBoardView, type BoardDoc, type BoardView } from "@palabre/shared/documents";

/** A view that goes on over another document, for those who look at the board and not at its document. */
export interface MovingView extends BoardView {
  /** Reads another document from here on; tells of everything that either of the two holds. */
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
      const boards = [before.snapshot(), after.snapshot()];
      before.close();
      const cards = new Set(boards.flatMap((board) => [...board.cards.keys()]));
      const links = new Set(boards.flatMap((board) => [...board.links.keys()]));
      tell({
        mine: false,
        writers: () => [],
        facts: [
          ...[...cards].map((card) => ({ type: "card", card }) as const),
          ...[...links].map((link) => ({ type: "link", link }) as const),
        ],
      });
    },
    close: () => {
      listeners.clear();
      view.close();
    },
  };
}

import { applyUpdate, createBoardDoc, createUndoHistory, openBoardView } from "@palabre/shared/documents";
import type { BoardState } from "./boardState.ts";
import type { Other } from "../sync/index.ts";

const NOBODY: readonly Other[] = [];
/** What stays as it is on the live board; the rest of what can be told of never changes, since a version doesn't. */
const LIVE_TOPICS: ReadonlySet<string> = new Set(["workshop", "annotations", "status"]);

/**
 * An earlier state of a board, as a screen reads the board itself: the same people and the same view of it, and nothing to be changed.
 * Figures are left out: what the community says now was not said of the cards of then.
 * @param bytes one Yjs update
 * @throws what Yjs throws when the bytes are no update
 */
export function openVersionState(live: BoardState, bytes: Uint8Array): BoardState {
  const doc = createBoardDoc();
  applyUpdate(doc, bytes);
  const view = openBoardView(doc);
  const undo = createUndoHistory();
  const { ui } = live;
  return {
    ...live,
    mayEdit: false,
    mayFacilitate: false,
    mayRemark: () => false,
    isLocked: () => false,
    undo,
    commands: {
      addCard: () => undefined,
      addCards: () => [],
      addLink: () => undefined,
      moveCards: () => false,
      arrange: () => undefined,
      setCard: () => {},
      setCards: () => false,
      setLink: () => {},
      setLinks: () => false,
      changeLinks: () => false,
      trash: () => undefined,
      takeAway: () => 0,
      bringBack: () => {},
      openText: () => undefined,
      holdText: () => () => {},
      comment: () => undefined,
      resolveComment: () => {},
      takeBackComment: () => undefined,
      react: () => {},
      undo: () => undefined,
      redo: () => undefined,
      showDrag: () => {},
      showCursor: () => {},
      // others see what is chosen on the board of now
      select: (things) => ui.set({ selection: new Set(things) }),
      edit: () => {},
      lookAt: (card) => ui.set({ lookAt: { card } }),
    },
    card: view.card,
    link: view.link,
    snapshot: view.snapshot,
    annotation: () => undefined,
    others: () => NOBODY,
    subscribe: (topic, listener) => (LIVE_TOPICS.has(topic) ? live.subscribe(topic, listener) : () => {}),
    onChange: () => () => {},
    loaded: Promise.resolve(),
    close: () => {
      undo.close();
      view.close();
      doc.destroy();
    },
  };
}

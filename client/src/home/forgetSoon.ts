import type { BoardId } from "@palabre/shared/terms";
import { api } from "../api/index.ts";
import { forgetAllOf, forgetWaiting } from "../offline/index.ts";
import { loadForgetting } from "../state/index.ts";
import { showToast } from "../ui/index.ts";
import { createLeaving, type ForgetWords } from "./leaving.ts";
import { getRoute, subscribeToRoute } from "./navigation.ts";

/** at hand before it is needed: a page that is being left fetches nothing more */
let forgetKept: ((board: BoardId) => Promise<void>) | undefined;

/** The page's own. */
export const leaving = createLeaving({
  forget: api.forget,
  erase: (board) => {
    void forgetKept?.(board);
    void forgetWaiting(board);
    forgetAllOf(board);
  },
  show: ({ text, undo, onUndo, onLapse }) => showToast({ text, action: { label: undo, onAction: onUndo }, onLapse }),
  whenOpened: (listener) =>
    subscribeToRoute(() => {
      const route = getRoute();
      if (route.page === "board") listener(route.boardId);
    }),
  whenPageGoes: (listener) => {
    addEventListener("pagehide", listener);
    return () => removeEventListener("pagehide", listener);
  },
  hasNetwork: () => navigator.onLine,
});

/** Leaves a board soon, unless its person undoes that, or opens the board by whatever way. */
export const forgetSoon = (board: BoardId, words: ForgetWords): void => {
  void loadForgetting().then(
    (loaded) => (forgetKept = loaded),
    () => undefined,
  );
  leaving.forgetSoon(board, words);
};

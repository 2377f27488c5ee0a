import type { BoardId } from "@palabre/shared/terms";
import { api } from "../api/index.ts";
import { forgetAllOf, forgetWaiting } from "../offline/index.ts";
import { loadForgetting } from "../state/index.ts";
import { showToast } from "../ui/index.ts";

export interface ForgetWords {
  readonly text: string;
  readonly undo: string;
  readonly onUndo: () => void;
  readonly onFault: (cause: unknown) => void;
}

/**
 * Leaves a board once nobody can undo it any more: when the toast lapses, or with the page. A session that is gone can't be brought
 * back without a link, so nothing is sent before. What this device keeps of the board goes with it.
 */
export const forgetSoon = (board: BoardId, { text, undo, onUndo, onFault }: ForgetWords): void => {
  let isSettled = false;
  const settle = (act: () => void): void => {
    if (isSettled) return;
    isSettled = true;
    removeEventListener("pagehide", onLeave);
    act();
  };
  // at hand before it is needed: a page that is being left fetches nothing more
  let forgetKept: ((board: BoardId) => Promise<void>) | undefined;
  void loadForgetting().then(
    (loaded) => (forgetKept = loaded),
    () => undefined,
  );
  const leave = (options?: { readonly keepalive: boolean }): void => {
    void forgetKept?.(board);
    void forgetWaiting(board);
    forgetAllOf(board);
    api.forget(board, options).catch(onFault);
  };
  const onLeave = (): void => settle(() => leave({ keepalive: true }));
  addEventListener("pagehide", onLeave);
  showToast({
    text,
    action: { label: undo, onAction: () => settle(onUndo) },
    onLapse: () => settle(leave),
  });
};

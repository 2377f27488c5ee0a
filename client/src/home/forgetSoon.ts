import type { BoardId } from "@palabre/shared/terms";
import { api } from "../api/index.ts";
import { showToast } from "../ui/index.ts";

export interface ForgetWords {
  readonly text: string;
  readonly undo: string;
  readonly onUndo: () => void;
  readonly onFault: (cause: unknown) => void;
}

/**
 * Leaves a board once nobody can undo it any more: when the toast lapses, or with the page. A session that is gone can't be brought
 * back without a link, so nothing is sent before.
 */
export const forgetSoon = (board: BoardId, { text, undo, onUndo, onFault }: ForgetWords): void => {
  let isSettled = false;
  const settle = (act: () => void): void => {
    if (isSettled) return;
    isSettled = true;
    removeEventListener("pagehide", onLeave);
    act();
  };
  const onLeave = (): void => settle(() => void api.forget(board, { keepalive: true }).catch(onFault));
  addEventListener("pagehide", onLeave);
  showToast({
    text,
    action: { label: undo, onAction: () => settle(onUndo) },
    onLapse: () => settle(() => void api.forget(board).catch(onFault)),
  });
};

import type { Deed, Forbidden } from "@palabre/shared/facilitation";
import { useEffect } from "react";
import { useText, type MessageKey } from "../i18n/index.ts";
import type { BoardState } from "../state/index.ts";
import { showToast } from "../ui/index.ts";

/** Says why something that was tried was not done. */
export function useForbidden(board: BoardState): void {
  const { t } = useText();
  useEffect(
    () =>
      board.subscribe("forbidden", () => {
        const refusal = board.forbidden();
        if (refusal?.reason === "full")
          showToast({ text: t("board.full", { most: refusal.most, n: refusal.left }), tone: "warn" });
        else if (refusal !== undefined) showToast({ text: t(wordOf(refusal, board)) });
      }),
    [board, t],
  );
}

const WORDS = {
  role: "canvas.readOnly",
  muted: "board.muted",
  frozen: "canvas.frozen",
  phase: "board.whyPhase",
  "not-yours": "board.whyNotYours",
  locked: "canvas.locked",
} as const satisfies Readonly<Record<Forbidden, MessageKey>>;

const wordOf = (
  { reason, deed }: { readonly reason: Forbidden; readonly deed: Deed },
  board: BoardState,
): (typeof WORDS)[Forbidden] | "canvas.lockedBy" =>
  reason === "locked" && "on" in deed && board.isLockedByFacilitator(deed.on) ? "canvas.lockedBy" : WORDS[reason];

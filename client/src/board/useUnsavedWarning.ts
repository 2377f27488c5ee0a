import { useEffect } from "react";
import { useText } from "../i18n/index.ts";
import { isLostByLeaving, type BoardState } from "../state/index.ts";
import { beforeLeaving } from "../ui/index.ts";

/** It is asked before leaving, only while something made here is neither on the server's disk nor on this device's. */
export function useUnsavedWarning(board: BoardState): void {
  const { t } = useText();
  useEffect(() => {
    const isLost = (): boolean => isLostByLeaving(board.waiting()) || board.ui.get().unsavedSteps > 0;
    const onBeforeUnload = (event: BeforeUnloadEvent): void => {
      if (isLost()) event.preventDefault();
    };
    addEventListener("beforeunload", onBeforeUnload);
    // the browser asks by itself where its page goes, and not where one of ours follows another
    const stopAsking = beforeLeaving(() => !isLost() || window.confirm(t("board.leave")));
    return () => {
      removeEventListener("beforeunload", onBeforeUnload);
      stopAsking();
    };
  }, [board, t]);
}

import type { VersionFacts } from "@palabre/shared/protocol";
import { api } from "../api/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard } from "../state/index.ts";
import { showToast } from "../ui/index.ts";
import { whenWords } from "./whenWords.ts";
import { asAppError, useNow } from "./pieces/index.ts";

/** Brings the board back to a version, and offers the way back from there: the board of before was kept. True once it is done. */
export function useRestore(): (version: VersionFacts) => Promise<boolean> {
  const text = useText();
  const { t, error } = text;
  const { me, ui } = useBoard();
  const now = useNow();
  return async (version) => {
    try {
      const before = await api.restoreVersion(me.id, version.id);
      ui.set({ version: undefined });
      showToast({
        text: t("history.restored", { when: whenWords(version.at, now, text) }),
        // by then others may have gone on: the question says what of theirs would go
        action: { label: t("history.undoAsk"), onAction: () => ui.set({ dialog: "restore", restoring: before }) },
      });
      return true;
    } catch (cause) {
      showToast({ text: error(asAppError(cause)), tone: "warn" });
      return false;
    }
  };
}

import type { CreateBoard } from "@palabre/shared/protocol";
import { api, toAppError } from "../api/index.ts";
import { useText } from "../i18n/index.ts";
import { showToast } from "../ui/index.ts";
import { goToBoard } from "./navigation.ts";

/** Makes a board and goes to it as its facilitator. A fault is said in a toast; true when it went well. */
export const useStart = (): ((board: CreateBoard) => Promise<boolean>) => {
  const { error } = useText();
  return async (board) => {
    try {
      const { id, links } = await api.createBoard(board);
      goToBoard(id, new URL(links.facilitator).hash.slice(1));
      return true;
    } catch (cause) {
      showToast({ text: error(toAppError(cause)), tone: "warn" });
      return false;
    }
  };
};

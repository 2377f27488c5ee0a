import { useEffect, useState } from "react";
import { AppError } from "@palabre/shared/errors";
import { api } from "../api/index.ts";
import { useText } from "../i18n/index.ts";
import { whenWords } from "../panels/index.ts";
import { loadVersionState, useUi, type BoardState } from "../state/index.ts";
import { announce, showToast } from "../ui/index.ts";
import { revealCard } from "./revealCard.ts";

/**
 * The version that is looked at, once it has been fetched; undefined: the board of now.
 * @param isCovered  whether a panel covers the board: it makes room for what is to be seen
 */
export function useVersion(board: BoardState, isCovered: boolean): BoardState | undefined {
  const text = useText();
  const version = useUi((ui) => ui.version);
  const [opened, setOpened] = useState<{ readonly id: string; readonly state: BoardState }>();

  useEffect(() => {
    if (!version) return;
    const stop = new AbortController();
    let state: BoardState | undefined;
    const open = async (): Promise<void> => {
      const [bytes, openVersionState] = await Promise.all([
        api.versionBytes(board.me.id, version.id, stop.signal),
        loadVersionState(),
      ]);
      if (stop.signal.aborted) return;
      state = openVersionState(board, bytes);
      // what stands on its toolbar is for the board of now
      board.ui.set({ tool: { type: "select" }, editing: undefined });
      setOpened({ id: version.id, state });
      announce(text.t("version.looking", { when: whenWords(version.at, Date.now(), text) }));
    };
    open().catch((cause: unknown) => {
      if (stop.signal.aborted) return;
      board.ui.set({ version: undefined });
      const fault =
        cause instanceof AppError ? cause : new AppError("damaged-document", "the version can't be read", { cause });
      showToast({ text: text.error(fault), tone: "warn" });
    });
    return () => {
      stop.abort();
      setOpened(undefined);
      const past = state;
      // once the canvas looks at something else
      if (past) setTimeout(() => past.close());
    };
    // oxlint-disable-next-line react/exhaustive-deps -- another language does not fetch the version again
  }, [board, version]);

  useEffect(() => {
    if (version && isCovered) board.ui.set({ panel: undefined });
  }, [board, version, isCovered]);

  const state = version && opened?.id === version.id ? opened.state : undefined;
  useEffect(() => {
    const card = board.ui.get().lookAt?.card;
    // a card that was asked for before its version was there
    if (state && card) requestAnimationFrame(() => revealCard(state, card));
  }, [board, state]);
  return state;
}

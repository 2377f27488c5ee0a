import type { CardId } from "@palabre/shared/terms";
import type { CardsConnection } from "../sync/index.ts";
import type { UiStore } from "./uiState.ts";

/**
 * Whoever types is stopped while the document is changed under the text, and goes on in the same card after, unless they are in
 * another by then. Board and draft lie side by side, and one of them is changed without the other: a text of the other is nobody's
 * business here.
 */
export function resumeTyping(
  connection: Pick<CardsConnection, "onRefused" | "onSwap" | "onRestored">,
  ui: UiStore,
  isOwn: (card: CardId) => boolean,
  edit: (card: CardId) => void,
): () => void {
  let stopped: CardId | undefined;
  const forget = (): void => {
    if (stopped !== undefined && ui.get().resuming === stopped) ui.set({ resuming: undefined });
    stopped = undefined;
  };
  const stop = (): void => {
    const { editing } = ui.get();
    if (editing === undefined || !isOwn(editing)) return;
    stopped = editing;
    ui.set({ editing: undefined, resuming: editing });
  };
  const undoings = [
    connection.onRefused(stop),
    // whoever has opened a text since is bound to the document that goes
    connection.onSwap(stop),
    connection.onRestored(() => {
      const { editing, resuming } = ui.get();
      if (stopped !== undefined && resuming === stopped && isOwn(stopped) && editing === undefined) edit(stopped);
      forget();
    }),
    forget,
  ];
  return () => {
    for (const undoing of undoings) undoing();
  };
}

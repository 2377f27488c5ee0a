import type { CardId } from "@palabre/shared/terms";
import type { CardsConnection } from "../sync/index.ts";
import type { UiStore } from "./uiState.ts";

/**
 * Whoever types is stopped while the document is changed under the text, and goes on in the same card after. Who opens a text meanwhile
 * goes on in that one, and in it still if it is stopped in its turn. Board and draft lie side by side, and one of them is changed without
 * the other: a text of the other is nobody's business here.
 */
export function resumeTyping(
  connection: Pick<CardsConnection, "onRefused" | "onRestored">,
  ui: UiStore,
  isOwn: (card: CardId) => boolean,
  edit: (card: CardId) => void,
): () => void {
  let stopped: CardId | undefined;
  const forget = (): void => {
    const was = stopped;
    stopped = undefined;
    if (was !== undefined && ui.get().resuming === was) ui.set({ resuming: undefined });
  };
  const undoings = [
    connection.onRefused(() => {
      const { editing } = ui.get();
      if (editing === undefined || !isOwn(editing)) return;
      stopped = editing;
      ui.set({ editing: undefined, resuming: editing });
    }),
    connection.onRestored(() => {
      if (stopped !== undefined && ui.get().resuming === stopped && isOwn(stopped)) edit(stopped);
      forget();
    }),
    ui.subscribe(() => {
      if (ui.get().editing !== undefined) forget();
    }),
    forget,
  ];
  return () => {
    for (const undoing of undoings) undoing();
  };
}

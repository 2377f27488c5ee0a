import { useEffect } from "react";
import type { BoardState } from "../state/index.ts";

/** A hand that types does not stop at once; after this the keys are the board's again. */
const HOLD_MS = 3_000;

/**
 * While the document is changed under somebody who types, their letters are no shortcuts: they are held, and put where they were meant
 * to go once the card is open again.
 */
export function useResuming(board: BoardState): void {
  useEffect(() => {
    let held = "";
    let release = () => {};
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key.length > 1 && !HELD_KEYS.has(event.key)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key.length === 1) held += event.key;
      else if (event.key === "Enter") held += "\n";
      else held = held.slice(0, -1);
    };
    const hold = (): void => {
      held = "";
      addEventListener("keydown", onKey, { capture: true });
      const timer = setTimeout(() => release(), HOLD_MS);
      release = () => {
        clearTimeout(timer);
        removeEventListener("keydown", onKey, { capture: true });
        release = () => {};
      };
    };
    let before = board.ui.get().resuming;
    const unsubscribe = board.ui.subscribe(() => {
      const { resuming, editing } = board.ui.get();
      const isOver = resuming === undefined && before !== undefined;
      if (resuming !== undefined && before === undefined) hold();
      before = resuming;
      if (!isOver) return;
      release();
      if (editing === undefined || held === "") return;
      const typed = held;
      held = "";
      const text = board.commands.openText(editing);
      text?.edit(text.value() + typed);
      text?.close();
    });
    return () => {
      unsubscribe();
      release();
    };
  }, [board]);
}

const HELD_KEYS: ReadonlySet<string> = new Set(["Enter", "Backspace", "Delete"]);

import type { CardId } from "@palabre/shared/terms";
import { useEffect } from "react";
import type { BoardState } from "../state/index.ts";

/** A hand that types does not stop at once; after this the keys are the board's again. */
const HOLD_MS = 3_000;

/**
 * While the document is changed under somebody who types, their letters are no shortcuts: they are held, and put into the card they were
 * typed in once that is there again, or told where it can't take them. Whoever opens another card meanwhile types in that one.
 */
export function useResuming(board: BoardState): void {
  useEffect(() => {
    const held = new Map<CardId, { typed: string; readonly put: (typed: string) => void }>();
    let release = () => {};
    const hold = (card: CardId): void => {
      release();
      const letters = held.get(card) ?? { typed: "", put: board.commands.holdText(card) };
      held.set(card, letters);
      const onKey = (event: KeyboardEvent): void => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key.length > 1 && !HELD_KEYS.has(event.key)) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        letters.typed = typedOn(letters.typed, event.key);
      };
      addEventListener("keydown", onKey, { capture: true });
      const timer = setTimeout(() => release(), HOLD_MS);
      release = () => {
        clearTimeout(timer);
        removeEventListener("keydown", onKey, { capture: true });
        release = () => {};
      };
    };
    const put = (): void => {
      const all = [...held.values()];
      held.clear();
      for (const { typed, put: putIn } of all) if (typed !== "") putIn(typed);
    };
    let before = board.ui.get().resuming;
    const unsubscribe = board.ui.subscribe(() => {
      const { resuming } = board.ui.get();
      if (resuming === before) return;
      before = resuming;
      if (resuming !== undefined) return hold(resuming);
      release();
      put();
    });
    return () => {
      unsubscribe();
      release();
    };
  }, [board]);
}

const HELD_KEYS: ReadonlySet<string> = new Set(["Enter", "Backspace", "Delete"]);

function typedOn(text: string, key: string): string {
  if (key === "Enter") return `${text}\n`;
  return key.length === 1 ? text + key : text.slice(0, -1);
}

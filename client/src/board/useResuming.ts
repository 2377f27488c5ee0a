import type { CardId } from "@palabre/shared/terms";
import { useEffect } from "react";
import type { BoardState } from "../state/index.ts";

/** A hand that types does not stop at once; after this the keys are the board's again. */
const HOLD_MS = 3_000;

/**
 * While the document is changed under somebody who types, their letters are no shortcuts: they are held, and put into the card they were
 * typed in once that is there again. Whoever opens another card meanwhile types in that one.
 */
export function useResuming(board: BoardState): void {
  useEffect(() => {
    const held = new Map<CardId, string>();
    let release = () => {};
    const hold = (card: CardId): void => {
      release();
      const onKey = (event: KeyboardEvent): void => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key.length > 1 && !HELD_KEYS.has(event.key)) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        held.set(card, typedOn(held.get(card) ?? "", event.key));
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
      const all = [...held];
      held.clear();
      for (const [card, typed] of all) {
        const text = board.commands.openText(card);
        text?.edit(text.value() + typed);
        text?.close();
      }
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

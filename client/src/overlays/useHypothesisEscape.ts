import { useEffect } from "react";
import { useText } from "../i18n/index.ts";
import { useBoard } from "../state/index.ts";
import { stopSupposing } from "./stopSupposing.ts";
import { asItCounts, isSupposing } from "./suppose.ts";

/** What has an Escape of its own; a slider has none. */
const OWN_ESCAPE =
  'input:not([type="range"]), textarea, [contenteditable="true"], [role="menu"], [role="listbox"], [role="dialog"], [role="alertdialog"], [role="combobox"]';

/**
 * Esc ends a hypothesis wherever the keyboard is, before it closes a panel or lets go of a card; a tool in hand is put down first.
 */
export function useHypothesisEscape(): void {
  const board = useBoard();
  const text = useText();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest(OWN_ESCAPE) !== null) return;
      const { hypothesis, tool, editing } = board.ui.get();
      if (!hypothesis || !isSupposing(asItCounts(hypothesis, board.snapshot().cards))) return;
      if (tool.type !== "select" || editing !== undefined) return;
      event.preventDefault();
      event.stopPropagation();
      stopSupposing(board, text);
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [board, text]);
}

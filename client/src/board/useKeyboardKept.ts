import { useEffect } from "react";
import { giveToBoard } from "../ui/index.ts";
import { DIALOGS, keepInDialog } from "./keepInDialog.ts";

/** What holds the keyboard by itself, and gives it back when it closes. */
const HOLDERS = `${DIALOGS}, [role=menu], [role=listbox]`;

/**
 * When it is looked, ms after a press: not before whoever knows a better place has taken it, and again, since what goes may go a moment
 * later. By a clock: a frame that is asked for would be drawn for nothing.
 */
const LOOKS_MS = [50, 120, 250, 500] as const;

/**
 * What has the keyboard may go away by its own press: a button with its slip, a comment with its bin, the cards that are deleted. The
 * keyboard then goes on in the panel where that stood, at what stood nearest in a dialog, else on the board, instead of nowhere.
 */
export function useKeyboardKept(): void {
  useEffect(() => {
    let last: Element | undefined;
    let panel: HTMLElement | null = null;
    let isToast = false;
    let timers: readonly ReturnType<typeof setTimeout>[] = [];
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element)) return;
      last = target;
      panel = target.closest<HTMLElement>("[data-panel]");
      isToast = target.closest("[data-toasts]") !== null;
    };
    const look = (): void => {
      const isNowhere = document.activeElement === null || document.activeElement === document.body;
      if (!isNowhere || last === undefined || last.getClientRects().length > 0) return;
      if (document.querySelector(HOLDERS) !== null) {
        // it lay above a dialog, and what it was reached from is gone as well
        if (isToast) [...document.querySelectorAll<HTMLElement>(DIALOGS)].at(-1)?.focus();
        return;
      }
      if (panel?.isConnected !== true) return giveToBoard();
      panel.tabIndex = -1;
      panel.focus({ preventScroll: true });
    };
    const forget = (): void => timers.forEach((timer) => clearTimeout(timer));
    const soon = (): void => {
      forget();
      timers = LOOKS_MS.map((ms) => setTimeout(look, ms));
    };
    const release = keepInDialog();
    // on the way down: what lies inside may keep them to itself
    window.addEventListener("focusin", onFocus, true);
    // some browsers tell when what is removed had the keyboard, whenever that is
    window.addEventListener("focusout", soon, true);
    window.addEventListener("keydown", soon, true);
    window.addEventListener("keyup", soon, true);
    window.addEventListener("click", soon, true);
    return () => {
      forget();
      release();
      window.removeEventListener("focusin", onFocus, true);
      window.removeEventListener("focusout", soon, true);
      window.removeEventListener("keydown", soon, true);
      window.removeEventListener("keyup", soon, true);
      window.removeEventListener("click", soon, true);
    };
  }, []);
}

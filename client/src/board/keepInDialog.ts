import { nearestPlace } from "./nearestPlace.ts";

export const DIALOGS = "[role=dialog], [role=alertdialog]";

/**
 * What has the keyboard in a dialog may be taken out by its own press: a link, a row, a question. The keyboard then goes on at what
 * stood nearest, at once: a moment later React Aria takes it to the dialog's first control, which is what closes it.
 * @returns ends it
 */
export function keepInDialog(): () => void {
  let last: Element | undefined;
  let dialog: HTMLElement | null = null;
  const parts = new MutationObserver((changes) => {
    const isNowhere = document.activeElement === null || document.activeElement === document.body;
    if (isNowhere && last && dialog?.isConnected === true) nearestPlace(changes, last, dialog)?.focus();
  });
  const onFocus = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element)) return;
    last = target;
    const around = target.closest<HTMLElement>(DIALOGS);
    if (around === dialog) return;
    dialog = around;
    parts.disconnect();
    if (dialog) parts.observe(dialog, { childList: true, subtree: true });
  };
  window.addEventListener("focusin", onFocus, true);
  return () => {
    parts.disconnect();
    window.removeEventListener("focusin", onFocus, true);
  };
}

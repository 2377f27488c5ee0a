import type { ActionContext } from "../action.ts";
import { askPlace } from "./useClipboard.ts";

/** What a menu does by the clipboard: the browser is asked for the event that its keys would bring, or the keys are told. */
export function askClipboard({ text, toast }: ActionContext, what: "copy" | "cut"): void {
  // the menu that was pressed still has the keyboard, and would keep the event
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  // nothing else puts HTML of our own into the clipboard in every browser
  if (!document.execCommand(what)) toast({ text: text.t("arrange.copyAdvice") });
}

export function pasteFromMenu({ text, toast, at }: ActionContext): void {
  const read = async () => {
    const clipboardData = new DataTransfer();
    for (const item of await navigator.clipboard.read())
      for (const type of item.types) {
        if (!type.startsWith("text/")) continue;
        const blob = await item.getType(type);
        clipboardData.setData(type, await blob.text());
      }
    askPlace(at);
    // from here on it is as if the keys had been pressed
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  };
  // without permission the keys still do
  read().catch(() => toast({ text: text.t("arrange.pasteAdvice") }));
}

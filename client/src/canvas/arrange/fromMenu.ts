import type { ActionContext } from "../action.ts";
import { askPlace } from "../pastePlace.ts";

/** What a menu does by the clipboard: the browser is asked for the event that its keys would bring, or the keys are told. */
export function askClipboard({ text, toast }: ActionContext, what: "copy" | "cut"): void {
  // the menu that was pressed still has the keyboard, and would keep the event
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  // nothing else puts HTML of our own into the clipboard in every browser
  if (!document.execCommand(what)) toast({ text: text.t("arrange.copyAdvice") });
}

/** A clipboard knows no name of an image, and this one makes no title. */
const NAMELESS = "image";

export function pasteFromMenu({ text, toast, at }: ActionContext): void {
  // the keys are handed files, and work without permission
  const advise = () => toast({ text: text.t("arrange.pasteAdvice") });
  const read = async () => {
    const clipboardData = new DataTransfer();
    for (const item of await navigator.clipboard.read())
      for (const type of item.types) {
        if (!/^(?:text|image)\//.test(type)) continue;
        const blob = await item.getType(type);
        if (type.startsWith("text/")) clipboardData.setData(type, await blob.text());
        else clipboardData.items.add(new File([blob], NAMELESS, { type }));
      }
    if (clipboardData.types.length === 0) return advise();
    // from here on it is as if the keys had been pressed
    const paste = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    if (at) askPlace(paste, at);
    document.body.dispatchEvent(paste);
  };
  read().catch(advise);
}

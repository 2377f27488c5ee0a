/** Puts text on the clipboard; false where the browser forbids it (no permission, no https). */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // the caller shows the text so that it can be copied by hand
    return copyBySelection(text);
  }
};

/** For pages without https, as in a room with its own server: the clipboard of old, by a selection. */
const copyBySelection = (text: string): boolean => {
  const field = document.createElement("textarea");
  const focused = document.activeElement;
  field.value = text;
  field.style.position = "fixed";
  field.style.opacity = "0";
  // inside the open dialog, where the focus is allowed to be
  (focused?.closest("[role=dialog],[role=alertdialog]") ?? document.body).append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
};

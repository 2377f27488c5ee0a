import { useEffect } from "react";

/** Esc ends what is going on, before a panel or the canvas takes the key for itself; in fields, menus and dialogs it is theirs. */
export function useEscape(isOn: boolean, onEscape: () => void): void {
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.defaultPrevented || !(event.target instanceof Element)) return;
      if (event.target.closest("input, textarea, [contenteditable], [role=listbox], [role=menu], [role=dialog]"))
        return;
      event.preventDefault();
      event.stopPropagation();
      onEscape();
    };
    window.addEventListener("keydown", onKeyDown, true);
    return () => window.removeEventListener("keydown", onKeyDown, true);
  }, [isOn, onEscape]);
}

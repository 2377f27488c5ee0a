import { useEffect, useRef, type FocusEventHandler } from "react";

/**
 * What the workshop takes away takes the keyboard with it: it goes to the title of what took its place.
 * @param shown  what the page is about
 * @returns what its main part listens by
 */
export function useKeyboard(shown: string): { readonly onFocus: FocusEventHandler; readonly onBlur: () => void } {
  /** where the keyboard is, or was when that went away: what is removed says nothing of it */
  const main = useRef<Element>(undefined);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    if (!main.current || document.activeElement !== document.body) return;
    const title = main.current.querySelector("h1");
    if (!title) return;
    title.tabIndex = -1;
    title.focus();
  });
  return {
    onFocus: ({ currentTarget }) => {
      main.current = currentTarget;
    },
    onBlur: () => {
      main.current = undefined;
    },
  };
}

import { useRef, useState } from "react";

export interface UnsentText {
  readonly text: string;
  readonly set: (text: string) => void;
  /**
   * Hands on what is written and frees the box at once, for who writes on; what was handed on is given back when it could not be kept.
   * @returns whether it was kept
   */
  readonly hand: (keep: (text: string) => Promise<void>) => Promise<boolean>;
}

/** What is written and not sent yet: a page that the phone threw away, or reloaded, has it again. */
export function useUnsentText(person: string): UnsentText {
  const key = `palabre.pocket.${person}`;
  const [text, setText] = useState(() => read(key));
  const latest = useRef(text);
  const show = (next: string): void => {
    latest.current = next;
    setText(next);
  };
  return {
    text,
    set: (next) => {
      show(next);
      remember(key, next);
    },
    hand: async (keep) => {
      const handed = latest.current;
      if (handed.trim() === "") return false;
      show("");
      try {
        await keep(handed);
        // until then it was still remembered here
        remember(key, latest.current);
        return true;
      } catch {
        // the device refused: nothing was lost, and it stands in the box again
        show(latest.current === "" ? handed : `${handed}\n${latest.current}`);
        remember(key, latest.current);
        return false;
      }
    },
  };
}

function remember(key: string, text: string): void {
  try {
    if (text === "") localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // storage is forbidden or full: it lives as long as the page
  }
}

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    // storage is forbidden here
    return "";
  }
}

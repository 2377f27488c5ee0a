import { useRef, useState } from "react";
import { begunIdeaSchema, type BegunIdea, type Silence } from "@palabre/shared/protocol";
import type { BoardId, PersonId } from "@palabre/shared/terms";

export interface UnsentText {
  readonly text: string;
  /** What is promised of it: as it was when it was begun. A silence that it was not begun in shows it to fewer, and holds too. */
  readonly silence: Silence | undefined;
  readonly set: (text: string) => void;
  /**
   * Hands on what is written and frees the box at once, for who writes on; what was handed on is given back when it could not be kept.
   * @returns whether it was kept
   */
  readonly hand: (keep: (text: string, silence: Silence | undefined) => Promise<void>) => Promise<boolean>;
}

const NOTHING: BegunIdea = { text: "" };

/**
 * What is written and not sent yet: a page that the phone threw away, or reloaded, has it again, with what was promised of it. The step may
 * be another one by then.
 * @param now the silence of the step that is under way
 */
export function useUnsentText(board: BoardId, person: PersonId, now: Silence | undefined): UnsentText {
  // who leaves the board forgets what ends with its id
  const key = `palabre.pocket.${person}.${board}`;
  const [begun, setBegun] = useState(() => read(key));
  const latest = useRef(begun);
  const show = (next: BegunIdea): void => {
    latest.current = next;
    setBegun(next);
  };
  return {
    text: begun.text,
    silence: begun.silence ?? now,
    set: (text) => {
      // an empty box is begun anew
      show(text.trim() === "" ? { text } : { text, silence: latest.current.silence ?? now });
      remember(key, latest.current);
    },
    hand: async (keep) => {
      const handed = latest.current;
      if (handed.text.trim() === "") return false;
      show(NOTHING);
      try {
        await keep(handed.text, handed.silence ?? now);
        // until then it was still remembered here
        remember(key, latest.current);
        return true;
      } catch {
        // the device refused: nothing was lost, and it stands in the box again
        const { text, silence } = latest.current;
        show(text === "" ? handed : { text: `${handed.text}\n${text}`, silence: handed.silence ?? silence });
        remember(key, latest.current);
        return false;
      }
    },
  };
}

function remember(key: string, begun: BegunIdea): void {
  try {
    if (begun.text === "") localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(begun));
  } catch {
    // storage is forbidden or full: it lives as long as the page
  }
}

function read(key: string): BegunIdea {
  try {
    const begun = begunIdeaSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? "null"));
    return begun.success ? begun.data : NOTHING;
  } catch {
    // storage is forbidden here, or what it has is not of this page
    return NOTHING;
  }
}

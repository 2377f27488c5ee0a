import { useEffect, useRef, useState } from "react";
import type { AppError } from "@palabre/shared/errors";
import type { AtTheDoor } from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";
import { joining, PASSING, toAppError } from "../api/index.ts";

/** Between two questions that brought no news, at the least; the server holds its answer back much longer. */
const PAUSE_MS = 2_000;

export interface Doorstep {
  /** undefined until the first answer */
  readonly door: AtTheDoor | undefined;
  readonly isLost: boolean;
}

/** Asks how one stands at the door, again and again, until it opens. */
export function useDoorstep(
  board: BoardId,
  then: { readonly onIn: () => void; readonly onFault: (fault: AppError) => void },
): Doorstep {
  const [door, setDoor] = useState<AtTheDoor>();
  const [isLost, setLost] = useState(false);
  const latest = useRef(then);
  useEffect(() => {
    latest.current = then;
  });
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const follow = async (): Promise<void> => {
      let known: AtTheDoor["standing"] | undefined;
      while (!signal.aborted) {
        const askedAt = performance.now();
        let isNews = false;
        try {
          const next = await joining.atTheDoor(board, known, signal);
          isNews = next.standing !== known;
          known = next.standing;
          if (signal.aborted) return;
          setLost(false);
          if (known === "in") return latest.current.onIn();
          setDoor(next);
        } catch (cause) {
          if (signal.aborted) return;
          const fault = toAppError(cause);
          if (!PASSING.has(fault.code)) return latest.current.onFault(fault);
          setLost(true);
        }
        if (!isNews && performance.now() - askedAt < PAUSE_MS)
          await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    };
    void follow();
    return () => leaving.abort();
  }, [board]);
  return { door, isLost };
}

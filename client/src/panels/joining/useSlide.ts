import { useEffect, useState } from "react";
import type { AppError } from "@palabre/shared/errors";
import { SLIDE, type SlideShown } from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";
import { joining, toAppError } from "../../api/index.ts";

/** How soon it is asked again when there was no answer. */
const RETRY_MS = 4_000;

export interface Slide {
  /** undefined until it is known */
  readonly shown: SlideShown | undefined;
  /** why it could not be had, or kept */
  readonly fault: AppError | undefined;
  /** nothing was heard for so long that the code is over, or nearly */
  readonly isLate: boolean;
  /** asks for another code */
  readonly renew: () => void;
}

/** Shows the slide to the server for as long as it is on the screen: its code is good for no longer. */
export function useSlide(board: BoardId): Slide {
  const [shown, setShown] = useState<SlideShown>();
  const [fault, setFault] = useState<AppError>();
  const [isLate, setLate] = useState(false);
  /** raised for another code */
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let heardAt = performance.now();
    const say = async (isFresh: boolean): Promise<void> => {
      clearTimeout(timer);
      let isHeard = true;
      try {
        const next = await joining.showSlide(board, isFresh ? { isFresh } : {});
        if (isOver) return;
        heardAt = performance.now();
        setShown((last) => (last?.code === next.code && last.endsAt === next.endsAt ? last : next));
        setFault(undefined);
      } catch (cause) {
        if (isOver) return;
        isHeard = false;
        setFault(toAppError(cause));
      }
      setLate(performance.now() - heardAt > SLIDE.graceMs - SLIDE.keepAliveMs);
      timer = setTimeout(() => void say(isFresh && !isHeard), isHeard ? SLIDE.keepAliveMs : RETRY_MS);
    };
    // a screen that slept says at once that it is awake again
    const wake = (): void => {
      if (document.visibilityState === "visible") void say(false);
    };
    document.addEventListener("visibilitychange", wake);
    void say(turn > 0);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", wake);
    };
  }, [board, turn]);
  return { shown, fault, isLate, renew: () => setTurn((last) => last + 1) };
}

import { useEffect } from "react";
import type { PersonId } from "@palabre/shared/terms";
import { isConnected, useBoard, viewOf, type View } from "../state/index.ts";
import { hereOrBack, type HereOrBack } from "./hereOrBack.ts";
import { leaderOf, onPages } from "./leaderOf.ts";
import { openGuide, type Guide } from "./openGuide.ts";

export interface FollowEnds {
  /** whoever follows moved the view themselves */
  readonly onOwnMove: () => void;
  readonly onGone: () => void;
}

const LOOK_EVERY_MS = 1_000;

/** While somebody is followed, this screen shows what theirs does. */
export function useFollow(person: PersonId | undefined, { onOwnMove, onGone }: FollowEnds): void {
  const board = useBoard();
  useEffect(() => {
    if (person === undefined) return;
    let view: View | undefined;
    let guide: Guide | undefined;
    /** an earlier version that is opened or closed is drawn by another */
    const guideNow = (): Guide | undefined => {
      const now = viewOf(board);
      if (now === view) return guide;
      guide?.close();
      view = now;
      return (guide = now && openGuide(now, onOwnMove));
    };
    board.present({ following: person });
    let known: HereOrBack = new Map([[person, undefined]]);
    const look = (): void => {
      const others = board.others();
      known = hereOrBack(known, onPages(others), isConnected(board.status()), performance.now());
      if (!known.has(person)) return onGone();
      const leader = leaderOf(person, board.me.person, others);
      const now = guideNow();
      if (leader.type === "here" && leader.view) now?.lead(leader.view);
    };
    look();
    const undoings = [board.subscribe("presence", look), board.subscribe("status", look)];
    // whoever does not come back is told by nothing
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
      for (const undo of undoings) undo();
      guide?.close();
      board.present({ following: undefined });
    };
  }, [board, person, onOwnMove, onGone]);
}

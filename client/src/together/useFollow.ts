import { useEffect } from "react";
import type { PersonId } from "@palabre/shared/terms";
import { useBoard, viewOf, type View } from "../state/index.ts";
import { leaderOf } from "./leaderOf.ts";
import { openGuide, type Guide } from "./openGuide.ts";

export interface FollowEnds {
  /** whoever follows moved the view themselves */
  readonly onOwnMove: () => void;
  readonly onGone: () => void;
}

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
    const look = (): void => {
      const leader = leaderOf(person, board.me.person, board.others());
      if (leader.type === "gone") return onGone();
      const now = guideNow();
      if (leader.type === "here" && leader.view) now?.lead(leader.view);
    };
    look();
    const unsubscribe = board.subscribe("presence", look);
    return () => {
      unsubscribe();
      guide?.close();
      board.present({ following: undefined });
    };
  }, [board, person, onOwnMove, onGone]);
}

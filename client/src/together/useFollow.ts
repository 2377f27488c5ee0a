import { useEffect } from "react";
import type { PersonId } from "@palabre/shared/terms";
import { useBoard, viewOf } from "../state/index.ts";
import { leaderOf } from "./leaderOf.ts";
import { openGuide } from "./openGuide.ts";

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
    const view = viewOf(board);
    const guide = view && openGuide(view, onOwnMove);
    board.present({ following: person });
    const look = (): void => {
      const leader = leaderOf(person, board.me.person, board.others());
      if (leader.type === "gone") return onGone();
      if (leader.type === "here" && leader.view) guide?.lead(leader.view);
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

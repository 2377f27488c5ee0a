import { useEffect } from "react";
import { useBoard, useOthers, useUi, viewOf } from "../state/index.ts";
import { placeOf } from "./openGuide.ts";

/** How many others go with this person's view. */
export function useFollowers(): number {
  const { me } = useBoard();
  const followers = useOthers().filter(({ presence }) => presence.following === me.person);
  return new Set(followers.map(({ presence }) => presence.user.person)).size;
}

/** Shows the others what is seen here, as long as somebody follows; who follows in turn leaves that to whom they follow. */
export function useShownView(): void {
  const board = useBoard();
  const isFollowed = useFollowers() > 0;
  const isFollowing = useUi(({ following }) => following !== undefined);
  const isShown = isFollowed && !isFollowing;
  useEffect(() => {
    if (!isShown) return;
    const show = (): void => {
      const view = viewOf(board);
      if (view) board.present({ view: placeOf(view) });
    };
    show();
    // whatever is drawn on it later, it is the same canvas
    const unsubscribe = viewOf(board)?.onMove(show);
    return () => {
      unsubscribe?.();
      board.present({ view: undefined });
    };
  }, [board, isShown]);
}

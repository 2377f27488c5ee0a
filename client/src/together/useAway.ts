import { useEffect, useState } from "react";
import { agendaApi, together } from "../api/index.ts";
import { useBoard, type BoardState } from "../state/index.ts";
import { createAwayWatch, type ChangedWhileAway } from "./awayWatch.ts";
import { lastSeen, rememberSeen } from "./seen.ts";

/** How often it is noted that the board is looked at. */
const NOTE_EVERY_MS = 20_000;

/** What others changed while this device was away from the board for more than five minutes: on opening it, and on coming back to it. */
export function useAway(): { readonly changed: ChangedWhileAway | undefined; readonly dismiss: () => void } {
  const board = useBoard();
  const [changed, setChanged] = useState<ChangedWhileAway>();
  useEffect(() => {
    const { id, person: me } = board.me;
    const isLooking = () => document.visibilityState === "visible";
    const watch = createAwayWatch({
      seenAt: lastSeen(id),
      remember: (at) => rememberSeen(id, at),
      isLooking,
      isConnected: () => isConnected(board),
      time: () => agendaApi.time(),
      whatChanged: async (since) => {
        const { changes, isMore } = await together.whatChanged(id, since);
        return { changes: changes.filter(({ person }) => person !== me), isMore };
      },
      tell: setChanged,
    });
    watch.look();
    const timer = setInterval(watch.tick, NOTE_EVERY_MS);
    const onVisible = (): void => {
      if (isLooking()) watch.look();
      else watch.leave();
    };
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      watch.close();
      clearInterval(timer);
      document.removeEventListener("visibilitychange", onVisible);
    };
  }, [board]);
  return { changed, dismiss: () => setChanged(undefined) };
}

const isConnected = (board: BoardState): boolean => {
  const { type } = board.status();
  return type !== "offline" && type !== "refused" && type !== "loading";
};

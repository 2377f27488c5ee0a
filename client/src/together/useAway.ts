import { useEffect, useState } from "react";
import type { WhatChanged } from "@palabre/shared/protocol";
import { agendaApi, together } from "../api/index.ts";
import { useBoard, type BoardState } from "../state/index.ts";
import { lastSeen, rememberSeen } from "./seen.ts";

/** Who looked away for less saw enough. */
const AWAY_MS = 5 * 60_000;
/** How often it is noted that the board is looked at. */
const NOTE_EVERY_MS = 20_000;

/** What others did, and since when by the server's clock. */
export type ChangedWhileAway = WhatChanged & { readonly since: number };

/** What others changed while this device was away from the board for more than five minutes: on opening it, and on coming back to it. */
export function useAway(): { readonly changed: ChangedWhileAway | undefined; readonly dismiss: () => void } {
  const board = useBoard();
  const [changed, setChanged] = useState<ChangedWhileAway>();
  useEffect(() => {
    let isOver = false;
    let offset = 0;
    let seenAt = lastSeen(board.me.id);
    const isLooking = () => document.visibilityState === "visible";
    const note = (): void => {
      // what can't be heard is not seen
      if (!isLooking() || !isConnected(board)) return;
      seenAt = Date.now() + offset;
      rememberSeen(board.me.id, seenAt);
    };
    const look = async (): Promise<void> => {
      const now = await agendaApi.time();
      offset = now - Date.now();
      const since = seenAt;
      if (since === undefined || now - since < AWAY_MS) return;
      const { changes, isMore } = await together.whatChanged(board.me.id, since);
      const others = changes.filter(({ person }) => person !== board.me.person);
      if (!isOver && others.length > 0) setChanged({ changes: others, isMore, since });
    };
    // where the server can't be asked, nothing is told, and the moment is kept for the next time
    const lookThenNote = (): void => void look().then(note, () => undefined);
    lookThenNote();
    const timer = setInterval(note, NOTE_EVERY_MS);
    const onVisible = (): void => {
      if (isLooking()) lookThenNote();
      else note();
    };
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      isOver = true;
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

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { agendaApi, together } from "../api/index.ts";
import { lastSeen, rememberSeen } from "../offline/index.ts";
import { isConnected, useBoard } from "../state/index.ts";
import { createAwayWatch, type AwayWatch, type ChangedWhileAway } from "./awayWatch.ts";

/** How often it is noted that the board is looked at. */
const NOTE_EVERY_MS = 20_000;

export interface Away {
  readonly changed: ChangedWhileAway | undefined;
  /** It has been read, and stays for as long as it is not dismissed. */
  readonly read: () => void;
  readonly dismiss: () => void;
}

/** What others changed while this device was away from the board for more than five minutes: on opening it, and on coming back to it. */
export function useAway(): Away {
  const board = useBoard();
  const { id, person: me } = board.me;
  const [changed, setChanged] = useState<ChangedWhileAway>();
  const current = useRef<AwayWatch>(undefined);
  // the board is the same while its person has a draft beside it
  const isHeard = useEffectEvent(() => isConnected(board.status()));
  useEffect(() => {
    const isLooking = () => document.visibilityState === "visible";
    const watch = createAwayWatch({
      seen: lastSeen(id),
      remember: (seen) => rememberSeen(id, seen),
      isLooking,
      isConnected: () => isHeard(),
      time: () => agendaApi.time(),
      whatChanged: async (since) => {
        const { changes, isMore } = await together.whatChanged(id, since);
        return { changes: changes.filter(({ person }) => person !== me), isMore };
      },
      tell: setChanged,
    });
    current.current = watch;
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
  }, [id, me]);
  const read = () => current.current?.read();
  return {
    changed,
    read,
    dismiss: () => {
      read();
      setChanged(undefined);
    },
  };
}

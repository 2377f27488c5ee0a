import type { WhatChanged } from "@palabre/shared/protocol";
import type { Seen } from "../offline/index.ts";

/** Who looked away for less saw enough. */
const AWAY_MS = 5 * 60_000;

/** What others did, and since when by the server's clock. */
export type ChangedWhileAway = WhatChanged & { readonly since: number };

/** When a board is seen, and what is to be told of the time when it was not. */
export interface AwayWatch {
  /** somebody comes to the board, or back to it */
  look(): void;
  /** from time to time, for as long as the board is open */
  tick(): void;
  /** the page is looked at no more */
  leave(): void;
  /** what was told has been read, or is not wanted */
  read(): void;
  close(): void;
}

/**
 * Notes that a board is seen, and tells what others changed where it was not for long. The time that was missed is kept until it could
 * be told: a device that comes back often has no network for a moment, and one that is looked at all the while may have lost it. What was
 * told and not read yet is told again with what is missed next, and after a reload.
 * @param deps.seen undefined on a first visit, which has nothing to be told of
 * @param deps.device the clock of the device, which may be wrong
 */
export function createAwayWatch(deps: {
  readonly seen: Seen | undefined;
  readonly remember: (seen: Seen) => void;
  readonly isLooking: () => boolean;
  readonly isConnected: () => boolean;
  readonly time: () => Promise<number>;
  /** what others changed */
  readonly whatChanged: (since: number) => Promise<WhatChanged>;
  readonly tell: (changed: ChangedWhileAway) => void;
  readonly device?: () => number;
}): AwayWatch {
  const { remember, isLooking, isConnected, time, whatChanged, tell, device = Date.now } = deps;
  let { at: seenAt, unreadSince }: Partial<Seen> = deps.seen ?? {};
  /** what is unread stands on the screen */
  let isTold = false;
  /** of the server's clock to the device's; undefined until the server was asked */
  let offset: number | undefined;
  let isAsking = false;
  let isOver = false;
  const isLong = (at: number): boolean => seenAt !== undefined && at - seenAt >= AWAY_MS;
  const isMissed = (): boolean => offset === undefined || isLong(device() + offset);
  const note = (): void => {
    // what can't be heard is not seen
    if (offset === undefined || !isConnected()) return;
    seenAt = device() + offset;
    remember({ at: seenAt, unreadSince });
  };
  const ask = async (): Promise<void> => {
    const now = await time();
    offset = now - device();
    const since = isLong(now) ? (unreadSince ?? seenAt) : isTold ? undefined : unreadSince;
    const changed = since === undefined ? undefined : { ...(await whatChanged(since)), since };
    if (isOver) return;
    // what is told is not told again, also where it can't be noted yet
    seenAt = now;
    if (changed && changed.changes.length > 0) {
      [unreadSince, isTold] = [since, true];
      tell(changed);
    }
    if (isLooking()) note();
  };
  const look = (): void => {
    if (isAsking || isOver) return;
    isAsking = true;
    // where the server can't be asked, nothing is told, and the moment is kept for the next time
    void ask()
      .catch(() => undefined)
      .finally(() => (isAsking = false));
  };
  return {
    look,
    tick: () => {
      if (!isLooking() || !isConnected()) return;
      if (isMissed()) look();
      else note();
    },
    leave: () => {
      if (!isMissed()) note();
    },
    read: () => {
      [unreadSince, isTold] = [undefined, false];
      // nothing else is seen by that
      if (seenAt !== undefined) remember({ at: seenAt, unreadSince });
    },
    close: () => {
      isOver = true;
    },
  };
}

import { AppError } from "@palabre/shared/errors";
import type { BoardFacts } from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";
import type { Api } from "../api/index.ts";

/** What is needed of the server to open a board. */
export type BoardDoor = Pick<Api, "openSession" | "boardFacts">;

/** `isNew`: this device had no session here before, so its person has just been given a name. */
export interface Opened {
  readonly facts: BoardFacts;
  readonly isNew: boolean;
}

/**
 * Trades the secret of a link for a session, when there is one, and reads the board's facts.
 *
 * A link that was replaced does not shut out a device that is in already: it keeps the session that it has.
 * @throws AppError `bad-secret`, `no-session`, `unknown-board`, `unreachable` …
 */
export async function openBoard(
  door: BoardDoor,
  board: BoardId,
  { secret, name }: { readonly secret: string | undefined; readonly name: string | undefined },
): Promise<Opened> {
  if (secret === undefined) return { facts: await door.boardFacts(board), isNew: false };
  try {
    await door.openSession(board, { secret, ...(name === undefined ? {} : { name }) });
  } catch (fault) {
    if (!(fault instanceof AppError) || fault.code !== "bad-secret") throw fault;
    const facts = await door.boardFacts(board).catch(() => {
      throw fault;
    });
    return { facts, isNew: false };
  }
  return { facts: await door.boardFacts(board), isNew: name === undefined };
}

/** The address without its secret: what is shown in the bar, bookmarked, read over a shoulder. */
export function forgetSecret(): void {
  if (location.hash !== "") history.replaceState(history.state, "", location.pathname + location.search);
}

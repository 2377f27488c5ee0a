import { AppError } from "@palabre/shared/errors";
import type { BoardFacts } from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";
import type { Api } from "../api/index.ts";
import { forgetBoard, knownBoard, rememberBoard } from "../offline/index.ts";

/** What is needed of the server to open a board. */
export type BoardDoor = Pick<Api, "openSession" | "boardFacts">;

export interface Opened {
  readonly facts: BoardFacts;
  /** this device had no session here before, so its person has just been given a name */
  readonly isNew: boolean;
  /** the server could not be asked: the facts are what it last said */
  readonly isFromDevice: boolean;
}

/**
 * Trades the secret of a link for a session, when there is one, and reads the board's facts.
 *
 * A link that was replaced does not shut out a device that is in already: it keeps the session that it has. Without the server a
 * board that this device knows opens as it was last seen.
 * @throws AppError `bad-secret`, `no-session`, `unknown-board`, `unreachable` …
 */
export async function openBoard(
  door: BoardDoor,
  board: BoardId,
  wish: { readonly secret: string | undefined; readonly name: string | undefined },
): Promise<Opened> {
  try {
    const opened = await ask(door, board, wish);
    rememberBoard(opened.facts);
    return { ...opened, isFromDevice: false };
  } catch (fault) {
    const code = fault instanceof AppError ? fault.code : undefined;
    if (code === "no-session" || code === "unknown-board" || code === "removed") forgetBoard(board);
    const known = code === "unreachable" ? knownBoard(board) : undefined;
    if (!known) throw fault;
    return { facts: known, isNew: false, isFromDevice: true };
  }
}

async function ask(
  door: BoardDoor,
  board: BoardId,
  { secret, name }: { readonly secret: string | undefined; readonly name: string | undefined },
): Promise<Omit<Opened, "isFromDevice">> {
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

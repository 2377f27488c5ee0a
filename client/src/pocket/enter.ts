import { AppError } from "@palabre/shared/errors";
import { nameSchema, type BoardId } from "@palabre/shared/terms";
import { joining, PASSING, pocketApi, toAppError } from "../api/index.ts";
import { openPocket, type OpenPocket } from "./openPocket.ts";
import type { PocketAddress } from "./readAddress.ts";

/** The name that this device's person goes by on every board: `client/people` keeps it under this key. */
const NAME = "palabre.name";
const storedName = (): { readonly name?: string } => {
  try {
    const name = nameSchema.safeParse(localStorage.getItem(NAME));
    return name.success ? { name: name.data } : {};
  } catch {
    // storage is forbidden here: the server proposes a name
    return {};
  }
};
export const keepName = (name: string): void => {
  try {
    localStorage.setItem(NAME, name);
  } catch {
    // storage is forbidden or full: the board still knows the name
  }
};

const codeOf = (fault: unknown): string | undefined => (fault instanceof AppError ? fault.code : undefined);

/** Trades what the address brings for a session; the address then holds no secret any more. @throws AppError as the API does */
async function comeIn({ board, secret }: PocketAddress): Promise<BoardId> {
  if (board === undefined) {
    if (secret === undefined) throw new AppError("bad-code", "this address names neither a board nor a code");
    const joined = await pocketApi.join({ code: secret, ...storedName() });
    history.replaceState(history.state, "", new URL(`p/${joined.board}`, document.baseURI));
    return joined.board;
  }
  if (secret === undefined) return board;
  try {
    await pocketApi.openSession(board, { secret, ...storedName() });
  } catch (fault) {
    // who is in already stays in, whatever became of the link
    if (codeOf(fault) !== "bad-secret") throw fault;
    await pocketApi.view(board).catch(() => {
      throw fault;
    });
  }
  history.replaceState(history.state, "", location.pathname);
  return board;
}

/** From one time to the next that somebody who was sent off asks whether they may come back. */
const SENT_OFF_MS = 15_000;

async function untilLetBack<T>(
  task: () => Promise<T>,
  signal: AbortSignal,
  sentOff: (fault: AppError) => void,
): Promise<T> {
  for (;;) {
    try {
      return await task();
    } catch (fault) {
      if (!(fault instanceof AppError) || fault.code !== "removed" || signal.aborted) throw fault;
      sentOff(fault);
    }
    await new Promise((resolve) => setTimeout(resolve, SENT_OFF_MS));
  }
}

/**
 * Opens the workshop of an address.
 * @param waits called when its facilitators have to open the door first; it opens once they have. With a fault: they sent this person off
 * @throws AppError as the API does
 */
export async function enterPocket(
  address: PocketAddress,
  signal: AbortSignal,
  waits: (sentOff?: AppError) => void,
): Promise<OpenPocket> {
  const board = await untilLetBack(() => comeIn(address), signal, waits);
  for (;;) {
    try {
      return await untilLetBack(() => openPocket(pocketApi, board), signal, waits);
    } catch (fault) {
      if (codeOf(fault) !== "waiting" || signal.aborted) throw fault;
    }
    waits();
    // answered once that is another, or after a while
    await joining.atTheDoor(board, "waiting", signal).catch(async (fault: unknown) => {
      if (!PASSING.has(toAppError(fault).code) || signal.aborted) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    });
  }
}

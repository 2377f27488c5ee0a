import { AppError } from "@palabre/shared/errors";
import { nameSchema, type BoardId } from "@palabre/shared/terms";
import { joining, PASSING, pocketApi, toAppError } from "../api/index.ts";
import { openPocket, type OpenPocket } from "./openPocket.ts";
import { pocketAddress, type PocketAddress } from "./readAddress.ts";

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
/** From one time to the next that a server which can’t answer is asked how one stands at the door. */
const LOST_MS = 2_000;

/** What facilitators may change their mind about: it is asked again. */
const HELD_BACK = ["waiting", "refused", "removed"] as const;

/** Until another answer may be had: at the door the server says when, elsewhere that is seen from time to time. */
async function untilNews(
  board: BoardId | undefined,
  code: (typeof HELD_BACK)[number],
  signal: AbortSignal,
): Promise<void> {
  let pauseMs = SENT_OFF_MS;
  if (board !== undefined && code !== "removed") {
    try {
      // answered once that is another, or after a while
      await joining.atTheDoor(board, code, signal);
      return;
    } catch (fault) {
      if (PASSING.has(toAppError(fault).code)) pauseMs = LOST_MS;
    }
  }
  await new Promise((resolve) => setTimeout(resolve, pauseMs));
}

/**
 * Opens the workshop that the page’s address names. It is read anew each time: who came in has an address without a secret, and stays in although
 * a code is over.
 * @param waits called when its facilitators have to open the door first; it opens once they have. With a fault: they sent this person off,
 *   or did not let them in
 * @throws AppError as the API does
 */
export async function enterPocket(signal: AbortSignal, waits: (sentOff?: AppError) => void): Promise<OpenPocket> {
  for (;;) {
    try {
      return await openPocket(pocketApi, await comeIn(pocketAddress()));
    } catch (cause) {
      const fault = toAppError(cause);
      const code = HELD_BACK.find((each) => each === fault.code);
      if (code === undefined || signal.aborted) throw fault;
      waits(code === "waiting" ? undefined : fault);
      await untilNews(pocketAddress().board, code, signal);
    }
  }
}

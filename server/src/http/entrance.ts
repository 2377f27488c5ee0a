import { CLOSE, type SessionOpened } from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { AppError } from "@palabre/shared/errors";
import type { Entry, TradedSession } from "../access/index.ts";
import { DEVICE_COOKIE, giveCookie } from "./cookie.ts";
import type { RouteDeps } from "./deps.ts";
import { credentialOf } from "./visitor.ts";

type EntranceDeps = Pick<RouteDeps, "address" | "boards" | "lobby" | "rates" | "rooms" | "together" | "turns">;

/**
 * Lets somebody in on a board, by a link or by a code: gives the device its session, shows the person to all, or to the facilitators
 * whom they wait for, and tells what the device has open already.
 * @param trade what was brought, for a session
 */
export async function letIn(
  context: Context,
  deps: EntranceDeps,
  who: { readonly board: BoardId; readonly name: string | undefined; readonly bearer: boolean | undefined },
  trade: (entry: Entry) => Promise<TradedSession>,
): Promise<SessionOpened> {
  const { address, boards, lobby, rates, rooms, together, turns } = deps;
  const { board, name, bearer = false } = who;
  const entry: Entry = {
    board,
    isBearer: bearer,
    value: getCookie(context, DEVICE_COOKIE),
    asking: credentialOf(context),
    name,
    // a wrong secret costs whoever brings it, and nobody who has a right one
    comesBy: (role) => {
      if (rates.sessions.take(`${board}/${role}`)) return;
      throw new AppError("too-many", "too many people come in at once: try again in a minute");
    },
    newcomer: boards.newcomer,
    hasWaitingRoom: () => lobby.hasWaitingRoom(board),
    readies: together.muteAsWhoAsked,
  };
  const traded = await turns.take(board, async () => {
    const opened = await trade(entry);
    const { session, before } = opened;
    if (session.standing === "waiting") await lobby.arrive(session);
    else await boards.show(board, session.person, session);
    if (before?.standing !== undefined && session.standing === undefined)
      await lobby.leave(board, { person: session.person });
    return opened;
  });
  welcomeAgain(rooms, traded);
  if (!bearer) giveCookie(context, address, traded.value);
  const { person, role, colour, expiresAt, name: called, standing } = traded.session;
  return {
    person,
    role,
    name: called,
    colour,
    expiresAt,
    ...(bearer ? { session: traded.value } : {}),
    ...(standing === "waiting" ? { isWaiting: true } : {}),
  };
}

/** A device that came back under another name or with more rights: what it has open must say so. */
function welcomeAgain(rooms: RouteDeps["rooms"], { session, before }: TradedSession): void {
  if (before === undefined) return;
  if (before.name !== session.name) rooms.renamed(session.board, session.person, session.name);
  if (before.role !== session.role)
    rooms.disconnect(
      session.board,
      ({ device, role }) => device === session.device && role !== session.role,
      CLOSE.later,
    );
}

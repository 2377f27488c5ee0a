import { createHash, randomBytes } from "node:crypto";
import { AppError } from "@palabre/shared/errors";
import { higherRole, newPersonId, type BoardId, type PersonColour, type Role } from "@palabre/shared/terms";
import type { BoardRecord, BoardStore, SessionRecord } from "../stores/index.ts";
import type { Links } from "./links.ts";
import type { Visitor } from "./visitor.ts";

const DAY_MS = 86_400_000;
export const SESSION_MS: number = 180 * DAY_MS;
/** A session is written again at most this often: sliding by the minute would make every request a write. */
const SLIDE_AFTER_MS = DAY_MS / 24;

/** A session that opens its board, with the row of that board. */
export interface OpenedSession {
  readonly session: SessionRecord;
  readonly board: BoardRecord;
}
/** What a secret was traded for. `value` goes to the device (as a cookie or as a bearer's session) and is kept nowhere here. */
export interface TradedSession extends OpenedSession {
  readonly value: string;
  /** what this device's session was before, whether it still opened the board or not */
  readonly before: SessionRecord | undefined;
}
/** What is known of who comes in. */
export interface KnownBefore {
  readonly before: SessionRecord | undefined;
  /** the session by which it is asked, if by any: another's, where a program asks with the cookie of its device */
  readonly asking: SessionRecord | undefined;
}
export interface Entry {
  readonly board: BoardId;
  /** a session of its own for a program, whatever cookie it sends; the one that it brings, if it has one already */
  readonly isBearer: boolean;
  /** the value of the device's cookie */
  readonly value: string | undefined;
  /** the value by which who asks is known already, if at all: a device that was removed does not come back as a program */
  readonly asking: string | undefined;
  readonly name: string | undefined;
  /** asked when the device is new to the board */
  readonly newcomer: (board: BoardRecord) => Promise<{ readonly name: string; readonly colour: PersonColour }>;
  /** told by which link somebody comes in, once that is sure; throws when they may not now */
  readonly comesBy: (role: Role) => void;
  /** whether who comes now waits to be let in; asked unless the device is in already, and never of a facilitator */
  readonly hasWaitingRoom: () => Promise<boolean>;
  /** what has to hold before the session is kept: where this fails, nobody came in */
  readonly readies: (session: SessionRecord, known: KnownBefore) => Promise<void>;
}

/** (device, board) → person and role. A value that opens nothing, for whatever reason, is told as one: `no-session`. */
export interface Sessions {
  /** Lets in by a link. @throws AppError `unknown-board`, `bad-secret`, `refused`, `removed` */
  trade(entry: Entry & { readonly secret: string }): Promise<TradedSession>;
  /** Lets in under a role that was found out by other means. @throws AppError `unknown-board`, `refused`, `removed` */
  enter(entry: Entry, role: Role): Promise<TradedSession>;
  /** Finds the session, and slides its end. @throws AppError `unknown-board`, `no-session`, `waiting`, `refused`, `removed` */
  open(board: BoardId, value: string | undefined): Promise<OpenedSession>;
  /** As `open`, also one that waits or was refused: for what may be asked at the door. @throws AppError `unknown-board`, `no-session`, `removed` */
  atTheDoor(board: BoardId, value: string | undefined): Promise<OpenedSession>;
  /** As `open`, for who needs to know only who it is. */
  visitor(board: BoardId, value: string | undefined): Promise<Visitor>;
  /** Those of a device that still open their board, last seen first. */
  ofDevice(value: string | undefined): Promise<readonly OpenedSession[]>;
  rename(session: SessionRecord, name: string): Promise<SessionRecord>;
  /** `isKnown`: nothing opens by it any more, and yet the device comes back as who it was. */
  forget(session: SessionRecord, isKnown: boolean): Promise<void>;
  /**
   * Makes the link of a role another one. The sessions had by it open nothing any more, except `keeper`'s.
   * @returns the board's row as it is now
   */
  rotate(keeper: SessionRecord, role: Role): Promise<BoardRecord>;
}

export function createSessions(deps: { store: BoardStore; links: Links; now?: () => number }): Sessions {
  const { store, links, now = Date.now } = deps;

  const boardOf = async (id: BoardId): Promise<BoardRecord> => {
    const board = await store.board(id);
    if (board) return board;
    throw new AppError("unknown-board", "there is no such board: check its address", { details: { board: id } });
  };
  const isOpen = (session: SessionRecord, board: BoardRecord) =>
    session.expiresAt > now() && session.counter === board.counters[session.role];

  const atTheDoor = async (id: BoardId, value: string | undefined): Promise<OpenedSession> => {
    const board = await boardOf(id);
    const session = value === undefined ? undefined : await store.session(deviceOf(value), id);
    if (session) mustNotBeRemoved(session);
    if (!session || !isOpen(session, board))
      throw new AppError("no-session", "this device has no session on the board: open a link of it again");
    // what waits is written by who lets in only
    if (now() - session.seenAt < SLIDE_AFTER_MS || session.standing !== undefined) return { session, board };
    const slid = { ...session, seenAt: now(), expiresAt: now() + SESSION_MS };
    await store.saveSession(slid);
    return { session: slid, board };
  };

  const open = async (id: BoardId, value: string | undefined): Promise<OpenedSession> => {
    const opened = await atTheDoor(id, value);
    mustBeIn(opened.session);
    return opened;
  };

  const enterAs = async (board: BoardRecord, entry: Entry, given: Role): Promise<TradedSession> => {
    entry.comesBy(given);
    const asking = entry.asking === undefined ? undefined : await store.session(deviceOf(entry.asking), board.id);
    const ownValue = entry.isBearer ? programOf(entry, asking) : entry.value;
    const value = isValue(ownValue) ? ownValue : newValue();
    const device = deviceOf(value);
    const before = await store.session(device, board.id);
    const known = [before, asking].filter((session) => session !== undefined);
    for (const session of known) mustNotBeRemoved(session);
    const wasOpen = before !== undefined && isOpen(before, board);
    const role = wasOpen ? higherRole(before.role, given) : given;
    if (role !== "facilitator" && known.some(({ standing }) => standing === "refused")) throw refused();
    const isIn = role === "facilitator" || (wasOpen && before.standing === undefined);
    const isWaiting = !isIn && (await entry.hasWaitingRoom());
    const newcomer = before ?? (await entry.newcomer(board));
    const session: SessionRecord = {
      device,
      board: board.id,
      person: before?.person ?? newPersonId(),
      role,
      counter: board.counters[role],
      name: entry.name ?? newcomer.name,
      colour: newcomer.colour,
      bearer: entry.isBearer,
      askedBy: before ? before.askedBy : askerOf(asking),
      seenAt: now(),
      expiresAt: now() + SESSION_MS,
      ...(isWaiting ? { standing: "waiting" } : {}),
    };
    await entry.readies(session, { before, asking });
    await store.saveSession(session);
    return { session, board, value, before };
  };

  return {
    open,
    atTheDoor,
    visitor: async (board, value) => toVisitor((await open(board, value)).session),

    trade: async (entry) => {
      const board = await boardOf(entry.board);
      const role = links.roleOf(board, entry.secret);
      if (role !== undefined) return enterAs(board, entry, role);
      throw new AppError("bad-secret", "this link opens nothing any more: ask for the current one");
    },
    enter: async (entry, role) => enterAs(await boardOf(entry.board), entry, role),

    ofDevice: async (value) => {
      if (value === undefined) return [];
      const sessions = await store.sessionsOfDevice(deviceOf(value));
      const opened = await Promise.all(
        sessions.map(async (session) => ({ session, board: await store.board(session.board) })),
      );
      return opened.filter(
        (one): one is OpenedSession =>
          one.board !== undefined &&
          one.session.removedAt === undefined &&
          one.session.standing === undefined &&
          isOpen(one.session, one.board),
      );
    },

    rename: async (session, name) => {
      const renamed = { ...session, name };
      await store.saveSession(renamed);
      return renamed;
    },
    forget: (session, isKnown) =>
      isKnown
        ? store.saveSession({ ...session, expiresAt: now() })
        : store.deleteSession(session.device, session.board),

    rotate: async (keeper, role) => {
      const board = await boardOf(keeper.board);
      const counter = board.counters[role] + 1;
      // the keeper's session first: a crash in between leaves the old link working, never a board without a way in
      if (keeper.role === role) await store.saveSession({ ...keeper, counter });
      const changed = await store.changeBoard(board.id, { counters: { ...board.counters, [role]: counter } });
      return changed ?? boardOf(keeper.board);
    },
  };
}

/** @throws AppError `waiting`, `refused`, `removed` */
function mustBeIn(session: SessionRecord): void {
  mustNotBeRemoved(session);
  if (session.standing === "waiting")
    throw new AppError("waiting", "a facilitator has to let this device in: wait, GET …/waiting says when");
  if (session.standing === "refused") throw refused();
}

const refused = () => new AppError("refused", "a facilitator did not let this device in: ask one of them");

/** @throws AppError `removed` */
function mustNotBeRemoved({ removedAt }: SessionRecord): void {
  if (removedAt !== undefined)
    throw new AppError(
      "removed",
      "a facilitator removed this person from the board: ask one of them to be let back in",
    );
}

export const toVisitor = ({ board, person, role, name, colour, device }: SessionRecord): Visitor => ({
  board,
  person,
  role,
  name,
  colour,
  device,
});

/** Programs that ask for each other are all of who asked first. */
const askerOf = (asking: SessionRecord | undefined) => asking?.askedBy ?? asking?.person;

/** The value of a program that comes again and says by it who it is: otherwise each of its runs would be one person more. */
const programOf = ({ asking }: Entry, session: SessionRecord | undefined) => (session?.bearer ? asking : undefined);

/** 32 random bytes; 43 characters of base64url. */
const newValue = () => randomBytes(32).toString("base64url");
const isValue = (value: string | undefined): value is string => value !== undefined && /^[\w-]{43}$/.test(value);
const deviceOf = (value: string) => createHash("sha256").update(value).digest("hex");

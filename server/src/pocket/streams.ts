import type { Workshop } from "@palabre/shared/documents";
import { POCKET_BEAT_MS } from "@palabre/shared/protocol";
import { readDraftName, type BoardId, type Card } from "@palabre/shared/terms";
import type { Visitor } from "../access/index.ts";
import { createPacer } from "../background/index.ts";
import type { Drafts } from "../facilitation/index.ts";
import type { Log } from "../log.ts";
import { AGAIN_MS, type Rooms } from "../rooms/index.ts";
import { createViewWriter, type WrittenView } from "./parts.ts";
import { viewOf } from "./view.ts";
import type { Watched, Watches } from "./watches.ts";

/** Where the events of one phone go. */
export interface PocketStream {
  /** Sends an event, its data as JSON; false when the line is full of what was sent before: nothing is sent then. */
  send(event: { readonly id?: string; readonly event: string; readonly data: string }): boolean;
  /** `then` is called whenever something was read and there is room. */
  onRoom(then: () => void): void;
  end(): void;
}
/** The phones that follow boards. Each is sent what it shows, and from then on the parts that change, together where much changes at once. */
export interface Streams {
  /**
   * @param address the network it comes from
   * @param known the id of the event that the phone heard last
   * @returns what says that it is gone
   * @throws AppError `too-many` where there are as many as may be
   */
  open(visitor: Visitor, address: string, stream: PocketStream, known: string | undefined): Promise<() => void>;
  close(): void;
}
export interface StreamsDeps {
  readonly rooms: Pick<Rooms, "attend" | "showPhone" | "onDrafted" | "onDisconnect">;
  readonly watches: Watches;
  readonly drafts: Pick<Drafts, "mine">;
  readonly log: Log;
  readonly now: () => number;
  /** ms from a change to what phones are told: what happens meanwhile comes along */
  readonly coalesceMs?: number;
}

/** Lines of one person at once, for all their tabs; the oldest ends. */
const LINES_PER_PERSON = 4;

interface Line {
  readonly visitor: Visitor;
  readonly address: string;
  readonly stream: PocketStream;
  known: string | undefined;
  readonly sent: Map<string, string>;
  draft: readonly Card[];
  /** the rounds that the draft was read in; undefined: it has to be read */
  readIn: string | undefined;
  /** something may have changed since it was told */
  isDue: boolean;
  /** nothing more goes in until it is read from: it is told nothing meanwhile, and then what changed */
  isFull: boolean;
  /** the draft could not be read: it is told nothing until that is tried again */
  isHeldBack: boolean;
  /** gives its place to another one */
  gone: () => void;
  leave(): void;
}
interface Hub {
  readonly lines: Set<Line>;
  readonly watched: Watched;
  timer: NodeJS.Timeout | undefined;
  /** until what failed is tried again */
  pause: NodeJS.Timeout | undefined;
  close(): void;
}

const mayBeTold = ({ isDue, isFull, isHeldBack }: Line): boolean => isDue && !isFull && !isHeldBack;

/** Changes when another draft is a person's, and when drafts were revealed or discarded: of that nothing else is told. */
const roundsOf = ({ now, drafts }: Workshop): string =>
  [now?.phase, ...drafts.map(({ phase, round }) => `${phase}:${round}`)].join(" ");

export function createStreams(deps: StreamsDeps): Streams {
  const { rooms, watches, drafts, log, now, coalesceMs = 250 } = deps;
  const hubs = new Map<BoardId, Promise<Hub>>();
  const openHubs = new Map<BoardId, Hub>();
  const write = createViewWriter();

  const readDraft = async (board: BoardId, line: Line, rounds: string): Promise<void> => {
    if (line.readIn === rounds) return;
    // before it is read: what is written meanwhile asks for it once more
    line.readIn = rounds;
    try {
      line.draft = (await drafts.mine({ board, person: line.visitor.person })) ?? [];
    } catch (error) {
      line.readIn = undefined;
      throw error;
    }
  };
  const sendBeat = (line: Line, id?: string): boolean =>
    line.stream.send({ ...(id === undefined ? {} : { id }), event: "beat", data: JSON.stringify({ at: now() }) });
  const tellLine = (line: Line, { id, parts }: WrittenView): void => {
    const isKnown = line.known === id;
    line.known = undefined;
    if (isKnown) {
      for (const [part, json] of parts) line.sent.set(part, json);
      sendBeat(line, id);
      return;
    }
    const news = [...parts].filter(([part, json]) => line.sent.get(part) !== json);
    if (news.length === 0) return;
    const written = news.map(([part, json]) => `,${JSON.stringify(part)}:${json}`).join("");
    if (line.stream.send({ id, event: "view", data: `{"at":${now()}${written}}` }))
      for (const [part, json] of news) line.sent.set(part, json);
    else line.isDue = line.isFull = true;
  };
  const tell = async (board: BoardId, hub: Hub): Promise<void> => {
    const common = hub.watched.common();
    const rounds = roundsOf(common.seen.workshop);
    const pace = createPacer();
    const faults: unknown[] = [];
    const due = [...hub.lines].filter(mayBeTold);
    // what changes from here on is for the next time
    for (const line of due) line.isDue = false;
    for (const line of due) {
      await pace();
      if (!hub.lines.has(line)) continue;
      try {
        await readDraft(board, line, rounds);
        tellLine(line, write(viewOf(common, line.visitor, line.draft)));
      } catch (error) {
        line.isDue = line.isHeldBack = true;
        faults.push(error);
      }
    }
    if (faults.length > 0) failed(board, hub, faults[0]);
  };
  const failed = (board: BoardId, hub: Hub, error: unknown): void => {
    log.error({ board, error }, "phones could not be told what changed");
    if (hub.lines.size === 0) return;
    hub.pause ??= setTimeout(() => {
      hub.pause = undefined;
      for (const line of hub.lines) line.isHeldBack = false;
      soon(board, hub);
    }, AGAIN_MS).unref();
  };
  /** Tells those that are due, all at once after a moment. */
  const soon = (board: BoardId, hub: Hub): void => {
    hub.timer ??= setTimeout(() => {
      tell(board, hub)
        .catch((error: unknown) => failed(board, hub, error))
        .finally(() => {
          hub.timer = undefined;
          if ([...hub.lines].some(mayBeTold)) soon(board, hub);
        });
    }, coalesceMs).unref();
  };
  const changed = (board: BoardId, hub: Hub): void => {
    for (const line of hub.lines) line.isDue = true;
    soon(board, hub);
  };
  const openHub = async (board: BoardId): Promise<Hub> => {
    let hub: Hub | undefined;
    const watched = await watches.take(board, () => hub && changed(board, hub));
    hub = {
      lines: new Set(),
      watched,
      timer: undefined,
      pause: undefined,
      close: () => {
        clearTimeout(hub?.timer);
        clearTimeout(hub?.pause);
        watched.release();
      },
    };
    openHubs.set(board, hub);
    return hub;
  };
  const hubOf = (board: BoardId): Promise<Hub> => {
    const present = hubs.get(board);
    if (present) return present;
    const opening = openHub(board);
    hubs.set(board, opening);
    opening.catch(() => hubs.delete(board));
    return opening;
  };
  const closeIfEmpty = (board: BoardId, hub: Hub): void => {
    if (hub.lines.size > 0 || openHubs.get(board) !== hub) return;
    openHubs.delete(board);
    hubs.delete(board);
    hub.close();
  };
  const linesOf = ({ board, person }: Visitor): readonly Line[] =>
    [...(openHubs.get(board)?.lines ?? [])].filter(({ visitor }) => visitor.person === person);
  /** A phone whose line was lost comes back before that is known here: where there is no room, it has that of its person's oldest. */
  const attend = (visitor: Visitor, address: string): (() => void) => {
    try {
      return rooms.attend(visitor, address);
    } catch (error) {
      const [oldest] = linesOf(visitor);
      if (!oldest) throw error;
      oldest.gone();
      try {
        const gone = rooms.attend(visitor, address);
        oldest.leave();
        return gone;
      } catch (still) {
        // what is full is none of its: it stays
        oldest.gone = rooms.attend(oldest.visitor, oldest.address);
        throw still;
      }
    }
  };
  const undoings = [
    rooms.onDisconnect((board, which) => {
      for (const line of openHubs.get(board)?.lines ?? []) {
        if (!which(line.visitor)) continue;
        // it asks anew, and hears why if it may not
        line.stream.send({ event: "over", data: "{}" });
        line.leave();
      }
    }),
    rooms.onDrafted((board, name) => {
      const [hub, person] = [openHubs.get(board), readDraftName(name)?.person];
      if (!hub) return;
      for (const line of hub.lines) {
        if (line.visitor.person !== person) continue;
        line.readIn = undefined;
        line.isDue = true;
      }
      soon(board, hub);
    }),
  ];
  const beat = setInterval(() => {
    for (const { lines } of openHubs.values()) for (const line of lines) sendBeat(line);
  }, POCKET_BEAT_MS).unref();

  return {
    open: async (visitor, address, stream, known) => {
      const { board } = visitor;
      const gone = attend(visitor, address);
      const hub = await hubOf(board).catch((error: unknown) => {
        gone();
        throw error;
      });
      const hide = rooms.showPhone(visitor);
      const line: Line = {
        visitor,
        address,
        stream,
        known,
        sent: new Map(),
        draft: [],
        readIn: undefined,
        isDue: true,
        isFull: false,
        isHeldBack: false,
        gone,
        leave: () => {
          if (!hub.lines.delete(line)) return;
          hide();
          stream.end();
          closeIfEmpty(board, hub);
          line.gone();
        },
      };
      const mine = linesOf(visitor);
      hub.lines.add(line);
      stream.onRoom(() => {
        if (!line.isFull) return;
        line.isFull = false;
        soon(board, hub);
      });
      for (const oldest of mine.slice(0, Math.max(0, mine.length + 1 - LINES_PER_PERSON))) oldest.leave();
      soon(board, hub);
      return line.leave;
    },
    close: () => {
      clearInterval(beat);
      for (const undo of undoings) undo();
      for (const hub of openHubs.values()) for (const line of hub.lines) line.leave();
    },
  };
}

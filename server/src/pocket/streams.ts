import { createHash } from "node:crypto";
import type { Workshop } from "@palabre/shared/documents";
import { POCKET_BEAT_MS, type PocketView } from "@palabre/shared/protocol";
import { readDraftName, type BoardId, type Card } from "@palabre/shared/terms";
import type { Visitor } from "../access/index.ts";
import type { Drafts } from "../facilitation/index.ts";
import type { Log } from "../log.ts";
import { AGAIN_MS, type Rooms } from "../rooms/index.ts";
import { viewOf } from "./view.ts";
import type { Watched, Watches } from "./watches.ts";

/** Where the events of one phone go. */
export interface PocketStream {
  /** Sends an event; false when the line is busy with what was sent before: it is told later, with what changed meanwhile. */
  send(event: { readonly id?: string; readonly event: string; readonly data: unknown }): boolean;
  end(): void;
}
/** The phones that follow boards. Each is sent what it shows, and from then on the parts that change, together where much changes at once. */
export interface Streams {
  /** @param known the id of the event that the phone heard last; @returns what says that it is gone */
  open(visitor: Visitor, stream: PocketStream, known: string | undefined): Promise<() => void>;
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
  readonly stream: PocketStream;
  known: string | undefined;
  readonly sent: Map<string, string>;
  draft: readonly Card[];
  /** the rounds that the draft was read in; undefined: it has to be read */
  readIn: string | undefined;
  /** the draft could not be read: it is told nothing until that is tried again */
  isHeldBack: boolean;
  leave(): void;
}
interface Hub {
  readonly lines: Set<Line>;
  readonly watched: Watched;
  timer: NodeJS.Timeout | undefined;
  /** until what failed is tried again */
  pause: NodeJS.Timeout | undefined;
  isStale: boolean;
  close(): void;
}

const digestOf = (view: PocketView): string =>
  createHash("sha256").update(JSON.stringify(view)).digest("base64url").slice(0, 16);

/** Changes when another draft is a person's, and when drafts were revealed or discarded: of that nothing else is told. */
const roundsOf = ({ now, drafts }: Workshop): string =>
  [now?.phase, ...drafts.map(({ phase, round }) => `${phase}:${round}`)].join(" ");

export function createStreams(deps: StreamsDeps): Streams {
  const { rooms, watches, drafts, log, now, coalesceMs = 250 } = deps;
  const hubs = new Map<BoardId, Promise<Hub>>();
  const openHubs = new Map<BoardId, Hub>();

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
  const tellLine = (hub: Hub, line: Line, view: PocketView): void => {
    const id = digestOf(view);
    if (line.known === id) {
      line.known = undefined;
      for (const [part, value] of Object.entries(view)) line.sent.set(part, JSON.stringify(value));
      line.stream.send({ id, event: "beat", data: { at: now() } });
      return;
    }
    const parts = Object.entries(view).map(([part, value]) => [part, value, JSON.stringify(value)] as const);
    const news = parts.filter(([part, , json]) => line.sent.get(part) !== json);
    if (news.length === 0) return;
    const data = { at: now(), ...Object.fromEntries(news.map(([part, value]) => [part, value])) };
    if (!line.stream.send({ id, event: "view", data })) hub.isStale = true;
    else for (const [part, , json] of news) line.sent.set(part, json);
    line.known = undefined;
  };
  const tell = async (board: BoardId, hub: Hub): Promise<void> => {
    const common = hub.watched.common();
    const rounds = roundsOf(common.seen.workshop);
    const faults: unknown[] = [];
    for (const line of hub.lines) {
      if (line.isHeldBack) continue;
      try {
        await readDraft(board, line, rounds);
        tellLine(hub, line, viewOf(common, line.visitor, line.draft));
      } catch (error) {
        line.isHeldBack = true;
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
  const soon = (board: BoardId, hub: Hub): void => {
    hub.isStale = true;
    hub.timer ??= setTimeout(() => {
      hub.isStale = false;
      tell(board, hub)
        .catch((error: unknown) => failed(board, hub, error))
        .finally(() => {
          hub.timer = undefined;
          if (hub.isStale && hub.lines.size > 0) soon(board, hub);
        });
    }, coalesceMs).unref();
  };
  const openHub = async (board: BoardId): Promise<Hub> => {
    let hub: Hub | undefined;
    const watched = await watches.take(board, () => hub && soon(board, hub));
    hub = {
      lines: new Set(),
      watched,
      timer: undefined,
      pause: undefined,
      isStale: false,
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
  const undoings = [
    rooms.onDisconnect((board, which) => {
      for (const line of openHubs.get(board)?.lines ?? []) {
        if (!which(line.visitor)) continue;
        // it asks anew, and hears why if it may not
        line.stream.send({ event: "over", data: {} });
        line.leave();
      }
    }),
    rooms.onDrafted((board, name) => {
      const [hub, person] = [openHubs.get(board), readDraftName(name)?.person];
      if (!hub) return;
      for (const line of hub.lines) if (line.visitor.person === person) line.readIn = undefined;
      soon(board, hub);
    }),
  ];
  const beat = setInterval(() => {
    for (const { lines } of openHubs.values())
      for (const { stream } of lines) stream.send({ event: "beat", data: { at: now() } });
  }, POCKET_BEAT_MS).unref();

  return {
    open: async (visitor, stream, known) => {
      const { board } = visitor;
      const gone = rooms.attend(board, visitor.person);
      const hub = await hubOf(board).catch((error: unknown) => {
        gone();
        throw error;
      });
      const hide = rooms.showPhone(visitor);
      const line: Line = {
        visitor,
        stream,
        known,
        sent: new Map(),
        draft: [],
        readIn: undefined,
        isHeldBack: false,
        leave: () => {
          if (!hub.lines.delete(line)) return;
          hide();
          stream.end();
          closeIfEmpty(board, hub);
          gone();
        },
      };
      const mine = [...hub.lines].filter((each) => each.visitor.person === visitor.person);
      hub.lines.add(line);
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

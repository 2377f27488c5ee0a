import type { AppError } from "@palabre/shared/errors";
import type { IdeaKind, OwnPaper, PocketView, SendIdea } from "@palabre/shared/protocol";
import { newCardId, type BallotId, type BoardId, type CardId, type Paper } from "@palabre/shared/terms";
import { ballotsApi, toAppError, type PocketApi } from "../api/index.ts";
import { followLine, type Line } from "./followLine.ts";
import { openQueue, type Queue, type Waiting } from "./waiting.ts";
import { openWaitingStore } from "./waitingStore.ts";

export interface PocketState {
  readonly view: PocketView;
  readonly isLive: boolean;
  readonly waiting: readonly Waiting[];
  /** my papers as the server has them; null: it has none; absent: not asked for yet */
  readonly papers: Readonly<Record<BallotId, OwnPaper | null>>;
  readonly isLasting: boolean;
  /** when something last reached the server, by this device's clock */
  readonly savedAt: number | undefined;
  /** ms that the server's clock is ahead of this device's */
  readonly aheadMs: number;
  /** this person is not on the board any more */
  readonly fault: AppError | undefined;
}

/** A workshop that is open on this phone, without React. */
export interface OpenPocket {
  readonly state: () => PocketState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Resolves once it is kept on this device. */
  readonly write: (text: string, kind: IdeaKind) => Promise<void>;
  /** An idea that came too late for its draft, said openly after all. */
  readonly sayOpenly: (waiting: Waiting) => Promise<void>;
  readonly drop: (waiting: Waiting) => Promise<void>;
  readonly react: (card: CardId, reaction: string | null) => Promise<void>;
  /** Hands a paper in, in the place of the one that was. */
  readonly vote: (ballot: BallotId, paper: Paper) => Promise<void>;
  /** Asks for my paper, if it is not known. */
  readonly askPaper: (ballot: BallotId) => Promise<void>;
  readonly raiseHand: (raised: boolean) => Promise<void>;
  readonly beReady: (isReady: boolean) => Promise<void>;
  readonly rename: (name: string) => Promise<void>;
  readonly close: () => void;
}

const RETRY_MS = 3_000;

/** @throws AppError as `view` does */
export async function openPocket(api: PocketApi, board: BoardId): Promise<OpenPocket> {
  const [view, store] = await Promise.all([api.view(board), openWaitingStore()]);
  const { person } = view.me;
  const send = async (waiting: Waiting): Promise<void> => {
    if (waiting.type === "idea") await api.sendIdea(board, waiting.idea);
    else if (waiting.type === "paper") {
      const given = await ballotsApi.handIn(board, waiting.ballot, waiting.paper);
      set({ papers: { ...state.papers, [waiting.ballot]: { ...given, paper: waiting.paper } } });
    } else await api.react(board, waiting.card, waiting.reaction);
    set({ savedAt: Date.now() });
  };
  const queue: Queue = await openQueue(store, send, (each) => each.board === board && each.person === person);
  let state: PocketState = {
    view,
    isLive: false,
    waiting: queue.items(),
    papers: {},
    isLasting: queue.isLasting,
    savedAt: undefined,
    aheadMs: Number.NEGATIVE_INFINITY,
    fault: undefined,
  };
  const listeners = new Set<() => void>();
  const set = (change: Partial<PocketState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  queue.subscribe(() => set({ waiting: queue.items() }));

  let retry: ReturnType<typeof setTimeout> | undefined;
  const flush = async (): Promise<void> => {
    clearTimeout(retry);
    if (!(await queue.flush())) retry = setTimeout(() => void flush(), RETRY_MS);
  };
  const put = async (waiting: Waiting): Promise<void> => {
    await queue.put(waiting);
    void flush();
  };
  const line: Line = followLine((lastId, signal) => api.events(board, lastId, signal), {
    live: (isLive) => {
      if (isLive !== state.isLive) set({ isLive });
      if (isLive) void flush();
    },
    told: (change, at) =>
      set({
        view: { ...state.view, ...change },
        // what was longest under way says least: the smallest lag is nearest to the truth
        ...(at === undefined ? {} : { aheadMs: Math.max(state.aheadMs, at - Date.now()) }),
      }),
    refused: (fault) => set({ isLive: false, fault }),
  });
  const wake = () => {
    if (document.visibilityState !== "visible") return;
    line.wake();
    void flush();
  };
  const lost = () => set({ isLive: false });
  const wakers = [
    [window, "online"],
    [window, "pageshow"],
    [document, "visibilitychange"],
  ] as const;
  for (const [target, name] of wakers) target.addEventListener(name, wake);
  addEventListener("offline", lost);
  void flush();

  const kept = (idea: SendIdea): Waiting => ({
    type: "idea",
    id: idea.key,
    board,
    person,
    at: Date.now(),
    state: "waiting",
    idea,
  });
  /** What has no place in a queue: it is about this moment. */
  const now = async (act: Promise<void>): Promise<void> => {
    try {
      await act;
      set({ savedAt: Date.now() });
    } catch (cause) {
      throw toAppError(cause);
    }
  };
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    write: (text, kind) => {
      const { draft } = state.view.write;
      const promised = draft ? { draft: { phase: draft.phase, round: draft.round } } : {};
      return put(kept({ key: newCardId(), kind, text: text.trim(), ...promised }));
    },
    sayOpenly: async (waiting) => {
      if (waiting.type !== "idea") return;
      const { draft: _, ...idea } = waiting.idea;
      await put({ ...kept(idea), at: waiting.at });
    },
    drop: ({ id }) => queue.drop(id),
    react: (card, reaction) =>
      put({
        type: "reaction",
        id: `reaction/${board}/${card}`,
        board,
        person,
        at: Date.now(),
        state: "waiting",
        card,
        reaction,
      }),
    vote: (ballot, paper) =>
      put({
        type: "paper",
        id: `paper/${ballot}`,
        board,
        person,
        at: Date.now(),
        state: "waiting",
        ballot,
        paper,
      }),
    askPaper: async (ballot) => {
      if (ballot in state.papers) return;
      const own = await ballotsApi.paper(board, ballot).catch(() => undefined);
      // what was handed in meanwhile is newer
      if (!(ballot in state.papers)) set({ papers: { ...state.papers, [ballot]: own ?? null } });
    },
    raiseHand: (raised) => now(api.raiseHand(board, person, raised)),
    beReady: (isReady) => now(api.beReady(board, isReady)),
    rename: (name) => now(api.rename(board, name)),
    close: () => {
      clearTimeout(retry);
      for (const [target, name] of wakers) target.removeEventListener(name, wake);
      removeEventListener("offline", lost);
      line.close();
    },
  };
}

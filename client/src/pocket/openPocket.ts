import type { AppError } from "@palabre/shared/errors";
import type { IdeaKind, OwnPaper, PocketView, SendIdea, Silence } from "@palabre/shared/protocol";
import { isSamePaper, newCardId, type BallotId, type BoardId, type CardId, type Paper } from "@palabre/shared/terms";
import { ballotsApi, PASSING, toAppError, type PocketApi } from "../api/index.ts";
import { createAttempts } from "./attempts.ts";
import { followLine, type Line } from "./followLine.ts";
import { afterReturn, stillTaken, withTaken, type Taken } from "./taken.ts";
import { takeOver } from "./takeOver.ts";
import type { UnsentPaper } from "./unsentPaper.ts";
import { MAY_PASS, openQueue, type Queue, type Waiting, type WaitingStore } from "./waiting.ts";
import type { Way } from "./wayOf.ts";
import { openWaitingStore } from "./waitingStore.ts";

export interface PocketState {
  readonly view: PocketView;
  readonly isLive: boolean;
  readonly waiting: readonly Waiting[];
  /** what the server took and the line has not told of yet, as it was sent */
  readonly taken: readonly Taken[];
  /** my papers as the server has them; null: it has none; absent: not asked for yet */
  readonly papers: Readonly<Record<BallotId, OwnPaper | null>>;
  /** ballots of which the server is being asked, again and again, whether it has my paper */
  readonly unsure: readonly BallotId[];
  /** what waits outlives the page */
  readonly isLasting: boolean;
  /** when something last reached the server, by this device's clock */
  readonly savedAt: number | undefined;
  /** ms that the server's clock is ahead of this device's */
  readonly aheadMs: number;
  /** why the hand, the answer or the name that was given last was not taken; until one is, or another step begins */
  readonly notDone: AppError | undefined;
  /** this person is not on the board any more */
  readonly fault: AppError | undefined;
}

/** A workshop that is open on this phone, without React. */
export interface OpenPocket {
  readonly board: BoardId;
  readonly state: () => PocketState;
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Resolves once it is kept, on this device if it takes it.
   * @param silence that was promised of it, also where another step is under way; undefined: it is said openly
   */
  readonly write: (text: string, kind: IdeaKind, silence: Silence | undefined) => Promise<void>;
  /** An idea that was not taken, said in another way: its person knows whether it bears their name. */
  readonly sayAgain: (waiting: Waiting, way: Way) => Promise<void>;
  readonly drop: (waiting: Waiting) => Promise<void>;
  readonly react: (card: CardId, reaction: string | null) => Promise<void>;
  /** Hands a paper in, in the place of the one that was. */
  readonly vote: (ballot: BallotId, paper: Paper) => Promise<void>;
  /** Asks for my paper, if none is known: it may have been handed in elsewhere. */
  readonly askPaper: (ballot: BallotId) => Promise<void>;
  /** Asks for my paper although one is known: it may have been changed elsewhere. */
  readonly askPaperAgain: (ballot: BallotId) => Promise<void>;
  /** Resolves with whether it was done; why not is in the state. So do the next two. */
  readonly raiseHand: (raised: boolean) => Promise<boolean>;
  readonly beReady: (isReady: boolean) => Promise<boolean>;
  readonly rename: (name: string) => Promise<boolean>;
  readonly close: () => void;
}

const RETRY_MS = 3_000;
/** All that a phone shows, on a slow network: longer than what it sends. */
const OPENS_WITHIN_MS = 30_000;

/** What is written in silence goes to that draft, or nowhere. */
const promiseOf = (silence: Silence | undefined): Pick<SendIdea, "draft"> =>
  silence ? { draft: { phase: silence.phase, round: silence.round } } : {};
/** Of a round that nobody has written in yet, its facilitators may still decide that it ends with names. */
const isSignedSince = (silence: Silence | undefined, now: Silence | undefined): boolean =>
  silence?.signed === false && now?.signed === true && silence.phase === now.phase && silence.round === now.round;

/** @throws AppError as `view` does */
export async function openPocket(
  api: PocketApi,
  board: BoardId,
  opening: Promise<WaitingStore> = openWaitingStore(),
): Promise<OpenPocket> {
  const [view, store] = await Promise.all([api.view(board, AbortSignal.timeout(OPENS_WITHIN_MS)), opening]);
  const { person } = view.me;
  await takeOver(store, board, person);
  const attempts = createAttempts();
  const send = async (waiting: Waiting): Promise<void> => {
    let isKnown = false;
    if (waiting.type === "idea")
      ({ isKnown } = await attempts.run((signal) => api.sendIdea(board, waiting.idea, signal)));
    else if (waiting.type === "paper") await handIn(waiting);
    else await attempts.run((signal) => api.react(board, waiting.card, waiting.reaction, signal));
    set({ savedAt: Date.now(), taken: withTaken(state.taken, waiting, state.view, isKnown) });
  };
  const queue: Queue = await openQueue(store, send, (each) => each.board === board && each.person === person);
  let state: PocketState = {
    view,
    isLive: false,
    waiting: queue.items(),
    taken: [],
    papers: {},
    unsure: [],
    isLasting: queue.isLasting,
    savedAt: undefined,
    aheadMs: Number.NEGATIVE_INFINITY,
    notDone: undefined,
    fault: undefined,
  };
  const listeners = new Set<() => void>();
  const set = (change: Partial<PocketState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  /** What was handed in later stays. */
  const learn = (ballot: BallotId, own: OwnPaper): void => {
    if ((state.papers[ballot]?.at ?? own.at) <= own.at) set({ papers: { ...state.papers, [ballot]: own } });
  };
  /** @throws AppError as `paper` does; a fault says nothing of the paper */
  const askOnce = async (ballot: BallotId): Promise<OwnPaper | undefined> => {
    const before = state.papers[ballot];
    const own = await attempts.run((signal) => ballotsApi.paper(board, ballot, signal));
    if (own) learn(ballot, own);
    else if (state.papers[ballot] === before) set({ papers: { ...state.papers, [ballot]: null } });
    return own;
  };
  const handIn = async ({ ballot, paper }: UnsentPaper): Promise<void> => {
    try {
      const given = await attempts.run((signal) => ballotsApi.handIn(board, ballot, paper, signal));
      learn(ballot, { ...given, paper });
    } catch (cause) {
      if (toAppError(cause).code !== "closed") throw cause;
      // it may count all the same, its reply lost: where that can't be told now, all of it is tried again
      const own = await askOnce(ballot).catch((fault: unknown) => {
        throw MAY_PASS.has(toAppError(fault).code) ? fault : cause;
      });
      if (!own || !isSamePaper(own.paper, paper)) throw cause;
    }
  };
  const underway = new Set<BallotId>();
  const ask = async (ballot: BallotId): Promise<void> => {
    underway.add(ballot);
    if (!state.unsure.includes(ballot)) set({ unsure: [...state.unsure, ballot] });
    try {
      await askOnce(ballot);
    } catch (fault) {
      if (PASSING.has(toAppError(fault).code)) return later();
    } finally {
      underway.delete(ballot);
    }
    set({ unsure: state.unsure.filter((each) => each !== ballot) });
  };
  queue.subscribe(() => {
    const gone = state.waiting.filter(({ id }) => !queue.items().some((each) => each.id === id));
    set({ waiting: queue.items(), isLasting: queue.isLasting });
    // another page of this phone may have sent it: the receipt is the server's to tell
    for (const each of gone) if (each.type === "paper" && !isGiven(each)) void ask(each.ballot);
  });
  const isGiven = ({ ballot, paper }: UnsentPaper): boolean => {
    const own = state.papers[ballot];
    return own ? isSamePaper(own.paper, paper) : false;
  };

  let retry: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    clearTimeout(retry);
    retry = setTimeout(() => void catchUp(), RETRY_MS);
  };
  const catchUp = async (): Promise<void> => {
    clearTimeout(retry);
    for (const ballot of state.unsure) if (!underway.has(ballot)) void ask(ballot);
    if (!(await queue.flush())) later();
  };
  const put = async (waiting: Waiting): Promise<void> => {
    await queue.put(waiting);
    void catchUp();
  };
  const line: Line = followLine((lastId, signal) => api.events(board, lastId, signal), {
    live: (isLive) => {
      const wasLive = state.isLive;
      if (isLive !== wasLive) set({ isLive, taken: isLive ? afterReturn(state.taken) : state.taken });
      // what went the way of the line has no answer to hope for
      if (wasLive && !isLive) attempts.renew();
      if (isLive) void catchUp();
    },
    told: (change, at) =>
      set({
        view: { ...state.view, ...change },
        taken: stillTaken(state.taken, state.view, change),
        ...(change.step === undefined || change.step?.phase === state.view.step?.phase ? {} : { notDone: undefined }),
        fault: undefined,
        // what was longest under way says least: the smallest lag is nearest to the truth
        ...(at === undefined ? {} : { aheadMs: Math.max(state.aheadMs, at - Date.now()) }),
      }),
    refused: (fault) => set({ isLive: false, fault }),
  });
  const wake = () => {
    if (document.visibilityState !== "visible") return;
    line.wake();
    attempts.renew();
    for (const { id } of [...state.view.ballots, ...state.view.results])
      if (id in state.papers && !underway.has(id)) void ask(id);
    void catchUp();
  };
  const lost = () => set({ isLive: false });
  const wakers = [
    [window, "online"],
    [window, "pageshow"],
    [document, "visibilitychange"],
  ] as const;
  for (const [target, name] of wakers) target.addEventListener(name, wake);
  addEventListener("offline", lost);
  void catchUp();

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
  const now = async (act: (signal: AbortSignal) => Promise<void>): Promise<boolean> => {
    try {
      await attempts.runOnce(act);
      set({ savedAt: Date.now(), notDone: undefined });
      return true;
    } catch (cause) {
      set({ notDone: toAppError(cause) });
      return false;
    }
  };
  return {
    board,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    write: (text, kind, silence) => {
      const idea = kept({ key: newCardId(), kind, text: text.trim(), ...promiseOf(silence) });
      return put(isSignedSince(silence, state.view.write.draft) ? { ...idea, state: "late" } : idea);
    },
    sayAgain: async (waiting, { kind, draft }) => {
      if (waiting.type !== "idea") return;
      const { key, text } = waiting.idea;
      await put({ ...kept({ key, kind, text, ...promiseOf(draft) }), at: waiting.at });
    },
    drop: (waiting) => queue.drop(waiting),
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
      if (!state.papers[ballot]) await ask(ballot);
    },
    askPaperAgain: ask,
    raiseHand: (raised) => now((signal) => api.raiseHand(board, person, raised, signal)),
    beReady: (isReady) => now((signal) => api.beReady(board, isReady, signal)),
    rename: (name) => now((signal) => api.rename(board, name, signal)),
    close: () => {
      clearTimeout(retry);
      for (const [target, name] of wakers) target.removeEventListener(name, wake);
      removeEventListener("offline", lost);
      line.close();
    },
  };
}

import {
  readAgenda,
  readBallotDesk,
  readBallots,
  readBoard,
  settingBallot,
  settingBallotDesk,
  type BoardDoc,
  type StateDoc,
} from "@palabre/shared/documents";
import { readVotes, type Votes } from "@palabre/shared/analysis";
import { AppError } from "@palabre/shared/errors";
import { plannedThere, whyNoPaper } from "@palabre/shared/facilitation/ballots";
import type { BallotFile, OpenBallot, OwnPaper, PaperGiven } from "@palabre/shared/protocol";
import {
  endsWithOf,
  LIMITS,
  newBallotId,
  type Ballot,
  type BallotId,
  type BoardId,
  type Paper,
  type PersonId,
  type PhaseId,
  type Tally,
} from "@palabre/shared/terms";
import { entryBeside, openThread } from "../background/index.ts";
import type { Conductor } from "../facilitation/index.ts";
import type { Log } from "../log.ts";
import type { Rooms } from "../rooms/index.ts";
import type { BallotStore } from "../stores/index.ts";
import { optionsOf, settingsOf } from "./asked.ts";
import { openClosing } from "./closing.ts";
import type { CountRequest } from "./count.ts";
import { countedWeighings } from "./countedWeighings.ts";
import { createPaperQueue } from "./paperQueue.ts";
import { openProgress, readElectorate } from "./progress.ts";
import { createSealing, newSalt, type Sealing } from "./sealing.ts";

/** Who gives a paper, or asks for theirs. */
interface Voter {
  readonly board: BoardId;
  readonly person: PersonId;
}

/**
 * Ballots of boards: the question in `workshop`, who is waited for on the `desk`, the papers in the store's tables alone. All of it is on
 * disk when it resolves. Of a ballot that isn't there everything throws `unknown-ballot`.
 */
export interface Ballots {
  /** @throws AppError `bad-request` for a scope that holds nothing, or too much */
  open(board: BoardId, asked: OpenBallot): Promise<BallotId>;
  /** Takes no paper any more; nothing where it takes none. */
  end(board: BoardId, id: BallotId): Promise<void>;
  /** Ends what is due on boards that this server has come to. */
  lookAgain(): void;
  /** Ends what was to end with a phase that is over; what can't be ended now, later. */
  endPhase(board: BoardId, phase: PhaseId): Promise<void>;
  /**
   * Takes papers again, without an end but that of the phase that is under way.
   * @throws AppError `conflict` once it is published, `unknown-paper` once its papers are erased
   */
  reopen(board: BoardId, id: BallotId): Promise<void>;
  /** Ends it and tells the tally; nothing where it is told. */
  publish(board: BoardId, id: BallotId): Promise<void>;
  /** Closes in the store what the board doesn't say is open: an opening that failed halfway, whose papers nothing else would erase. */
  closeLeftOpen(board: BoardId): Promise<void>;
  /** Takes it away, published or not, and erases its papers. */
  cancel(board: BoardId, id: BallotId): Promise<void>;
  /** The paper takes the place of the one that the person gave before. @throws AppError `closed`, `bad-request` with what is wrong */
  give(voter: Voter, id: BallotId, paper: Paper): Promise<PaperGiven>;
  /** @throws AppError `closed` */
  withdraw(voter: Voter, id: BallotId): Promise<void>;
  /** One's own, whether it is open or not. @throws AppError `unknown-paper` */
  own(voter: Voter, id: BallotId): Promise<OwnPaper>;
  /** A published one. @throws AppError `conflict` while it isn't */
  file(board: BoardId, id: BallotId): Promise<BallotFile>;
  /** What the published ballots say, with how each person weighed the links, without who they are. */
  votes(board: BoardId): Promise<Votes>;
  /** Called when a ballot was published, or a published one was taken away; returns the undoing. */
  onTold(listener: (board: BoardId) => void): () => void;
  /** Waits for what is under way; may be called twice. */
  close(): Promise<void>;
}

const MINUTE_MS = 60_000;
/** From one telling of how many have answered to the next. */
const TELL_EVERY_MS = 1_000;

export function openBallots(deps: {
  readonly conductor: Conductor;
  readonly rooms: Pick<Rooms, "hold" | "onLive" | "present">;
  readonly store: BallotStore;
  readonly serverKey: Uint8Array;
  readonly turns: { take<T>(key: string, task: () => Promise<T>): Promise<T> };
  readonly log: Log;
  readonly now: () => number;
  readonly tellEveryMs?: number;
}): Ballots {
  const { conductor, rooms, store, serverKey, log, now, tellEveryMs = TELL_EVERY_MS } = deps;
  const sealings = new Map<BallotId, Sealing>();
  const put = createPaperQueue(store);
  const inTurn = <T>(board: BoardId, task: () => Promise<T>): Promise<T> => deps.turns.take(`ballots/${board}`, task);

  const read = async <T>(
    board: BoardId,
    document: "board" | "workshop" | "desk",
    reading: (doc: BoardDoc & StateDoc) => T,
  ) => {
    const held = await rooms.hold(board, document);
    try {
      // the name of a document says what it is
      return reading(held.doc as BoardDoc & StateDoc);
    } finally {
      held.release();
    }
  };
  const ballotsOf = (board: BoardId) => read(board, "workshop", readBallots);
  const told = async (board: BoardId, id: BallotId) => (await read(board, "desk", readBallotDesk)).get(id);
  const { present } = rooms;
  const progress = openProgress({ conductor, present, told, store, log, everyMs: tellEveryMs });
  const ballotOf = async (board: BoardId, id: BallotId): Promise<Ballot> => {
    const ballot = (await ballotsOf(board)).get(id);
    if (ballot) return ballot;
    throw new AppError("unknown-ballot", "there is no such ballot: it may have been cancelled");
  };
  const sealingOf = async (board: BoardId, id: BallotId): Promise<Sealing> => {
    const known = sealings.get(id);
    if (known) return known;
    const record = await store.ballot(board, id);
    if (!record) throw erased();
    const sealing = createSealing(serverKey, record.salt);
    sealings.set(id, sealing);
    return sealing;
  };
  const set = (board: BoardId, id: BallotId, ballot: Ballot | undefined) =>
    conductor.change(board, "workshop", [settingBallot(id, ballot)]);

  /** The papers first, so that none is taken once anybody reads that it is closed. */
  const endNow = async (board: BoardId, id: BallotId, ballot: Ballot): Promise<Ballot> => {
    // also where its board says that it is closed: an opening that failed halfway left it open in the store, where nothing would erase it
    await store.setBallotClosed(board, id, now());
    if (ballot.state !== "open") return ballot;
    const ended: Ballot = { ...ballot, state: "closed" };
    await set(board, id, ended);
    closing.set(board, id, undefined);
    await progress.finish(board, id);
    return ended;
  };
  const end = (board: BoardId, id: BallotId) =>
    inTurn(board, async () => void (await endNow(board, id, await ballotOf(board, id))));
  const standing = (board: BoardId) =>
    read(board, "workshop", (doc) => ({ ballots: readBallots(doc), phase: readAgenda(doc).now?.phase }));
  const closing = openClosing({ store, standing, end, rooms, log, now });
  const endLater = (board: BoardId, id: BallotId) => (error: unknown) => {
    log.error({ board, ballot: id, error }, "a ballot could not be ended with its phase; it is tried again");
    closing.set(board, id, now());
  };
  const forget = rooms.onLive((board, isLive) => {
    if (!isLive) return;
    const follow = async () => {
      for (const [id, { state }] of await ballotsOf(board)) if (state === "open") progress.follow(board, id);
    };
    follow().catch((error: unknown) => log.error({ board, error }, "open ballots could not be looked for"));
  });

  const mustTake = (ballot: Ballot): void => {
    if (ballot.state !== "open") throw closed();
  };
  const listeners = new Set<(board: BoardId) => void>();
  const tell = (board: BoardId): void => {
    for (const listener of listeners) listener(board);
  };
  const counting = openThread<CountRequest, Tally | undefined>(
    entryBeside(import.meta.url, "ballots", "countWorker"),
    "The counting of papers",
  );
  const count = async (board: BoardId, id: BallotId, ballot: Ballot): Promise<Tally> => {
    const [record, records] = await Promise.all([store.ballot(board, id), store.papers(board, id)]);
    if (!record) throw erased();
    const voters = records.map(({ person }) => person);
    const electorate = await readElectorate(conductor, board);
    const awaited = (await told(board, id))?.waiting ?? [];
    const tally = await counting.ask({
      ballot,
      records: records.filter(({ person }) => !electorate.removed.has(person)),
      serverKey,
      salt: record.salt,
      of: electorate.with(voters, new Set(awaited)).size,
      at: now(),
    });
    if (tally) return tally;
    throw new AppError("damaged-document", "papers can't be read: start the server with the key that sealed them");
  };

  return {
    end,
    open: (board, asked) =>
      inTurn(board, async () => {
        const [ballots, { now: phase }] = await Promise.all([ballotsOf(board), conductor.workshop(board)]);
        const { plannedIn } = asked;
        // two facilitators press at once, or one twice on a slow line: a plan is one question
        const there = plannedIn === undefined ? undefined : plannedThere(ballots, plannedIn, phase);
        if (there) return there.id;
        if (ballots.size >= LIMITS.ballotsPerBoard)
          throw new AppError("bad-request", `a board has ${LIMITS.ballotsPerBoard} ballots at most: cancel old ones`, {
            details: { max: LIMITS.ballotsPerBoard },
          });
        const options = await read(board, "board", (doc) => optionsOf(asked, readBoard(doc)));
        const [id, openedAt] = [newBallotId(), now()];
        const closesAt = asked.minutes === undefined ? undefined : openedAt + Math.round(asked.minutes * MINUTE_MS);
        await store.openBallot({ board, id, salt: newSalt(), openedAt, closesAt });
        await set(board, id, {
          method: asked.method,
          question: asked.question ?? "",
          options,
          settings: settingsOf(asked, options.length),
          isAnonymous: true,
          openedAt,
          ...(closesAt === undefined ? {} : { closesAt }),
          ...(phase === undefined ? {} : { phase: phase.phase }),
          ...(plannedIn === undefined ? {} : { plannedIn }),
          state: "open",
        });
        closing.set(board, id, closesAt);
        progress.follow(board, id);
        return id;
      }),
    endPhase: (board, phase) =>
      inTurn(board, async () => {
        for (const [id, ballot] of await ballotsOf(board))
          if (endsWithOf(ballot) === phase) await endNow(board, id, ballot).catch(endLater(board, id));
      }),
    reopen: (board, id) =>
      inTurn(board, async () => {
        const { closesAt: _, ...ballot } = await ballotOf(board, id);
        const { now: phase } = await conductor.workshop(board);
        if (ballot.state === "published") throw new AppError("conflict", "its tally is published: open another ballot");
        // papers that had their time are not to be had again; what is known of their seal may be older
        if (!(await store.ballot(board, id))) {
          sealings.delete(id);
          throw erased();
        }
        await store.setBallotClosed(board, id, undefined);
        await set(board, id, { ...ballot, endsWith: phase?.phase ?? null, state: "open" });
        closing.set(board, id, undefined);
        progress.follow(board, id);
      }),
    closeLeftOpen: (board) =>
      inTurn(board, async () => {
        const taking = (await store.ballots(board)).filter(({ closedAt }) => closedAt === undefined);
        if (taking.length === 0) return;
        const ballots = await ballotsOf(board);
        for (const { id } of taking)
          if (ballots.get(id)?.state !== "open") await store.setBallotClosed(board, id, now());
      }),
    publish: (board, id) =>
      inTurn(board, async () => {
        const ballot = await ballotOf(board, id);
        if (ballot.state === "published") return;
        const ended = await endNow(board, id, ballot);
        await set(board, id, { ...ended, state: "published", tally: await count(board, id, ended) });
        await conductor.change(board, "desk", [settingBallotDesk(id, undefined)]);
        tell(board);
      }),
    cancel: (board, id) =>
      inTurn(board, async () => {
        await ballotOf(board, id);
        await store.eraseBallots(board, [id]);
        sealings.delete(id);
        closing.set(board, id, undefined);
        await progress.finish(board, id);
        await conductor.change(board, "desk", [settingBallotDesk(id, undefined)]);
        await set(board, id, undefined);
        tell(board);
      }),
    give: async ({ board, person }, id, paper) => {
      const ballot = await ballotOf(board, id);
      mustTake(ballot);
      const problem = whyNoPaper(ballot, paper);
      if (problem !== undefined)
        throw new AppError("bad-request", "the paper does not answer this ballot", { details: { problem } });
      const sealing = await sealingOf(board, id);
      const at = now();
      if (!(await put({ board, ballot: id, person, sealed: sealing.seal(paper, person), at }))) throw closed();
      progress.note(board, id, person, true);
      return { receipt: sealing.receiptOf(paper, person), at };
    },
    withdraw: async ({ board, person }, id) => {
      mustTake(await ballotOf(board, id));
      if (!(await put({ board, ballot: id, person, sealed: undefined, at: now() }))) throw closed();
      progress.note(board, id, person, false);
    },
    own: async ({ board, person }, id) => {
      await ballotOf(board, id);
      const record = await store.paper(board, id, person);
      const sealing = record && (await sealingOf(board, id));
      const paper = sealing?.open(record?.sealed ?? "", person);
      if (!record || !sealing || !paper) throw new AppError("unknown-paper", "this person has given no paper");
      return { paper, receipt: sealing.receiptOf(paper, person), at: record.at };
    },
    file: async (board, id) => {
      const ballot = await ballotOf(board, id);
      if (ballot.state === "published") return { id, ballot };
      throw new AppError("conflict", "it is not published by now: nothing of it is told before");
    },
    votes: async (board) => {
      const ballots = await ballotsOf(board);
      const weighings = await countedWeighings(
        ballots,
        (id) => store.papers(board, id),
        (id) => sealingOf(board, id),
      );
      return readVotes([...ballots.values()], weighings);
    },
    onTold: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    lookAgain: closing.lookAgain,
    close: async () => {
      forget();
      await closing.close();
      await progress.close();
      await counting.close();
    },
  };
}

const erased = () => new AppError("unknown-paper", "the papers of this ballot were erased");
const closed = () => new AppError("closed", "this ballot is closed: it takes no paper any more");

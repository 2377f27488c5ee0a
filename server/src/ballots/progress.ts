import { settingBallotDesk } from "@palabre/shared/documents";
import type { BallotId, BallotProgress, BoardId, PersonId } from "@palabre/shared/terms";
import type { Conductor } from "../facilitation/index.ts";
import type { Log } from "../log.ts";
import type { BallotStore } from "../stores/index.ts";

/** How far the open ballots are, told to facilitators on their desk a moment after each paper. */
export interface Progress {
  /** It takes papers; said again when somebody comes to its board, which is not followed while nobody is there. */
  follow(board: BoardId, ballot: BallotId): void;
  /** It takes none any more: tells for the last time. */
  finish(board: BoardId, ballot: BallotId): Promise<void>;
  /** Somebody gave a paper, or took theirs back. */
  note(board: BoardId, ballot: BallotId, person: PersonId, hasAnswered: boolean): void;
  close(): Promise<void>;
}

/** Who can answer a ballot: participants who were there while it was open, and whoever else did; nobody who was sent off. */
export async function readElectorate(conductor: Conductor, board: BoardId): Promise<Electorate> {
  const [{ people }, { removed }] = await Promise.all([conductor.workshop(board), conductor.desk(board)]);
  const participants = [...people].filter(([, { role }]) => role === "participant").map(([person]) => person);
  return {
    removed,
    with: (voters, met) =>
      new Set(
        [...participants.filter((person) => met.has(person)), ...voters].filter((person) => !removed.has(person)),
      ),
  };
}
interface Electorate {
  readonly removed: ReadonlyMap<PersonId, unknown>;
  /**
   * @param voters who gave a paper
   * @param met who was on the board while it was open, whatever their role
   */
  with(voters: Iterable<PersonId>, met: ReadonlySet<PersonId>): ReadonlySet<PersonId>;
}

/** Tellings between two looks at who has come and gone. */
const LOOK_EVERY = 5;

/**
 * Awaited is who is there, or was since the ballot opened: who left before can't be asked. What the desk said of it stays true after they left,
 * and in the next process.
 */
export function openProgress(deps: {
  readonly conductor: Conductor;
  readonly present: (board: BoardId) => ReadonlySet<PersonId>;
  /** what the desk says of it */
  readonly told: (board: BoardId, ballot: BallotId) => Promise<BallotProgress | undefined>;
  readonly store: Pick<BallotStore, "papers">;
  readonly log: Log;
  /** from one telling to the next, for all boards together */
  readonly everyMs: number;
}): Progress {
  const { conductor, present, told, store, log, everyMs } = deps;
  const open = new Map<BoardId, Set<BallotId>>();
  const voters = new Map<BallotId, Set<PersonId>>();
  const met = new Map<BallotId, Set<PersonId>>();
  const stale = new Map<BoardId, Set<BallotId>>();
  let [turn, isClosed] = [0, false];
  let timer: NodeJS.Timeout | undefined;
  let telling: Promise<void> | undefined;

  const meet = (board: BoardId, ballot: BallotId): Set<PersonId> => {
    const known = met.get(ballot) ?? new Set();
    met.set(ballot, known);
    for (const person of present(board)) known.add(person);
    return known;
  };
  const tell = async (board: BoardId, ballots: Iterable<BallotId>): Promise<void> => {
    const electorate = await readElectorate(conductor, board);
    for (const ballot of ballots) {
      const answered = voters.get(ballot) ?? new Set((await store.papers(board, ballot)).map(({ person }) => person));
      // who answered while they were read may not be among them: they are read again
      if (stale.get(board)?.has(ballot) !== true) voters.set(ballot, answered);
      const known = meet(board, ballot);
      for (const person of (await told(board, ballot))?.waiting ?? []) known.add(person);
      const of = electorate.with(answered, known);
      const waiting = [...of].filter((person) => !answered.has(person)).toSorted((a, b) => (a < b ? -1 : 1));
      const progress: BallotProgress = { answered: of.size - waiting.length, of: of.size, waiting };
      if (open.get(board)?.has(ballot) === true)
        await conductor.change(board, "desk", [settingBallotDesk(ballot, progress)]);
    }
  };
  const tellAll = async (): Promise<void> => {
    turn += 1;
    if (turn % LOOK_EVERY === 0)
      for (const [board, ballots] of open) for (const ballot of ballots) spoil(board, ballot);
    const due = [...stale];
    stale.clear();
    for (const [board, ballots] of due) {
      try {
        await tell(board, ballots);
      } catch (error) {
        log.error({ board, error }, "how many have answered could not be told");
      }
      // after a last telling: the desk says by then who was met, and they are read from it once somebody is there again
      if (present(board).size === 0 && !stale.has(board)) leave(board);
    }
  };
  const forget = (ballot: BallotId): void => {
    voters.delete(ballot);
    met.delete(ballot);
  };
  const leave = (board: BoardId): void => {
    for (const ballot of open.get(board) ?? []) forget(ballot);
    open.delete(board);
  };
  const beat = (): void => {
    if (timer !== undefined || isClosed || open.size === 0) return;
    timer = setTimeout(() => {
      telling = tellAll().finally(() => {
        timer = undefined;
        beat();
      });
    }, everyMs).unref();
  };
  const spoil = (board: BoardId, ballot: BallotId): void => {
    const ballots = stale.get(board) ?? new Set();
    stale.set(board, ballots.add(ballot));
  };
  const follow = (board: BoardId, ballot: BallotId): void => {
    open.set(board, (open.get(board) ?? new Set()).add(ballot));
    meet(board, ballot);
    spoil(board, ballot);
    beat();
  };
  return {
    follow,
    finish: async (board, ballot) => {
      await tell(board, [ballot]);
      open.get(board)?.delete(ballot);
      if (open.get(board)?.size === 0) open.delete(board);
      stale.get(board)?.delete(ballot);
      forget(ballot);
    },
    note: (board, ballot, person, hasAnswered) => {
      const answered = voters.get(ballot);
      if (hasAnswered) answered?.add(person);
      else answered?.delete(person);
      // who takes a paper back is awaited again
      meet(board, ballot).add(person);
      // who answers on a phone connects to no room: nobody may have followed it yet
      follow(board, ballot);
    },
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await telling;
    },
  };
}

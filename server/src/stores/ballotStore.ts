import type { BallotId, BoardId, PersonId } from "@palabre/shared/terms";

/** That a ballot takes papers, and the salt of the key under which they are sealed: without it they are noise. */
export interface BallotRecord {
  readonly board: BoardId;
  readonly id: BallotId;
  /** random; erased with the papers */
  readonly salt: string;
  readonly openedAt: number;
  /** from then on it takes none, whatever time it is closed */
  readonly closesAt?: number | undefined;
  /** absent = it takes papers */
  readonly closedAt?: number | undefined;
}

/** One person's paper, sealed by whoever hands it in. */
export interface PaperRecord {
  readonly person: PersonId;
  readonly sealed: string;
  readonly at: number;
}
/** A paper that takes the place of the one its person gave before; `sealed` undefined takes that one back. */
export interface PaperEntry extends Omit<PaperRecord, "sealed"> {
  readonly board: BoardId;
  readonly ballot: BallotId;
  readonly sealed: string | undefined;
}

/**
 * The papers of ballots. They are here and nowhere else: no document, log, checkpoint or export has them.
 *
 * Surprises, all held by `test/contract/ballotContract.ts`:
 * - `putPapers` is one transaction: when it resolves, all that it says it took is on disk. Whether a ballot takes papers is asked in
 *   that transaction, so that none slips in behind its closing.
 * - A person has one paper in a ballot. Nothing says in which order papers were given but their time.
 * - Of what is erased, replaced or taken back nothing is left that can be read, neither in the file nor in its log: what may be left of
 *   sealed bytes is sealed under a salt that is gone (in Postgres: gone from its tables, not from its log, see
 *   `PostgresDrafts`).
 */
export interface BallotStore {
  /** Rejects with `unknown-board`, and with `store-failed` when the id is taken. */
  openBallot(record: BallotRecord): Promise<void>;
  /** In the order of their ids. */
  ballots(board: BoardId): Promise<readonly BallotRecord[]>;
  ballot(board: BoardId, id: BallotId): Promise<BallotRecord | undefined>;
  /** Of all boards: those that are open and have an end. */
  dueBallots(): Promise<readonly BallotRecord[]>;
  /** Closes it since `at`; undefined opens it again, without an end. One that is closed stays so since it was. */
  setBallotClosed(board: BoardId, id: BallotId, at: number | undefined): Promise<void>;
  /** For each whether it was taken. */
  putPapers(papers: readonly PaperEntry[]): Promise<readonly boolean[]>;
  paper(board: BoardId, ballot: BallotId, person: PersonId): Promise<PaperRecord | undefined>;
  /** In the order of the people's ids. */
  papers(board: BoardId, ballot: BallotId): Promise<readonly PaperRecord[]>;
  /** Erases ballots with their papers and salts; those that are not there are passed over. */
  eraseBallots(board: BoardId, ids: readonly BallotId[]): Promise<void>;
}

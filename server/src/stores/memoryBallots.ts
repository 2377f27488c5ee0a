import { AppError } from "@palabre/shared/errors";
import type { BallotId, BoardId, PersonId } from "@palabre/shared/terms";
import { takesPapers } from "./ballotRows.ts";
import type { BallotRecord, PaperEntry, PaperRecord } from "./ballotStore.ts";

interface Kept {
  record: BallotRecord;
  readonly papers: Map<PersonId, PaperRecord>;
}

/** The papers of boards in memory; whether a board is there is its store's business. */
export class MemoryBallots {
  readonly #kept = new Map<string, Kept>();

  open(record: BallotRecord): void {
    const key = keyOf(record.board, record.id);
    if (this.#kept.has(key)) throw new AppError("store-failed", `Ballot ${record.id} is there already`);
    this.#kept.set(key, { record: { ...record }, papers: new Map() });
  }

  ballots(board: BoardId): readonly BallotRecord[] {
    return this.#records().filter((record) => record.board === board);
  }

  ballot(board: BoardId, id: BallotId): BallotRecord | undefined {
    return this.#kept.get(keyOf(board, id))?.record;
  }

  due(): readonly BallotRecord[] {
    return this.#records().filter(({ closesAt, closedAt }) => closesAt !== undefined && closedAt === undefined);
  }

  setClosed(board: BoardId, id: BallotId, at: number | undefined): void {
    const kept = this.#kept.get(keyOf(board, id));
    if (!kept) return;
    const { closesAt, closedAt, ...record } = kept.record;
    if (at === undefined) kept.record = record;
    else kept.record = { ...record, ...(closesAt === undefined ? {} : { closesAt }), closedAt: closedAt ?? at };
  }

  put(entries: readonly PaperEntry[]): readonly boolean[] {
    return entries.map(({ board, ballot, person, sealed, at }) => {
      const kept = this.#kept.get(keyOf(board, ballot));
      if (!kept || !takesPapers(kept.record, at)) return false;
      if (sealed === undefined) kept.papers.delete(person);
      else kept.papers.set(person, { person, sealed, at });
      return true;
    });
  }

  paper(board: BoardId, ballot: BallotId, person: PersonId): PaperRecord | undefined {
    return this.#kept.get(keyOf(board, ballot))?.papers.get(person);
  }

  papers(board: BoardId, ballot: BallotId): readonly PaperRecord[] {
    const papers = [...(this.#kept.get(keyOf(board, ballot))?.papers.values() ?? [])];
    return papers.toSorted((a, b) => (a.person < b.person ? -1 : 1));
  }

  erase(board: BoardId, ids: readonly BallotId[]): void {
    for (const id of ids) this.#kept.delete(keyOf(board, id));
  }

  #records(): readonly BallotRecord[] {
    const all = [...this.#kept.values()].map(({ record }) => record);
    return all.toSorted((a, b) => (keyOf(a.board, a.id) < keyOf(b.board, b.id) ? -1 : 1));
  }
}

const keyOf = (board: BoardId, ballot: BallotId): string => `${board}/${ballot}`;

import { isDraftName } from "@palabre/shared/terms";
import { failPoint } from "../failPoint.ts";
import type { JournalEntry } from "./boardStore.ts";
import { DRAFT_TABLES, SHARED_TABLES } from "./documentTables.ts";
import { PostgresBallots } from "./postgresBallots.ts";
import { PostgresBoards } from "./postgresBoards.ts";
import type { Rows } from "./postgresDatabase.ts";
import { PostgresDrafts } from "./postgresDrafts.ts";
import { PostgresHistory } from "./postgresHistory.ts";
import { PostgresJournal } from "./postgresJournal.ts";
import { PostgresPeople } from "./postgresPeople.ts";
import type { StoredName } from "./storedName.ts";

/** What a board consists of, by topic, within one transaction. */
export interface Tables {
  readonly boards: PostgresBoards;
  readonly people: PostgresPeople;
  readonly shared: PostgresJournal;
  readonly ofDrafts: PostgresJournal;
  readonly drafts: PostgresDrafts;
  readonly history: PostgresHistory;
  readonly ballots: PostgresBallots;
}

export function tablesOf(rows: Rows): Tables {
  const boards = new PostgresBoards(rows);
  return {
    boards,
    people: new PostgresPeople(rows),
    shared: new PostgresJournal(rows, SHARED_TABLES, boards),
    ofDrafts: new PostgresJournal(rows, DRAFT_TABLES, boards),
    drafts: new PostgresDrafts(rows),
    history: new PostgresHistory(rows),
    ballots: new PostgresBallots(rows),
  };
}

/** Drafts have tables of their own. */
export const journalOf = ({ shared, ofDrafts }: Tables, document: StoredName): PostgresJournal =>
  isDraftName(document) ? ofDrafts : shared;

/** Entries of any documents, with their log lines and what they erase. @returns their numbers, in order */
export async function append(tables: Tables, batch: readonly JournalEntry[]): Promise<readonly number[]> {
  const shared = await tables.shared.append(batch.filter(({ document }) => !isDraftName(document)));
  for (const { board, erases } of batch) {
    if (erases === undefined) continue;
    await tables.drafts.erase(board, erases);
    failPoint("during-reveal");
  }
  const ofDrafts = await tables.ofDrafts.append(batch.filter(({ document }) => isDraftName(document)));
  const [nextShared, nextOfDrafts] = [shared.values(), ofDrafts.values()];
  const seqs = batch.map(({ document }) => (isDraftName(document) ? nextOfDrafts : nextShared).next().value ?? 0);
  await tables.history.note(batch, seqs);
  return seqs;
}

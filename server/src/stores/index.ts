export {
  DEFAULT_HISTORY_DAYS,
  type BoardRecord,
  type BoardRecordChange,
  type BoardStore,
  type ChangeFilter,
  type ClientOwner,
  type JournalEntry,
  type LoggedChange,
  type PackedDocument,
  type SessionRecord,
  type SlideRecord,
  type StoredCheckpoint,
  type StoredDocument,
  type StoredDrafts,
  type VersionKind,
  type VersionRecord,
} from "./boardStore.ts";
export type { BallotRecord, BallotStore, PaperEntry, PaperRecord } from "./ballotStore.ts";
export type {
  FoundPost,
  LabelledPost,
  PostFilter,
  PostReading,
  PostStore,
  SourceChange,
  SourceRecord,
  SourceStates,
  ThemeCount,
  ThemeHour,
} from "./postStore.ts";
export type { CountedAt } from "./postChanges.ts";
export { openBoardStore, openPostStore } from "./openStore.ts";
export { checkDatabase, copyDatabase, DATABASES, isInUse } from "./sqliteCopy.ts";
export { moveBoards } from "./moveBoards.ts";
export { openPostgres, type PostgresDatabase } from "./postgresDatabase.ts";
export { pack, unpack } from "./packing.ts";
export type { StoredName } from "./storedName.ts";

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
export { holdFolder, joinServers, openBoardStore, openPostStore, openSharedFiles } from "./openStore.ts";
export { SERVER_LIFE_MS, type ServerRecord, type ServerStore } from "./serverStore.ts";
export { checkDatabase, copyDatabase, DATABASES, isInUse } from "./sqliteCopy.ts";
export { isDatabase, moveBoards } from "./moveBoards.ts";
export { findSharedKey, setSharedKey } from "./postgresKey.ts";
export { openPostgres, type PostgresDatabase } from "./postgresDatabase.ts";
export { pack, unpack, unpackedLength } from "./packing.ts";
export { packBytes } from "./workerBridge.ts";
export type { StoredName } from "./storedName.ts";

export type { BoardRecord, BoardStore, JournalEntry, SessionRecord, StoredDocument } from "./boardStore.ts";
export type { PostFilter, PostStore, SourceChange, SourceRecord } from "./postStore.ts";
export { openBoardStore, openPostStore } from "./openStore.ts";

import { gzipSync } from "node:zlib";
import type {
  BoardRecord,
  JournalEntry,
  PackedDocument,
  SessionRecord,
  SourceRecord,
  StoredDocument,
} from "@palabre/server/stores";
import {
  newBoardId,
  newPersonId,
  newSourceId,
  type BoardId,
  type Heard,
  type Post,
  type SourceId,
} from "@palabre/shared/terms";

export const boardRecord = (change: Partial<BoardRecord> = {}): BoardRecord => ({
  id: newBoardId(),
  title: "Le café des réparations",
  language: "fr",
  createdAt: 1_760_000_000_000,
  counters: { facilitator: 0, participant: 0, viewer: 0 },
  historyDays: 365,
  ...change,
});

export const sessionRecord = (board: BoardId, change: Partial<SessionRecord> = {}): SessionRecord => ({
  device: "d0".repeat(32),
  board,
  person: newPersonId(),
  role: "participant",
  counter: 2,
  name: "Zoé Ørsted",
  colour: 3,
  bearer: false,
  seenAt: 1_760_000_000_000,
  expiresAt: 1_775_000_000_000,
  ...change,
});

/** A checkpoint of these bytes; the store takes any vector. */
export const packed = (...bytes: number[]): PackedDocument => packedOf(bytesOf(...bytes));
export const packedOf = (bytes: Uint8Array): PackedDocument => ({
  gzip: new Uint8Array(gzipSync(bytes)),
  vector: bytesOf(1, 2, 3),
});
/** What `load` gives of a document that has no damage: `updates` are the newest entries up to `seq`. */
export const storedDocument = (
  checkpoint: Uint8Array | undefined,
  updates: readonly Uint8Array[],
  seq: number = updates.length,
): StoredDocument => ({
  checkpoint,
  updates,
  seqs: updates.map((_, index) => seq - updates.length + index + 1),
  seq,
  journalBytes: updates.reduce((sum, { byteLength }) => sum + byteLength, 0),
  quarantined: 0,
});

export const bytesOf = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes);
export const entryOf = (board: BoardId, ...bytes: number[]): JournalEntry => ({
  board,
  document: "board",
  bytes: bytesOf(...bytes),
});
export const sourceRecord = (board: BoardId, change: Partial<SourceRecord> = {}): SourceRecord => ({
  board,
  id: newSourceId(),
  kind: "feed",
  name: "Le journal du quartier",
  url: "https://example.org/feed.xml",
  intervalMinutes: 15,
  state: "waiting",
  addedAt: 1_760_000_000_000,
  nextAt: 1_760_000_900_000,
  posts: 0,
  failures: 0,
  ...change,
});

let lastPost = 0;
export const postOf = (source: SourceId, change: Partial<Post> = {}): Post => {
  lastPost += 1;
  return {
    id: `${source}:${lastPost}`,
    source,
    text: "On voudrait un atelier vélo après le travail.",
    at: 1_760_000_000_000 + lastPost,
    url: `https://example.org/${lastPost}`,
    author: "Zoé",
    language: "fr",
    ...change,
  };
};

/** What reading a post found, of whatever a test does not say. */
export const heardAs = (found: Partial<Heard>): Heard => ({
  kind: "other",
  isSure: true,
  chance: 0.5,
  feeling: "neutral",
  language: "en",
  evidence: [],
  ...found,
});

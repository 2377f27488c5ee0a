import type { ChangeEntry } from "@palabre/shared/terms";
import type { JournalEntry } from "./boardStore.ts";
import { packBytes } from "./workerBridge.ts";

/** An entry with the facts of its change as the text that is kept of them. */
export interface WrittenEntry extends Omit<JournalEntry, "change"> {
  readonly change?: (Omit<ChangeEntry, "facts"> & { readonly facts: string }) | undefined;
}

/**
 * Entries on their way to the store's thread: rows of words and numbers, and all bytes in one buffer that goes over whole. Entry by
 * entry, with facts as objects and bytes as views, a message of a hundred took twice as long to write and to read.
 */
export interface PackedEntries {
  readonly rows: readonly Row[];
  readonly buffer: ArrayBuffer;
}
type Row = readonly [
  board: JournalEntry["board"],
  document: JournalEntry["document"],
  length: number,
  clients: JournalEntry["clients"],
  erases: JournalEntry["erases"],
  at: number | undefined,
  person: ChangeEntry["person"],
  phase: ChangeEntry["phase"],
  facts: string,
];

export function packEntries(entries: readonly JournalEntry[]): PackedEntries {
  const rows = entries.map(({ board, document, bytes, clients, erases, change }): Row => {
    const facts = change ? JSON.stringify(change.facts) : "";
    return [board, document, bytes.byteLength, clients, erases, change?.at, change?.person, change?.phase, facts];
  });
  return { rows, buffer: packBytes(entries.map(({ bytes }) => bytes)).buffer };
}

export function unpackEntries({ rows, buffer }: PackedEntries): readonly WrittenEntry[] {
  let offset = 0;
  return rows.map(([board, document, length, clients, erases, at, person, phase, facts]) => {
    const bytes = new Uint8Array(buffer, offset, length);
    offset += length;
    const change = at === undefined ? undefined : { at, person, phase, facts };
    return { board, document, bytes, clients, erases, change };
  });
}

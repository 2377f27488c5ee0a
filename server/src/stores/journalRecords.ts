import { z } from "zod";
import { shaOf } from "./packing.ts";

const blob = z.instanceof(Uint8Array);
export const headRow = z.object({ seq: z.number(), start: z.number() });
/** Of the newest entry, and of the last one before the epoch. */
export type Head = z.output<typeof headRow>;
/** Read with each commit, where another schema made each time would cost more than the reading. */
export const foundHeadRow = headRow.optional();
export const seqRow = headRow.pick({ seq: true });
export const entryRow = z.object({ seq: z.number(), bytes: blob.optional(), sha: blob.optional() });
/** A record of the journal; without bytes when it isn't there. */
export type EntryRow = z.output<typeof entryRow>;
export const checkpointRow = z.object({ seq: z.number(), bytes: blob, vector: blob.nullable(), sha: blob });
export type CheckpointRow = z.output<typeof checkpointRow>;

/** Whether the bytes are those that were given. */
export function isIntact({
  bytes,
  vector,
  sha,
}: Omit<EntryRow, "seq"> & { readonly vector?: Uint8Array | null }): boolean {
  if (!bytes || !sha) return false;
  return Buffer.compare(vector ? shaOf(bytes, vector) : shaOf(bytes), sha) === 0;
}

/** A head this far beyond what is there is itself damaged: nobody can say what is missing. */
const MAX_MISSING = 100_000;

/**
 * The entries after `seq` up to the head, those that can be read and those that can't; what is in quarantine already counts as neither.
 * @returns `hasFirst`: whether the journal begins right there; undefined when the head can't be right
 */
export function faultsAfter(stored: {
  readonly seq: number;
  readonly head: number;
  readonly journal: readonly EntryRow[];
  readonly quarantined: ReadonlySet<number>;
}):
  | { readonly intact: readonly EntryRow[]; readonly faults: readonly EntryRow[]; readonly hasFirst: boolean }
  | undefined {
  const { seq, head, journal, quarantined } = stored;
  if (head - seq > journal.length + quarantined.size + MAX_MISSING) return undefined;
  const rows = new Map(journal.map((row) => [row.seq, row]));
  const intact: EntryRow[] = [];
  const faults: EntryRow[] = [];
  for (let at = seq + 1; at <= head; at += 1) {
    const row = rows.get(at);
    if (row && isIntact(row)) intact.push(row);
    else if (row || !quarantined.has(at)) faults.push(row ?? { seq: at });
  }
  return { intact, faults, hasFirst: rows.has(seq + 1) || quarantined.has(seq + 1) };
}

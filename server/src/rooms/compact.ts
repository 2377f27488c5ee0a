import { gunzipSync, gzipSync } from "node:zlib";
import { applyUpdate, createStateDoc, encodeDoc, hasGap, stateVectorOf } from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";

/** A document in pieces. */
export interface DocumentPieces {
  readonly checkpoint: Uint8Array | undefined;
  readonly updates: readonly Uint8Array[];
}
/** The same as one packed update; `length` is that of the update before it was packed. */
export interface CompactDocument {
  readonly gzip: Uint8Array<ArrayBuffer>;
  readonly vector: Uint8Array<ArrayBuffer>;
  readonly length: number;
}

/** Beyond this a board gets hardly smaller and much slower to pack. */
const LEVEL = 6;

/**
 * Makes one update of a document's pieces and packs it: through a document, since merging updates is many times slower and keeps what was
 * overwritten. It counts only once it was unpacked and read as what it was made of.
 * @throws AppError `damaged-document`
 */
export function compact({ checkpoint, updates }: DocumentPieces): CompactDocument {
  // what a document means is nobody's business here
  const doc = createStateDoc();
  doc.transact(() => {
    if (checkpoint) applyUpdate(doc, checkpoint);
    for (const update of updates) applyUpdate(doc, update);
  });
  if (hasGap(doc)) throw new AppError("damaged-document", "a checkpoint can't be made of what has a gap");
  const bytes = encodeDoc(doc);
  const vector = stateVectorOf(doc);
  const gzip = gzipSync(bytes, { level: LEVEL });
  if (!loadsAs(gunzipSync(gzip), vector)) {
    throw new AppError("damaged-document", "a checkpoint does not load as the document it was made of");
  }
  return { gzip: new Uint8Array(gzip), vector: new Uint8Array(vector), length: bytes.length };
}

/** Whether `bytes` load as a document with this state vector. */
export function loadsAs(bytes: Uint8Array, vector: Uint8Array): boolean {
  const doc = createStateDoc();
  try {
    applyUpdate(doc, bytes);
  } catch {
    // whatever it stumbled over: these bytes do not load, which is what was asked
    return false;
  }
  return !hasGap(doc) && Buffer.compare(stateVectorOf(doc), vector) === 0;
}

import { gunzipSync, gzipSync } from "node:zlib";
import {
  applyUpdate,
  createStateDoc,
  encodeDoc,
  hasGap,
  stateVectorOf,
  type StateDoc,
} from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";

/** A document in pieces. */
export interface DocumentPieces {
  readonly checkpoint: Uint8Array | undefined;
  /** whether the checkpoint is */
  readonly isPacked: boolean;
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
export function compact(pieces: DocumentPieces): CompactDocument {
  const made = pack(pieces);
  if (!loadsAs(gunzipSync(made.gzip), made.vector)) {
    throw new AppError("damaged-document", "a checkpoint does not load as the document it was made of");
  }
  return made;
}

/** A function of its own: what it opened is not held while a second copy is. */
function pack(pieces: DocumentPieces): CompactDocument {
  const doc = open(pieces);
  if (hasGap(doc)) throw new AppError("damaged-document", "a checkpoint can't be made of what has a gap");
  const bytes = encodeDoc(doc);
  const gzip = gzipSync(bytes, { level: LEVEL });
  return { gzip: new Uint8Array(gzip), vector: new Uint8Array(stateVectorOf(doc)), length: bytes.length };
}

function open({ checkpoint, isPacked, updates }: DocumentPieces): StateDoc {
  // what a document means is nobody's business here
  const doc = createStateDoc();
  doc.transact(() => {
    if (checkpoint) applyUpdate(doc, isPacked ? gunzipSync(checkpoint) : checkpoint);
    for (const update of updates) applyUpdate(doc, update);
  });
  return doc;
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

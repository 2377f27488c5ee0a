import { LIMITS } from "../terms/index.ts";

/**
 * Reads an update (Yjs, version 1) from end to end without making anything of it: whether it can be decoded at all, what it
 * weighs, and whether it holds only what a board can hold. Linear in its bytes, a few nanoseconds each, in constant memory.
 *
 * It stands before the decoder because that one trusts: it allocates what a length says, nests as deep as it is told, builds a
 * document for each subdocument, and takes the last of several sections of one client for all of them.
 *
 *     update   = count (sections) · count (clients) deletes
 *     section  = count (structs) client clock struct…
 *     struct   = info [origin] [right origin] [parent [key]] content, or the length of a gap or of what is gone
 *     deletes  = client count (clock length)…
 */
export interface UpdateScan {
  readonly ok: true;
  readonly sections: readonly UpdateSection[];
  readonly structs: number;
  /** plain values, those in arrays and objects included */
  readonly values: number;
  readonly deleteRanges: number;
  /** offset of the deletes, the second part of the update */
  readonly deletesAt: number;
}
/** The structs of one client; `clock` is the first one's. */
export interface UpdateSection {
  readonly client: number;
  readonly clock: number;
  readonly structs: number;
}
/**
 * `damaged`: no update. `too-heavy`: sections of more clients than allowed. `layout`: content that a board has no place for. `value`: nested
 * deeper than any value.
 */
export type ScanRefusal = "damaged" | "too-heavy" | "layout" | "value";

/** Sections of clients that the document has not heard of; what of them may be new is bounded by what they cost. */
const MORE_SECTIONS = 1_000;
/** Sections and sets of deletions with nothing in them: Yjs writes none. */
const EMPTY_SECTIONS = 10;

/** @param known how many clients the document has: more sections than that and a thousand are of nobody */
export function scanUpdate(
  update: Uint8Array,
  known = 0,
): UpdateScan | { readonly ok: false; readonly reason: ScanRefusal } {
  const cursor = new Cursor(update);
  try {
    const sections = readSections(cursor, known + MORE_SECTIONS);
    const deletesAt = cursor.at;
    const deleteRanges = readDeletes(cursor);
    if (cursor.at !== update.length) throw new Refused("damaged");
    const structs = sections.reduce((sum, section) => sum + section.structs, 0);
    return { ok: true, sections, structs, values: cursor.values, deleteRanges, deletesAt };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.reason };
    throw error;
  }
}

class Refused extends Error {
  readonly reason: ScanRefusal;
  constructor(reason: ScanRefusal) {
    super(reason);
    this.reason = reason;
  }
}

/** Reads the numbers and texts of an update; what lies is `Refused`. */
export class Cursor {
  readonly bytes: Uint8Array;
  at = 0;
  /** plain values read */
  values = 0;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  byte(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new Refused("damaged");
    this.at += 1;
    return byte;
  }
  /** A number may be spelled so long that it decodes to infinity, which compares as nothing and is written again without end. */
  count(): number {
    let value = this.byte();
    if (value < 128) return value;
    value -= 128;
    for (let place = 128; ; place *= 128) {
      const byte = this.byte();
      value += (byte & 127) * place;
      if (!Number.isSafeInteger(value)) throw new Refused("damaged");
      if (byte < 128) return value;
    }
  }
  /** A struct of no length would never be reached by any clock. */
  length(): number {
    const length = this.count();
    if (length === 0) throw new Refused("damaged");
    return length;
  }
  skip(bytes: number): void {
    if (bytes > this.bytes.length - this.at) throw new Refused("damaged");
    this.at += bytes;
  }
  text(): number {
    const length = this.count();
    this.skip(length);
    return length;
  }
  id(): void {
    this.count();
    this.count();
  }
}

function readSections(cursor: Cursor, most: number): UpdateSection[] {
  const sections: UpdateSection[] = [];
  const clients = new Set<number>();
  let empty = 0;
  for (let left = cursor.count(); left > 0; left -= 1) {
    const structs = cursor.count();
    const client = cursor.count();
    const clock = cursor.count();
    if (clients.has(client)) throw new Refused("damaged");
    clients.add(client);
    if (structs > 0) sections.push({ client, clock, structs });
    else empty += 1;
    if (empty > EMPTY_SECTIONS) throw new Refused("damaged");
    if (sections.length > most) throw new Refused("too-heavy");
    let end = clock;
    for (let read = 0; read < structs; read += 1) {
      end += readStruct(cursor);
      if (!Number.isSafeInteger(end)) throw new Refused("damaged");
    }
  }
  return sections;
}

export const HAS_ORIGIN = 0x80;
export const HAS_RIGHT_ORIGIN = 0x40;
export const HAS_KEY = 0x20;
export const CONTENT = 0x1f;
const SKIP = 10;

/** @returns its length, or more: a text's bytes for its letters */
export function readStruct(cursor: Cursor): number {
  const info = cursor.byte();
  if (info === SKIP || (info & CONTENT) === 0) return cursor.length();
  if (info & HAS_ORIGIN) cursor.id();
  if (info & HAS_RIGHT_ORIGIN) cursor.id();
  if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0) {
    // its parent: a root by name, or a type by id
    if (cursor.count() === 1) cursor.text();
    else cursor.id();
    if (info & HAS_KEY) cursor.text();
  }
  return readContent(cursor, info & CONTENT);
}

export const DELETED = 1;
export const STRING = 4;
const TYPE = 7;
const ANY = 8;
/** lists of JSON, bytes, embeds, formats, subdocuments: Yjs has them, a board has not */
const FOREIGN: ReadonlySet<number> = new Set([2, 3, 5, 6, 9]);
const TEXT_TYPE = 2;
const TYPES = 7;

function readContent(cursor: Cursor, content: number): number {
  switch (content) {
    case DELETED:
      return cursor.length();
    case STRING: {
      const bytes = cursor.text();
      if (bytes === 0) throw new Refused("damaged");
      return bytes;
    }
    case TYPE: {
      const type = cursor.count();
      if (type !== TEXT_TYPE) throw new Refused(type < TYPES ? "layout" : "damaged");
      return 1;
    }
    case ANY: {
      const values = cursor.length();
      const before = cursor.at;
      for (let read = 0; read < values; read += 1) readValue(cursor, LIMITS.attributeDepth);
      // a fact is one value; several at once are a list's
      if (values !== 1) throw new Refused("layout");
      // no value is that much longer here than as JSON
      if (cursor.at - before > 4 * LIMITS.attributeBytes) throw new Refused("value");
      return 1;
    }
    default:
      throw new Refused(FOREIGN.has(content) ? "layout" : "damaged");
  }
}

/** One value as lib0 writes it: a byte that says what it is, counted down from 127. Numbers and bytes too large for JSON pass here. */
function readValue(cursor: Cursor, depth: number): void {
  cursor.values += 1;
  switch (127 - cursor.byte()) {
    case 0: // undefined
    case 1: // null
    case 6: // false
    case 7: // true
      return;
    case 2: // integer
      while (cursor.byte() >= 128);
      return;
    case 3: // float, 32 bits
      return cursor.skip(4);
    case 4: // float, 64 bits
    case 5: // integer, 64 bits
      return cursor.skip(8);
    case 8: // string
    case 11: // bytes
      cursor.text();
      return;
    case 9: // object
      if (depth === 0) throw new Refused("value");
      for (let left = cursor.count(); left > 0; left -= 1) {
        cursor.text();
        readValue(cursor, depth - 1);
      }
      return;
    case 10: // array
      if (depth === 0) throw new Refused("value");
      for (let left = cursor.count(); left > 0; left -= 1) readValue(cursor, depth - 1);
      return;
    default:
      throw new Refused("damaged");
  }
}

/** @returns how many ranges there are */
function readDeletes(cursor: Cursor): number {
  let ranges = 0;
  let empty = 0;
  for (let left = cursor.count(); left > 0; left -= 1) {
    cursor.count();
    const count = cursor.count();
    if (count === 0) empty += 1;
    if (empty > EMPTY_SECTIONS) throw new Refused("damaged");
    ranges += count;
    for (let read = 0; read < count; read += 1) {
      const clock = cursor.count();
      if (!Number.isSafeInteger(clock + cursor.length())) throw new Refused("damaged");
    }
  }
  return ranges;
}

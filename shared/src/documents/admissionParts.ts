import * as encoding from "lib0/encoding";
import { decodeUtf8 } from "lib0/string";
import { clientsOf, repeatsHeld, withoutHeld } from "./admissionNews.ts";
import {
  CONTENT,
  DELETED,
  Cursor,
  HAS_KEY,
  HAS_ORIGIN,
  HAS_RIGHT_ORIGIN,
  readStruct,
  scanUpdate,
  STRING,
  type UpdateScan,
} from "./admissionScan.ts";
import type { BoardDoc } from "./doc.ts";
import type { BoardMap } from "./layout.ts";

/** Structs up to which an update is taken in as it is: some 1,500 cards. */
const WHOLE_STRUCTS = 6_000;
/** Structs of a part, at least: the time of a part is what everybody else waits for. */
const PART_STRUCTS = 3_000;
/** A part that would be longer than this has no place to be cut at, and more than this in all is no board's: such an update is judged as a whole. */
const LONGEST_PART = 9_000;
const MOST_STRUCTS = 100_000;
/** No struct is written in fewer bytes. */
const STRUCT_BYTES = 2;

/**
 * Cuts a large update of one client into updates that, one after the other, come to the same: a whole board that is imported is then
 * judged and applied a part at a time, and others are served in between.
 *
 * A part ends only where every card that it or an earlier one bears has its place and its text, as admission asks of each update; the
 * bytes of the structs stay as they are, and the deletions go with the last part. An update that lays down all cards before
 * all places, or that has overwritten a place since, can't be cut.
 * @returns undefined for what is small enough, can't be cut, or is no update: it is to be judged as it is
 */
export function cutUpdate(doc: BoardDoc, update: Uint8Array): readonly Uint8Array[] | undefined {
  if (update.length < WHOLE_STRUCTS * STRUCT_BYTES) return undefined;
  const scan = scanUpdate(update, clientsOf(doc));
  if (!isLarge(scan)) return undefined;
  try {
    if (!repeatsHeld(doc, scan)) return cut(update, scan);
    const news = withoutHeld(doc, update, scan);
    const rest = scanUpdate(news, clientsOf(doc));
    return isLarge(rest) ? cut(news, rest) : undefined;
  } catch {
    // letters that are none: who judges the whole says so
    return undefined;
  }
}

const isLarge = (scan: ReturnType<typeof scanUpdate>): scan is UpdateScan =>
  scan.ok && scan.structs > WHOLE_STRUCTS && scan.structs <= MOST_STRUCTS;

function cut(update: Uint8Array, { sections, deletesAt }: UpdateScan): readonly Uint8Array[] | undefined {
  const [section] = sections;
  if (section === undefined || sections.length > 1) return undefined;
  const cursor = new Cursor(update);
  // how many sections; one without structs may stand before ours
  for (let left = cursor.count(); left > 0; left -= 1) {
    const structs = cursor.count();
    cursor.id();
    if (structs > 0) break;
  }
  const parts: Uint8Array[] = [];
  const births = new Births();
  let from = { at: cursor.at, clock: section.clock, structs: 0 };
  let clock = section.clock;
  for (let read = 0; read < section.structs; read += 1) {
    if (read - from.structs >= PART_STRUCTS && births.areWhole) {
      parts.push(partOf(update.subarray(from.at, cursor.at), read - from.structs, section.client, from.clock));
      from = { at: cursor.at, clock, structs: read };
    }
    if (read - from.structs > LONGEST_PART) return undefined;
    const start = cursor.at;
    const length = readStruct(cursor);
    clock += isString(update[start]) ? lettersOf(update, start) : length;
    births.see(update, start);
  }
  const last = update.subarray(from.at, cursor.at);
  parts.push(partOf(last, section.structs - from.structs, section.client, from.clock, update.subarray(deletesAt)));
  return parts;
}

const NO_DELETES = new Uint8Array([0]);

function partOf(
  structs: Uint8Array,
  count: number,
  client: number,
  clock: number,
  deletes: Uint8Array = NO_DELETES,
): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, count, client, clock]) encoding.writeVarUint(encoder, number);
  encoding.writeUint8Array(encoder, structs);
  encoding.writeUint8Array(encoder, deletes);
  return encoding.toUint8Array(encoder);
}

const isString = (info = 0): boolean => (info & CONTENT) === STRING;

/** A cursor at the content of a struct, with the root and the key that it names, when it is the first under that key. */
function readHead(update: Uint8Array, start: number): { cursor: Cursor; root?: string; key?: string } {
  const cursor = new Cursor(update);
  cursor.at = start;
  const info = cursor.byte();
  if (info & HAS_ORIGIN) cursor.id();
  if (info & HAS_RIGHT_ORIGIN) cursor.id();
  if (info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) return { cursor };
  let root: string | undefined;
  if (cursor.count() === 1) root = readText(cursor);
  else cursor.id();
  const key = info & HAS_KEY ? readText(cursor) : undefined;
  return root === undefined || key === undefined ? { cursor } : { cursor, root, key };
}

function readText(cursor: Cursor): string {
  const length = cursor.text();
  return decodeUtf8(cursor.bytes.slice(cursor.at - length, cursor.at));
}

/** Yjs counts a text in UTF-16 units. */
const lettersOf = (update: Uint8Array, start: number): number => readText(readHead(update, start).cursor).length;

const PARTS_OF_CARD: ReadonlySet<string> = new Set(["cards", "position", "text"] satisfies BoardMap[]);

/** Which cards are being born: each needs its record, its place and its text. */
class Births {
  readonly #seen = new Map<string, number>();

  see(update: Uint8Array, start: number): void {
    const info = update[start] ?? 0;
    if ((info & CONTENT) === 0 || (info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) !== 0 || (info & HAS_KEY) === 0) return;
    const { root, key } = readHead(update, start);
    if (root === undefined || key === undefined || !PARTS_OF_CARD.has(root)) return;
    // what stands in its place comes later, and without its key
    const seen = (info & CONTENT) === DELETED ? Number.NEGATIVE_INFINITY : (this.#seen.get(key) ?? 0) + 1;
    if (seen === PARTS_OF_CARD.size) this.#seen.delete(key);
    else this.#seen.set(key, seen);
  }

  get areWhole(): boolean {
    return this.#seen.size === 0;
  }
}

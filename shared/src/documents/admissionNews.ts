import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { Cursor, type UpdateScan } from "./admissionScan.ts";
import type { Struct } from "./admissionSlot.ts";
import type { BoardDoc } from "./doc.ts";

/** How many clients ever wrote in a document. */
export const clientsOf = (doc: BoardDoc): number => doc.store.clients.size;

/** Whether a scanned update begins, for any client, with what the document has got. */
export const repeatsHeld = (doc: BoardDoc, { sections }: Pick<UpdateScan, "sections">): boolean =>
  sections.some(({ client, clock }) => clock < Y.getState(doc.store, client));

/** A scanned update less the structs that the document has got. @throws what Yjs stumbles over */
export const withoutHeld = (
  doc: BoardDoc,
  update: Uint8Array,
  { sections }: Pick<UpdateScan, "sections">,
): Uint8Array =>
  Y.diffUpdate(
    update,
    Y.encodeStateVector(new Map(sections.map(({ client }) => [client, Y.getState(doc.store, client)]))),
  );

/** Ranges up to which those that delete nothing are found out one by one, with all the others. */
const FEW_RANGES = 1_000;

/** Clients that a copy may have heard of beyond those of the document: it deletes for no more than these. */
const MORE_CLIENTS = 1_000;

/**
 * A scanned update less the deletions of what is deleted in the document already, when there are many.
 *
 * A step 2 repeats all that were ever made. They are left out as bytes, in one walk along both lists: a tenth of what it takes to decode
 * them and look each of them up.
 * @returns the update itself when there are few, when ranges are not in order, as Yjs writes them, or when they are of clients that never were
 */
export function withoutDeleted(
  doc: BoardDoc,
  update: Uint8Array,
  { deletesAt, deleteRanges }: Pick<UpdateScan, "deletesAt" | "deleteRanges">,
): Uint8Array {
  if (deleteRanges <= FEW_RANGES) return update;
  const cursor = new Cursor(update);
  cursor.at = deletesAt;
  /** client → clock, length, clock, length… */
  const kept: (readonly [client: number, ranges: readonly number[]])[] = [];
  const sets = cursor.count();
  if (sets > clientsOf(doc) + MORE_CLIENTS) return update;
  for (let clients = sets; clients > 0; clients -= 1) {
    const client = cursor.count();
    const isGone = walkDeleted(doc.store.clients.get(client) ?? []);
    const ranges: number[] = [];
    let end = 0;
    for (let left = cursor.count(); left > 0; left -= 1) {
      const clock = cursor.count();
      const length = cursor.count();
      if (clock < end) return update;
      end = clock + length;
      if (!isGone(clock, end)) ranges.push(clock, length);
    }
    if (ranges.length > 0) kept.push([client, ranges]);
  }
  return encoding.encode((encoder) => {
    encoding.writeUint8Array(encoder, update.subarray(0, deletesAt));
    encoding.writeVarUint(encoder, kept.length);
    for (const [client, ranges] of kept) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, ranges.length / 2);
      for (const number of ranges) encoding.writeVarUint(encoder, number);
    }
  });
}

/** How far the next struct is looked for step by step, before it is searched for by halves. */
const STEPS = 16;

/** Whether all between two clocks is there and deleted; to be asked from front to back. */
function walkDeleted(structs: readonly Struct[]): (from: number, to: number) => boolean {
  const endOf = (index: number) => structs[index]!.id.clock + structs[index]!.length;
  const held = structs.length === 0 ? 0 : endOf(structs.length - 1);
  let at = 0;
  return (from, to) => {
    if (to > held) return false;
    for (let steps = 0; endOf(at) <= from; steps += 1) {
      // the list is Yjs's own, ordered by clock
      if (steps === STEPS) at = Y.findIndexSS(structs as Y.Item[], from);
      else at += 1;
    }
    for (; structs[at]!.deleted; at += 1) if (endOf(at) >= to) return true;
    return false;
  };
}

import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { BoardDoc } from "./doc.ts";
import type { Struct } from "./admissionSlot.ts";
import type { Slots } from "./admissionSlots.ts";

type Ranges = ReturnType<typeof Y.decodeUpdate>["ds"];

/** The deletions of an update that delete something. */
export interface Deletions {
  /** client → [clock, length]… */
  readonly ranges: ReadonlyMap<number, readonly (readonly [number, number])[]>;
  /** ranges that were left out, since all in them is deleted already: a step 2 repeats all that ever was */
  readonly ignored: number;
}

/**
 * Marks in the slots what an update deletes.
 * @returns `too-heavy` when it would hold up everybody else, `gap` when it deletes what is not there yet, `damaged` when ranges overlap: what is named twice would count twice
 */
export function markDeletions(
  doc: BoardDoc,
  slots: Slots,
  deletes: Ranges,
): Deletions | "gap" | "damaged" | "too-heavy" {
  const ranges = new Map<number, [number, number][]>();
  let ignored = 0;
  for (const [client, all] of deletes.clients) {
    if (doOverlap(all)) return "damaged";
    const held = Y.getState(doc.store, client);
    const structs = doc.store.clients.get(client) ?? [];
    const end = slots.endOf(client);
    const kept: [number, number][] = [];
    for (const { clock, len } of all) {
      if (clock + len > end) return "gap";
      if (slots.cost.isTooHigh) return "too-heavy";
      const old = clock < held && markHeld(slots, structs, clock, Math.min(clock + len, held));
      const fresh = clock + len > held && markIncoming(slots, client, Math.max(clock, held), clock + len);
      if (old || fresh) kept.push([clock, len]);
      else ignored += 1;
    }
    if (kept.length > 0) ranges.set(client, kept);
  }
  return { ranges, ignored };
}

/** Yjs writes the ranges of a client in order, and joins those that touch. */
function doOverlap(ranges: readonly { readonly clock: number; readonly len: number }[]): boolean {
  const isBehind = (next: number, { clock, len }: { clock: number; len: number }) => next >= clock + len;
  const areApart = (all: typeof ranges) =>
    all.every(({ clock }, index) => index === 0 || isBehind(clock, all[index - 1]!));
  return !areApart(ranges) && !areApart(ranges.toSorted((a, b) => a.clock - b.clock));
}

/** @returns whether anything between the clocks was alive */
function markHeld(slots: Slots, structs: readonly Struct[], from: number, to: number): boolean {
  let any = false;
  // the list is Yjs's own, ordered by clock
  for (let index = Y.findIndexSS(structs as Y.Item[], from); index < structs.length; index += 1) {
    const struct = structs[index]!;
    const { clock } = struct.id;
    if (clock >= to) break;
    if (struct.deleted || !(struct instanceof Y.Item)) continue;
    any = true;
    const place = slots.placeOf(struct);
    slots.cost.change();
    slots.cost.cut(struct, from);
    slots.cost.cut(struct, to);
    if (typeof place === "object") {
      place.killed += Math.min(clock + struct.length, to) - Math.max(clock, from);
    }
  }
  return any;
}

/** The same among what the update brings itself. */
function markIncoming(slots: Slots, client: number, from: number, to: number): boolean {
  let any = false;
  for (let clock = from; clock < to;) {
    const struct = slots.incoming(client, clock);
    if (!struct) break;
    const next = struct.id.clock + struct.length;
    const place = slots.placeOf(struct);
    if (struct instanceof Y.Item && !(struct.content instanceof Y.ContentDeleted) && typeof place === "object") {
      any = true;
      (place.dead ??= new Set()).add(struct);
      if (place.isLetters) place.addedLetters -= Math.min(next, to) - clock;
    }
    clock = next;
  }
  return any;
}

/** An update whose deletions are only these; its structs stay byte for byte. */
export function withDeletions(update: Uint8Array, deletesAt: number, { ranges }: Deletions): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8Array(encoder, update.subarray(0, deletesAt));
    encoding.writeVarUint(encoder, ranges.size);
    for (const [client, kept] of ranges) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, kept.length);
      for (const [clock, length] of kept) {
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, length);
      }
    }
  });
}

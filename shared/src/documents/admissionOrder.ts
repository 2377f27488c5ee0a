import * as Y from "yjs";
import type { BoardDoc } from "./doc.ts";
import type { Incoming, Slot, Struct } from "./admissionSlot.ts";
import { isSame } from "./admissionSlots.ts";

/**
 * The structs of an update in an order in which each refers only to what is there: what `doc` holds, or what came before it.
 * @returns undefined when one refers to what is nowhere, or two wait for each other: Yjs would keep the rest pending
 */
export function inOrder(doc: BoardDoc, incoming: Incoming): Struct[] | undefined {
  const ordered: Struct[] = [];
  const read = new Map<number, number>();
  const ends = new Map<number, number>();
  const endOf = (client: number) => ends.get(client) ?? Y.getState(doc.store, client);
  for (const first of incoming.keys()) {
    // clients, each of which waits for a struct of the next one
    const waiting = [first];
    for (let client = first; waiting.length > 0; client = waiting.at(-1) ?? first) {
      const at = read.get(client) ?? 0;
      const struct = incoming.get(client)?.[at];
      if (!struct) {
        if (waiting.length > 1) return undefined;
        waiting.pop();
        continue;
      }
      const awaited = waitsFor(struct, endOf);
      if (awaited === undefined) {
        read.set(client, at + 1);
        if (struct.id.clock !== endOf(client)) return undefined;
        ordered.push(struct);
        ends.set(client, struct.id.clock + struct.length);
        if (waiting.length > 1) waiting.pop();
      } else if (waiting.includes(awaited)) return undefined;
      else waiting.push(awaited);
    }
  }
  return ordered;
}

/** The client of which something is missing; its own one when a struct refers to what comes after it. */
function waitsFor(struct: Struct, endOf: (client: number) => number): number | undefined {
  if (!(struct instanceof Y.Item)) return undefined;
  const { id, origin, rightOrigin } = struct;
  const parent: unknown = struct.parent;
  const isMissing = (other: Y.ID) => other.clock >= (other.client === id.client ? id.clock : endOf(other.client));
  if (origin && isMissing(origin)) return origin.client;
  if (rightOrigin && isMissing(rightOrigin)) return rightOrigin.client;
  return parent instanceof Y.ID && isMissing(parent) ? parent.client : undefined;
}

/** A piece of an entry's list: an item, or the part of one that an update cuts off. */
interface Piece {
  readonly client: number;
  readonly clock: number;
  length: number;
  readonly origin: Y.ID | null;
  readonly rightOrigin: Y.ID | null;
  readonly isDead: boolean;
  readonly item: Y.Item;
}

/**
 * What an entry is set to once the update is in: the last item of its list, unless that one will be dead.
 *
 * Two people who set one entry at once leave two items, and the order of the list says whose is last. That order is worked out here
 * as Yjs does it (YATA: among what stands between the two neighbours an item was put between, the lower client comes first, and
 * what was put behind an item stays behind it), on a copy of the list. Costs the length of the list for each item.
 * @see Nicolaescu et al. 2016, "Near Real-Time Peer-to-Peer Shared Editing on Extensible Data Types", doi:10.1145/2957276.2957310
 */
export function lastAlive(slot: Slot): Y.Item | undefined {
  const list: Piece[] = [];
  for (let item = slot.first(); item !== null; item = item.right) {
    list.push(pieceOf(item, item.deleted || (item === slot.last && slot.killed > 0)));
  }
  for (const item of slot.added) place(list, pieceOf(item, isDead(slot, item)));
  const last = list.at(-1);
  return last?.isDead === false ? last.item : undefined;
}

export const isDead = (slot: Slot, item: Y.Item): boolean =>
  item.content instanceof Y.ContentDeleted || (slot.dead?.has(item) ?? false);

const pieceOf = (item: Y.Item, dead: boolean): Piece => ({
  client: item.id.client,
  clock: item.id.clock,
  length: item.length,
  origin: item.origin,
  rightOrigin: item.rightOrigin,
  isDead: dead,
  item,
});

const indexOf = (list: readonly Piece[], id: Y.ID): number =>
  list.findIndex(({ client, clock, length }) => client === id.client && clock <= id.clock && id.clock < clock + length);

/** Cuts the piece that holds `id`, so that one begins at `clock`. */
function cutAt(list: Piece[], id: Y.ID, clock: number): void {
  const index = indexOf(list, id);
  const piece = list[index];
  if (!piece || clock <= piece.clock || clock >= piece.clock + piece.length) return;
  const rest = {
    ...piece,
    clock,
    length: piece.clock + piece.length - clock,
    origin: Y.createID(piece.client, clock - 1),
  };
  piece.length = clock - piece.clock;
  list.splice(index + 1, 0, rest);
}

function place(list: Piece[], piece: Piece): void {
  const { origin, rightOrigin } = piece;
  if (origin) cutAt(list, origin, origin.clock + 1);
  if (rightOrigin) cutAt(list, rightOrigin, rightOrigin.clock);
  let left = origin ? indexOf(list, origin) : -1;
  const right = rightOrigin ? indexOf(list, rightOrigin) : list.length;
  const conflicting = new Set<Piece>();
  const passed = new Set<Piece>();
  for (let at = left + 1; at < list.length && at !== right; at += 1) {
    const other = list[at]!;
    passed.add(other);
    conflicting.add(other);
    const origin = other.origin && list[indexOf(list, other.origin)];
    if (isSame(piece.origin, other.origin)) {
      if (other.client < piece.client) {
        left = at;
        conflicting.clear();
      } else if (isSame(piece.rightOrigin, other.rightOrigin)) break;
    } else if (origin && passed.has(origin)) {
      if (!conflicting.has(origin)) {
        left = at;
        conflicting.clear();
      }
    } else break;
  }
  list.splice(left + 1, 0, piece);
}

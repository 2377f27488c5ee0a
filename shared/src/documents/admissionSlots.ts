import * as Y from "yjs";
import { mapOf, type BoardDoc } from "./doc.ts";
import { BOARD_MAPS, type BoardMap } from "./layout.ts";

/** Where something of an update belongs: an entry of one of the maps, or the letters of the text under a key. */
export interface Slot {
  readonly map: BoardMap;
  readonly key: string;
  readonly isLetters: boolean;
  /** items of the update, in the order in which they will be integrated */
  readonly added: Y.Item[];
  /** those of them that the update deletes itself; letters by their number */
  readonly dead: Set<Y.Item>;
  addedLetters: number;
  /** how much of what this copy holds alive here the update deletes: 1 for an entry, letters of a text */
  killed: number;
  /** items that do not fall between two neighbours, so that integrating them looks along the list */
  conflicts: number;
  /** what follows what in the list, where the update changed it; the key of an id, "" for the beginning */
  readonly follows: Map<string, Y.ID | null>;
}
/** `gone`: under an ancestor that is no more; it is taken in and empty. `foreign`: nowhere that a board has. */
type Place = Slot | "gone" | "foreign";

/**
 * What an update may weigh and cost: measured so that reading, inspecting and applying the worst one that passes stays under
 * 200 ms (`test/bench/admission`).
 */
export const UPDATE_LIMITS = {
  structs: 60_000,
  deleteRanges: 100_000,
  /** a device seldom has more than one copy that wrote something unsent */
  clients: 60,
  /** items that Yjs passes while it looks for places in lists */
  searches: 2_000_000,
  /** entries that Yjs shifts when it cuts structs in two */
  shifts: 50_000_000,
} as const;
export type Struct = Y.Item | Y.GC;
/** client → its structs in an update, in order of their clocks; none of them does the document hold */
export type Incoming = ReadonlyMap<number, readonly Struct[]>;

const keyOfId = (id: Y.ID | null): string => (id === null ? "" : `${id.client}:${id.clock}`);
export const isSame = (a: Y.ID | null, b: Y.ID | null): boolean =>
  a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock);

/** Finds the slot of each struct of an update, as Yjs will: by its own parent and key, else those of its origin, then of its right origin. */
export class Slots {
  readonly all: Map<string, Slot> = new Map();
  /** client → clocks before which one of its structs is cut in two: each cut costs a shift of all behind it */
  readonly cuts: Map<number, Set<number>> = new Map();
  readonly #doc: BoardDoc;
  readonly #roots: ReadonlyMap<unknown, BoardMap>;
  readonly #incoming: Incoming;
  readonly #places = new Map<Y.Item, Place>();

  constructor(doc: BoardDoc, incoming: Incoming) {
    this.#doc = doc;
    this.#roots = new Map(BOARD_MAPS.map((name) => [mapOf(doc, name), name]));
    this.#incoming = incoming;
  }

  entry(map: BoardMap, key: string): Slot | undefined {
    return this.all.get(`${map}/${key}`);
  }
  letters(key: string): Slot | undefined {
    return this.all.get(`letters/${key}`);
  }

  /** Adds an item whose references are all in the document, or were added before. @returns false when it belongs nowhere */
  add(item: Y.Item): boolean {
    const place = this.#find(item);
    this.#places.set(item, place);
    if (place === "foreign") return false;
    if (place === "gone") return true;
    place.added.push(item);
    if (item.content instanceof Y.ContentString) place.addedLetters += item.length;
    this.#order(place, item);
    return true;
  }

  /** The clock after all that is known of a client, the update included. */
  endOf(client: number): number {
    const last = this.#incoming.get(client)?.at(-1);
    return last ? last.id.clock + last.length : Y.getState(this.#doc.store, client);
  }

  /** A struct of the update that a client's clock lies in. */
  incoming(id: Y.ID): Struct | undefined {
    const structs = this.#incoming.get(id.client);
    if (!structs) return undefined;
    let low = 0;
    let high = structs.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const struct = structs[middle]!;
      if (struct.id.clock > id.clock) high = middle - 1;
      else if (struct.id.clock + struct.length <= id.clock) low = middle + 1;
      else return struct;
    }
    return undefined;
  }

  placeOf(struct: Struct): Place {
    if (!(struct instanceof Y.Item)) return "gone";
    return this.#places.get(struct) ?? this.#placeOfHeld(struct);
  }

  #slot(map: BoardMap, key: string, isLetters: boolean): Slot {
    const name = `${isLetters ? "letters" : map}/${key}`;
    let slot = this.all.get(name);
    if (!slot) {
      slot = {
        map,
        key,
        isLetters,
        added: [],
        dead: new Set(),
        addedLetters: 0,
        killed: 0,
        conflicts: 0,
        follows: new Map(),
      };
      this.all.set(name, slot);
    }
    return slot;
  }

  /** Of an item that the document holds. */
  #placeOfHeld(item: Y.Item): Place {
    // an item that was integrated has a type for a parent
    const parent = item.parent as Y.AbstractType<unknown>;
    const root = this.#roots.get(parent);
    if (root !== undefined) return item.parentSub === null ? "foreign" : this.#slot(root, item.parentSub, false);
    const owner = parent._item;
    if (owner?.deleted) return "gone";
    const under = owner?.parent && this.#roots.get(owner.parent);
    if (under !== "text" || owner?.parentSub === null || owner?.parentSub === undefined) return "foreign";
    return item.parentSub === null ? this.#slot("text", owner.parentSub, true) : "foreign";
  }

  #find(item: Y.Item): Place {
    const left = item.origin && this.#referredBy(item.origin, "end");
    const right = item.rightOrigin && this.#referredBy(item.rightOrigin, "start");
    const beside = left ?? right;
    if (left && right) {
      const [one, other] = [this.placeOf(left), this.placeOf(right)];
      // a neighbour that is gone takes the item with it; two neighbours in different lists are nobody's doing
      if (one === "gone" || other === "gone") return "gone";
      return one === other ? one : "foreign";
    }
    if (beside) return this.placeOf(beside);
    // decoding leaves the name of a root, or an id, where an integrated item has its parent
    const parent: unknown = item.parent;
    if (typeof parent === "string") {
      const root = BOARD_MAPS.find((name) => name === parent);
      return root === undefined || item.parentSub === null ? "foreign" : this.#slot(root, item.parentSub, false);
    }
    if (!(parent instanceof Y.ID)) return "foreign";
    const owner = this.#referredBy(parent, "inside");
    const place = this.placeOf(owner);
    if (place === "gone" || place === "foreign") return place;
    const content = owner instanceof Y.Item ? owner.content : undefined;
    if (content instanceof Y.ContentDeleted) return "gone";
    const isText = place.map === "text" && !place.isLetters && content instanceof Y.ContentType;
    return isText && item.parentSub === null ? this.#slot("text", place.key, true) : "foreign";
  }

  /** The struct that an id refers to; Yjs cuts it after (`end`) or before (`start`) the id, so that it has a neighbour to stand beside. */
  #referredBy(id: Y.ID, cut: "end" | "start" | "inside"): Struct {
    const struct = this.incoming(id) ?? Y.getItem(this.#doc.store, id);
    if (cut === "end") this.cut(struct, id.clock + 1);
    if (cut === "start") this.cut(struct, id.clock);
    return struct;
  }

  /** Notes that Yjs will have a struct begin at `clock`. */
  cut(struct: Struct, clock: number): void {
    const { client, clock: start } = struct.id;
    if (clock <= start || clock >= start + struct.length || !(struct instanceof Y.Item)) return;
    const cuts = this.cuts.get(client);
    if (cuts) cuts.add(clock);
    else this.cuts.set(client, new Set([clock]));
  }

  /**
   * Notes what follows the item. Yjs looks along the list for its place unless what it was put between still stands side by side:
   * each such search may cost the whole list.
   */
  #order(slot: Slot, item: Y.Item): void {
    const { origin, rightOrigin, id } = item;
    const next = this.#following(slot, origin);
    const typedOn = origin !== null && origin.client === id.client && origin.clock === id.clock - 1;
    // an entry's list is kept by its end: its beginning is walked to
    const isBeginning = origin === null && !slot.isLetters && next !== null;
    if (isBeginning || (!typedOn && !isSame(next, rightOrigin))) slot.conflicts += 1;
    slot.follows.set(keyOfId(origin), id);
    slot.follows.set(keyOfId(item.lastId), next);
  }

  #following(slot: Slot, id: Y.ID | null): Y.ID | null {
    const changed = slot.follows.get(keyOfId(id));
    if (changed !== undefined) return changed;
    if (id === null) return firstOf(this.#doc, slot)?.id ?? null;
    const struct = this.incoming(id) ?? Y.getItem(this.#doc.store, id);
    if (id.clock < struct.id.clock + struct.length - 1) return Y.createID(id.client, id.clock + 1);
    return struct instanceof Y.Item ? (struct.right?.id ?? null) : null;
  }
}

/** The last item of an entry, alive or not: the one that says whether it is set. */
export const lastOf = (doc: BoardDoc, map: BoardMap, key: string): Y.Item | undefined => mapOf(doc, map)._map.get(key);

function firstOf(doc: BoardDoc, slot: Slot): Y.Item | null {
  let item = lastOf(doc, slot.map, slot.key) ?? null;
  if (slot.isLetters) return item?.content instanceof Y.ContentType ? item.content.type._start : null;
  while (item?.left) item = item.left;
  return item;
}

/** How many items the document holds in the slot's list. */
export function lengthOf(doc: BoardDoc, slot: Slot): number {
  let length = 0;
  for (let item = firstOf(doc, slot); item !== null; item = item.right) length += 1;
  return length;
}

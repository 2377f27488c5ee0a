import * as Y from "yjs";
import type { UpdateCost } from "./admissionCost.ts";
import { Slot, type Incoming, type Place, type Struct } from "./admissionSlot.ts";
import { mapOf, type BoardDoc } from "./doc.ts";
import { BOARD_MAPS, type BoardMap } from "./layout.ts";

/** Finds the slot of each struct of an update, as Yjs will: by its own parent and key, else those of its origin, then of its right origin. */
export class Slots {
  readonly all: Slot[] = [];
  readonly cost: UpdateCost;
  readonly #doc: BoardDoc;
  readonly #incoming: Incoming;
  readonly #roots: ReadonlyMap<unknown, BoardMap>;
  readonly #entries: Readonly<Record<BoardMap, Map<string, Slot>>>;
  readonly #letters = new Map<string, Slot>();
  readonly #places = new Map<Y.Item, Place>();

  constructor(doc: BoardDoc, incoming: Incoming, cost: UpdateCost) {
    this.#doc = doc;
    this.#incoming = incoming;
    this.cost = cost;
    this.#roots = rootsOf(doc);
    this.#entries = {
      cards: new Map(),
      position: new Map(),
      text: new Map(),
      attributes: new Map(),
      links: new Map(),
      comments: new Map(),
    };
  }

  entry(map: BoardMap, key: string): Slot | undefined {
    return this.#entries[map].get(key);
  }

  /** Adds an item whose references are all in the document, or were added before. @returns false when it belongs nowhere */
  add(item: Y.Item): boolean {
    const place = this.#find(item);
    this.#places.set(item, place);
    if (place === "foreign") return false;
    if (place === "gone") return true;
    if (item.content instanceof Y.ContentString) place.addedLetters += item.length;
    if (place.added.length > 0 || place.last) this.#order(place, item);
    place.added.push(item);
    return true;
  }

  /** The clock after all that is known of a client, the update included. */
  endOf(client: number): number {
    const last = this.#incoming.get(client)?.at(-1);
    return last ? last.id.clock + last.length : Y.getState(this.#doc.store, client);
  }

  /** A struct of the update that a client's clock lies in. */
  incoming(client: number, clock: number): Struct | undefined {
    const structs = this.#incoming.get(client);
    if (!structs) return undefined;
    let low = 0;
    let high = structs.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const struct = structs[middle]!;
      if (struct.id.clock > clock) high = middle - 1;
      else if (struct.id.clock + struct.length <= clock) low = middle + 1;
      else return struct;
    }
    return undefined;
  }

  placeOf(struct: Struct): Place {
    if (!(struct instanceof Y.Item)) return "gone";
    return this.#places.get(struct) ?? this.#placeOfHeld(struct);
  }

  #slot(map: BoardMap, key: string, isLetters: boolean): Slot {
    const slots = isLetters ? this.#letters : this.#entries[map];
    const present = slots.get(key);
    if (present) return present;
    const slot = new Slot(map, key, isLetters, lastOf(this.#doc, map, key));
    slots.set(key, slot);
    this.all.push(slot);
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
    const { origin, rightOrigin } = item;
    if (origin || rightOrigin) {
      const left = origin && this.#placeOf(origin, origin.clock + 1);
      const right = rightOrigin && this.#placeOf(rightOrigin, rightOrigin.clock);
      // a neighbour that is gone takes the item with it; two neighbours in different lists are nobody's doing
      if (left === "gone" || right === "gone") return "gone";
      if (left && right) return left === right ? left : "foreign";
      return left ?? right ?? "foreign";
    }
    // decoding leaves the name of a root, or an id, where an integrated item has its parent
    const parent: unknown = item.parent;
    if (typeof parent === "string") {
      const root = BOARD_MAPS.find((name) => name === parent);
      return root === undefined || item.parentSub === null ? "foreign" : this.#slot(root, item.parentSub, false);
    }
    if (!(parent instanceof Y.ID)) return "foreign";
    const owner = this.#structAt(parent);
    const place = this.placeOf(owner);
    if (place === "gone" || place === "foreign") return place;
    const content = owner instanceof Y.Item ? owner.content : undefined;
    if (content instanceof Y.ContentDeleted) return "gone";
    const isText = place.map === "text" && !place.isLetters && content instanceof Y.ContentType;
    return isText && item.parentSub === null ? this.#slot("text", place.key, true) : "foreign";
  }

  /** @param cutAt the clock before which Yjs cuts the struct, so that the new one has a neighbour to stand beside */
  #placeOf(id: Y.ID, cutAt: number): Place {
    const struct = this.#structAt(id);
    this.cost.cut(struct, cutAt);
    return this.placeOf(struct);
  }

  #structAt(id: Y.ID): Struct {
    return this.incoming(id.client, id.clock) ?? Y.getItem(this.#doc.store, id);
  }

  /**
   * Notes what follows the item. Yjs looks along the list for its place unless what it was put between still stands side by side:
   * for an honest item past what others put there meanwhile, for one that is made up past the whole list.
   */
  #order(slot: Slot, item: Y.Item): void {
    const { origin, rightOrigin, id } = item;
    const [only] = slot.added;
    slot.follows ??= new Map(
      only && !slot.last
        ? [
            ["", only.id],
            [keyOf(only.lastId), null],
          ]
        : [],
    );
    const next = this.#following(slot, origin);
    const typedOn = origin !== null && origin.client === id.client && origin.clock === id.clock - 1;
    // an entry's list is held by its end: its beginning is walked to
    const isBeginning = origin === null && !slot.isLetters && next !== null;
    if (isBeginning || (!typedOn && !isSame(next, rightOrigin))) {
      const from = this.#held(origin);
      const until = isBeginning ? null : rightOrigin;
      // else all between the two is not known: one of them stands in no list yet
      const isAmongHeld = (origin === null || from !== null) && (until === null || this.#held(until) !== null);
      this.cost.search(slot, from, until, isAmongHeld ? item : undefined);
    }
    if (this.#isPastOwn(next, rightOrigin)) this.cost.forged();
    slot.follows.set(keyOf(origin), id);
    slot.follows.set(keyOf(item.lastId), next);
  }

  /**
   * Whether an item would pass what its own copy wrote in the same update: there, what it stands between stood side by side.
   * @param next what followed its origin when that copy last wrote there; what came from others since may stand before it
   */
  #isPastOwn(next: Y.ID | null, rightOrigin: Y.ID | null): boolean {
    // of several copies it is not known what each had seen of the others
    if (next === null || isSame(next, rightOrigin) || this.#incoming.size > 1) return false;
    const own = this.incoming(next.client, next.clock);
    if (!(own instanceof Y.Item)) return false;
    return (
      rightOrigin === null ||
      this.incoming(rightOrigin.client, rightOrigin.clock) !== undefined ||
      isSame(rightOrigin, own.rightOrigin)
    );
  }

  #held(id: Y.ID | null): Y.Item | null {
    const struct = id && this.#structAt(id);
    // one of the update stands in no list yet
    return struct instanceof Y.Item && !this.#places.has(struct) ? struct : null;
  }

  #following(slot: Slot, id: Y.ID | null): Y.ID | null {
    const changed = slot.follows?.get(keyOf(id));
    if (changed !== undefined) return changed;
    if (id === null) return slot.first()?.id ?? null;
    const struct = this.#structAt(id);
    if (id.clock < struct.id.clock + struct.length - 1) return Y.createID(id.client, id.clock + 1);
    return struct instanceof Y.Item ? (struct.right?.id ?? null) : null;
  }
}

/** An id as a key; "" for the beginning of a list. */
const keyOf = (id: Y.ID | null): string => (id === null ? "" : `${id.client}:${id.clock}`);
export const isSame = (a: Y.ID | null, b: Y.ID | null): boolean =>
  a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock);

const roots = new WeakMap<BoardDoc, ReadonlyMap<unknown, BoardMap>>();
/** The six maps as Yjs knows them; they stay the same for as long as the document does. */
function rootsOf(doc: BoardDoc): ReadonlyMap<unknown, BoardMap> {
  const known = roots.get(doc) ?? new Map(BOARD_MAPS.map((name) => [mapOf(doc, name), name]));
  roots.set(doc, known);
  return known;
}

/** The last item of an entry, alive or not: the one that says whether it is set. */
export const lastOf = (doc: BoardDoc, map: BoardMap, key: string): Y.Item | undefined => mapOf(doc, map)._map.get(key);

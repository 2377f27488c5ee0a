import * as Y from "yjs";
import type { UpdateScan } from "./admissionScan.ts";
import type { BoardDoc } from "./doc.ts";
import type { Slot, Struct } from "./admissionSlot.ts";

/**
 * What reading, inspecting and applying an update costs, in microseconds, estimated before it is applied.
 *
 * Yjs trusts what it is given: a small update can make it search a list for each of its items, or shift a hundred thousand structs
 * for each letter it cuts out. Each figure was measured as the slowest update of its kind that could be made by hand, on two cores of
 * a shared machine; an update of a person typing or dragging costs some ten microseconds.
 */
const COST = {
  struct: 10,
  /** one that the document has already, which is read and left out */
  repeated: 2,
  /** one member of an array or object, or one plain value */
  value: 0.35,
  deleteRange: 0.7,
  /** something alive that is deleted, or a struct that is cut in two */
  change: 4,
  /** one item passed while a place in a list is looked for */
  search: 0.35,
  /** one struct that moves because another was cut before it */
  shift: 0.0015,
} as const;
/** Half of what may hold up everybody else (200 ms): machines differ. */
const MAX_COST = 120_000;
/** Structs of more copies of a document than one device has written to without being heard. */
const MAX_CLIENTS = 60;

export class UpdateCost {
  readonly #doc: BoardDoc;
  #sum: number;
  #cuts = 0;
  /** client → clocks before which one of its structs is cut */
  readonly #cutAt = new Map<number, Set<number>>();
  readonly #lastCut = new Map<number, number>();

  /** @param repeats some of it is in the document already: this is then what it takes to leave that out */
  constructor(doc: BoardDoc, { structs, values, deleteRanges, sections }: UpdateScan, repeats: boolean) {
    this.#doc = doc;
    const ofStructs = structs * (repeats ? COST.repeated : COST.struct);
    this.#sum = ofStructs + values * (repeats ? 0 : COST.value) + deleteRanges * COST.deleteRange;
    if (!repeats && sections.length > MAX_CLIENTS) this.#sum = Number.POSITIVE_INFINITY;
  }

  get isTooHigh(): boolean {
    return this.#sum > MAX_COST;
  }

  /** Something that the document holds alive is deleted. */
  change(): void {
    this.#sum += COST.change;
  }

  /** Yjs will have a struct begin at `clock`. */
  cut(struct: Struct, clock: number): void {
    const { client, clock: start } = struct.id;
    if (clock <= start || clock >= start + struct.length || !(struct instanceof Y.Item)) return;
    const cuts = this.#cutAt.get(client) ?? new Set();
    if (cuts.has(clock)) return;
    this.#cutAt.set(client, cuts.add(clock));
    this.#cuts += 1;
    const structs = this.#doc.store.clients.get(client);
    const held = structs && clock < Y.getState(this.#doc.store, client);
    const behind = held ? structs.length - Y.findIndexSS(structs, clock) : 0;
    // what was cut before lies behind it, unless it is cut from front to back
    const isFurther = clock > (this.#lastCut.get(client) ?? -1);
    this.#lastCut.set(client, clock);
    this.#sum += COST.change + COST.shift * (behind + (isFurther ? 0 : cuts.size));
  }

  /**
   * Yjs will look for a place in a list, from `after` on: past what the document holds there, up to `until`, and past what the update
   * adds and cuts itself.
   * @param after null for the beginning
   */
  search(slot: Slot, after: Y.Item | null, until: Y.ID | null): void {
    let passed = slot.added.length + this.#cuts + 1;
    for (let item = after ?? slot.first(); item !== null; item = item.right) {
      if ((until && item !== after && holds(item, until)) || this.#sum + passed * COST.search > MAX_COST) break;
      passed += 1;
    }
    this.#sum += passed * COST.search;
  }
}

const holds = ({ id, length }: Y.Item, { client, clock }: Y.ID): boolean =>
  id.client === client && id.clock <= clock && clock < id.clock + length;

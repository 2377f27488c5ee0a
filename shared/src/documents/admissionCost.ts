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
  /** one that is left out before anything is decoded */
  repeatedRange: 0.1,
  /** something alive that is deleted, or a struct that is cut in two */
  change: 4,
  /** one item passed while a place in a list is looked for */
  search: 0.35,
  /** one struct that moves because another was cut before it */
  shift: 0.0015,
  /** one item of a text that is read again for what became of it */
  walk: 0.1,
} as const;
/** Half of what may hold up everybody else (200 ms): machines differ. */
const MAX_COST = 120_000;
/** Structs of more copies of a document than one device has written to without being heard. */
const MAX_CLIENTS = 60;

export class UpdateCost {
  readonly #doc: BoardDoc;
  #sum: number;
  #searched = 0;
  #cuts = 0;
  /** client → clocks before which one of its structs is cut */
  readonly #cutAt = new Map<number, Set<number>>();
  readonly #lastCut = new Map<number, number>();
  #isForged = false;

  /**
   * @param repeats some of it is in the document already: this is then what it takes to leave that out
   * @param left    how many ranges of deletions were left out before
   */
  constructor(doc: BoardDoc, { structs, values, deleteRanges, sections }: UpdateScan, repeats: boolean, left: number) {
    this.#doc = doc;
    const ofStructs = structs * (repeats ? COST.repeated : COST.struct);
    const ofRanges = deleteRanges * COST.deleteRange + left * COST.repeatedRange;
    this.#sum = ofStructs + values * (repeats ? 0 : COST.value) + ofRanges;
    if (!repeats && sections.length > MAX_CLIENTS) this.#sum = Number.POSITIVE_INFINITY;
  }

  get isTooHigh(): boolean {
    return this.#sum > MAX_COST;
  }

  get ms(): number {
    return this.#sum / 1_000;
  }
  /** The part of it that is spent again each time the document is opened. */
  get searchMs(): number {
    return this.#searched / 1_000;
  }

  /** Whether something was put where no copy puts it. */
  get isForged(): boolean {
    return this.#isForged;
  }
  forged(): void {
    this.#isForged = true;
  }

  /** What became of a text will be read off all of its items. */
  walk(items: number): void {
    this.#sum += items * COST.walk;
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
   * @param by    the item whose place it is, when all between the two that the document holds is in between for certain
   */
  search(slot: Slot, after: Y.Item | null, until: Y.ID | null, by?: Y.Item): void {
    let passed = slot.added.length + this.#cuts + 1;
    const isWithin = after !== null && until !== null && holds(after, until);
    if (isWithin && by?.origin && until.clock !== by.origin.clock + 1) this.forged();
    for (let item = isWithin ? null : (after ?? slot.first()); item !== null; item = item.right) {
      const isEnd = until !== null && holds(item, until);
      if (by && item !== after && (!isEnd || item.id.clock < until.clock) && hadSeen(by, item.id)) this.forged();
      if (isEnd || this.#isForged || this.#sum + passed * COST.search > MAX_COST) break;
      passed += 1;
    }
    this.#sum += passed * COST.search;
    this.#searched += passed * COST.search;
  }
}

/**
 * Whether the copy that wrote an item held another one then: its own are all that came before, and who names a letter has what its
 * author wrote before that letter. A copy puts an item between two that stand side by side there, so it passes only what it had not seen.
 */
const hadSeen = ({ id, origin, rightOrigin }: Y.Item, { client, clock }: Y.ID): boolean =>
  client === id.client ||
  (origin !== null && client === origin.client && clock < origin.clock) ||
  (rightOrigin !== null && client === rightOrigin.client && clock < rightOrigin.clock);

const holds = ({ id, length }: Y.Item, { client, clock }: Y.ID): boolean =>
  id.client === client && id.clock <= clock && clock < id.clock + length;

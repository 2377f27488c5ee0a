import * as Y from "yjs";
import {
  isReaction,
  LIMITS,
  type Deed,
  type Json,
  type PersonId,
  type ThingId,
  type ThingKind,
} from "../terms/index.ts";
import { isDead, lastAlive } from "./admissionOrder.ts";
import type { Slot, Struct } from "./admissionSlot.ts";
import { isSame, lastOf, type Slots } from "./admissionSlots.ts";
import { isAttribute, isBirth, isId, isPosition, readAttributeKey } from "./admissionValues.ts";
import { lengthOf } from "./changedFacts.ts";
import { mapOf, type BoardDoc } from "./doc.ts";
import { attributeKey, type BoardMap } from "./layout.ts";

export type FactRefusal = "layout" | "value" | "by" | "full" | "too-heavy";

/** A fact that an update may change, with its value before; a text's letters are heard of while they change. */
export interface TouchedFact {
  readonly map: BoardMap;
  readonly key: string;
  readonly before?: Json | undefined;
}

export interface JudgedFacts {
  readonly ok: true;
  readonly deeds: readonly Deed[];
  readonly touched: readonly TouchedFact[];
}

/** Where things are born, and how many of each a board holds. */
const BIRTHS = [
  ["cards", "card", LIMITS.cardsPerBoard],
  ["links", "link", LIMITS.linksPerBoard],
  ["comments", "comment", LIMITS.commentsPerBoard],
] as const;

/** A thing as the update will find it. */
interface Thing {
  readonly thing: ThingKind;
  /** `born` by this very update; `gone`: purged, nothing of it can be seen any more */
  readonly state: "born" | "alive" | "gone";
  readonly birth: unknown;
}

class Refused extends Error {
  readonly reason: FactRefusal;
  constructor(reason: FactRefusal) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Judges each entry and text that an update touches, as it will stand once the update is in, and says what was done to what.
 * @param by who did it
 * @param maxCards that the document holds
 */
export function judgeFacts(
  doc: BoardDoc,
  slots: Slots,
  by: PersonId,
  maxCards: number = LIMITS.cardsPerBoard,
): JudgedFacts | { readonly ok: false; readonly reason: FactRefusal } {
  const judge = new Judge(doc, slots, by, maxCards);
  try {
    for (const slot of slots.all) judge.slot(slot);
    judge.room();
    return { ok: true, deeds: judge.deeds, touched: judge.touched };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.reason };
    throw error;
  }
}

class Judge {
  readonly deeds: Deed[] = [];
  readonly touched: TouchedFact[] = [];
  readonly #doc: BoardDoc;
  readonly #slots: Slots;
  readonly #by: PersonId;
  readonly #maxCards: number;
  readonly #born = { cards: 0, links: 0, comments: 0 };

  constructor(doc: BoardDoc, slots: Slots, by: PersonId, maxCards: number) {
    this.#doc = doc;
    this.#slots = slots;
    this.#by = by;
    this.#maxCards = maxCards;
  }

  slot(slot: Slot): void {
    // traced through, not touched
    if (slot.added.length === 0 && slot.killed === 0) return;
    if (slot.isLetters) return this.#letters(slot);
    switch (slot.map) {
      case "cards":
        return this.#birth(slot, "cards", "card");
      case "links":
        return this.#birth(slot, "links", "link");
      case "comments":
        return this.#birth(slot, "comments", "comment");
      case "text":
        return this.#text(slot);
      case "position":
        return this.#position(slot);
      case "attributes":
        return this.#attribute(slot);
    }
  }

  /** Whether the board has room for what is born. All that ever was is an upper bound of what is there. */
  room(): void {
    for (const [map, , ofBoard] of BIRTHS) {
      const most = map === "cards" ? this.#maxCards : ofBoard;
      const entries = mapOf(this.#doc, map);
      const born = this.#born[map];
      if (born > 0 && entries._map.size + born > most && entries.size + born > most) throw new Refused("full");
    }
  }

  #touch(slot: Slot): void {
    const before = valueOf(slot.last);
    // what stands in an entry came through this door, or is compared as different
    this.touched.push({ map: slot.map, key: slot.key, before: before as Json | undefined });
  }

  #birth(slot: Slot, map: "cards" | "links" | "comments", thing: ThingKind): void {
    const value = this.#bornOnce(slot);
    // ids of all kinds are alike, and attributes go by them
    const isTaken = BIRTHS.some(
      ([other]) => other !== map && (lastOf(this.#doc, other, slot.key) ?? this.#slots.entry(other, slot.key)),
    );
    if (isTaken) throw new Refused("layout");
    if (!isId(slot.key) || !isBirth(thing, value)) throw new Refused("value");
    // it has passed the schema of its kind
    const birth = value as { by?: string; kind: string; from: string; to: string; on: string; replyTo?: string };
    if (birth.by !== this.#by) throw new Refused("by");
    this.#born[map] += 1;
    this.#touch(slot);
    switch (map) {
      case "cards":
        // a card without text or place would be torn for good: neither can be set later
        if (!this.#slots.entry("text", slot.key) || !this.#slots.entry("position", slot.key))
          throw new Refused("layout");
        this.deeds.push({ type: "addCard", kind: birth.kind });
        return;
      case "links":
        this.#mustBe(birth.from, "card");
        this.#mustBe(birth.to, "card");
        this.deeds.push({ type: "addLink" });
        return;
      case "comments":
        if (!this.#find(birth.on)) throw new Refused("layout");
        if (birth.replyTo !== undefined) this.#mustBe(birth.replyTo, "comment");
        this.deeds.push({ type: "addComment" });
        return;
    }
  }

  /** The one value of an entry that never was, and stays. A dead item here would delete what was born. */
  #bornOnce({ last, added, dead, killed }: Slot): unknown {
    const [item] = added;
    if (!item || added.length > 1 || dead !== undefined || killed > 0 || last) throw new Refused("layout");
    if (!(item.content instanceof Y.ContentAny)) throw new Refused("layout");
    return item.content.arr[0];
  }

  #text({ key, last, added, dead, killed }: Slot): void {
    const [item] = added;
    const isNew = !last && this.#find(key)?.state === "born";
    if (!item || added.length > 1 || dead !== undefined || killed > 0 || !isNew) throw new Refused("layout");
    if (!(item.content instanceof Y.ContentType)) throw new Refused("layout");
    this.touched.push({ map: "text", key });
  }

  #letters(slot: Slot): void {
    for (const { content } of slot.added) {
      if (!(content instanceof Y.ContentString || content instanceof Y.ContentDeleted)) throw new Refused("layout");
    }
    const text = mapOf(this.#doc, "text").get(slot.key);
    const grown = slot.addedLetters - slot.killed;
    const length = (text instanceof Y.Text ? text.length : 0) + grown;
    if (grown > 0 && length > LIMITS.textLength) throw new Refused("value");
    const found = this.#mustBe(slot.key, "card");
    if (found.state !== "alive") return;
    // letters that are dead already are written there all the same, though nobody will read them
    if (slot.addedLetters > 0 || slot.killed > 0) this.#touchText(slot);
    this.#deed("write", slot.key, found);
  }

  #touchText({ key }: Slot): void {
    this.touched.push({ map: "text", key });
    const text = mapOf(this.#doc, "text").get(key);
    if (!(text instanceof Y.Text)) return;
    this.#slots.cost.walk(lengthOf(text));
    if (this.#slots.cost.isTooHigh) throw new Refused("too-heavy");
  }

  #position(slot: Slot): void {
    const found = this.#mustBe(slot.key, "card");
    for (const { content } of slot.added) {
      if (content instanceof Y.ContentDeleted) continue;
      if (!(content instanceof Y.ContentAny)) throw new Refused("layout");
      if (!isPosition(content.arr[0])) throw new Refused("value");
    }
    if (found.state === "gone") return;
    if (!this.#staysSet(slot)) throw new Refused("layout");
    this.#touch(slot);
    if (found.state === "alive") this.#deed("move", slot.key, found);
  }

  /** Whether a place that is taken away is followed by another one. */
  #staysSet(slot: Slot): boolean {
    const alive = slot.added.filter((item) => !isDead(slot, item));
    if (slot.killed === 0 && alive.length === slot.added.length) return alive.length > 0;
    // what a living item was put behind, step by step, stays before it: the usual case, a move after moves
    const before = new Set<Y.Item>();
    let held: Y.ID | null = null;
    for (const item of alive.slice(-1)) {
      for (let at: Y.Item | undefined = item; at && !before.has(at);) {
        before.add(at);
        const origin: Y.ID | null = at.origin;
        const next: Struct | null | undefined = origin && this.#slots.incoming(origin.client, origin.clock);
        if (!next) held = origin;
        at = next instanceof Y.Item ? next : undefined;
      }
    }
    const coversLast = slot.killed === 0 || (slot.last !== undefined && isSame(held, slot.last.lastId));
    if (coversLast && slot.added.every((item) => before.has(item) || !isDead(slot, item))) return true;
    return this.#lastAfter(slot) !== undefined;
  }

  #attribute(slot: Slot): void {
    const parts = readAttributeKey(slot.key);
    const found = parts && this.#find(parts.id);
    if (!parts || !found) throw new Refused("layout");
    const { id, name } = parts;
    for (const { content } of slot.added) {
      if (content instanceof Y.ContentDeleted) continue;
      if (!(content instanceof Y.ContentAny)) throw new Refused("layout");
      if (!isAttribute(found.thing, name, content.arr[0])) throw new Refused("value");
    }
    if (found.state !== "gone") this.#touch(slot);
    if (found.state === "gone" || (found.state === "born" && !isReaction(name))) return;
    const isSet = slot.added.some((item) => !isDead(slot, item));
    if (name === "trashedAt") this.#deed(isSet ? "trash" : "bringBack", id, found);
    else this.#deed("set", id, found, name);
  }

  #deed(
    type: "move" | "write" | "set" | "trash" | "bringBack",
    id: string,
    { thing, birth }: Thing,
    name?: string,
  ): void {
    const { kind, by } = (birth ?? {}) as { kind?: unknown; by?: unknown };
    this.deeds.push({
      type,
      // it names a thing of the board, whose id is one
      on: id as ThingId,
      thing,
      kind: typeof kind === "string" ? kind : undefined,
      madeBy: typeof by === "string" ? (by as PersonId) : undefined,
      name,
      isLocked: this.#isLocked(id),
    });
  }

  /** A lock that the same update takes off is none: what was done offline arrives as one. */
  #isLocked(id: string): boolean {
    const key = attributeKey(id, "locked");
    if (valueOf(lastOf(this.#doc, "attributes", key)) !== true) return false;
    const slot = this.#slots.entry("attributes", key);
    // deleted, or covered by something else: what is put before it changes nothing
    if (!slot || slot.killed > 0) return !slot;
    return slot.added.length === 0 || valueOf(this.#lastAfter(slot)) === true;
  }

  /** The last item of an entry once the update is in; undefined when that one is dead. */
  #lastAfter(slot: Slot): Y.Item | undefined {
    for (let count = slot.added.length; count > 0 && !this.#slots.cost.isTooHigh; count -= 1) {
      this.#slots.cost.search(slot, null, null);
    }
    if (this.#slots.cost.isTooHigh) throw new Refused("too-heavy");
    return lastAlive(slot);
  }

  #mustBe(id: string, thing: ThingKind): Thing {
    const found = this.#find(id);
    if (found?.thing !== thing) throw new Refused("layout");
    return found;
  }

  #find(id: string): Thing | undefined {
    for (const [map, thing] of BIRTHS) {
      const item = lastOf(this.#doc, map, id);
      if (item) return { thing, state: item.deleted ? "gone" : "alive", birth: valueOf(item) };
      const born = this.#slots.entry(map, id)?.added[0];
      if (born) return { thing, state: "born", birth: undefined };
    }
    return undefined;
  }
}

/** What an item gives to whoever reads its entry; undefined when it is deleted. */
export const valueOf = (item: Y.Item | undefined): unknown =>
  item && !item.deleted ? item.content.getContent().at(-1) : undefined;

import * as Y from "yjs";
import type {
  CardAttributes,
  CardId,
  CardKind,
  CommentId,
  Json,
  LinkId,
  Pair,
  PersonId,
  Polarity,
  Strength,
  ThingId,
} from "../terms/index.ts";
import { mapOf, type BoardDoc } from "./doc.ts";
import { attributeKey } from "./layout.ts";
import type { Fact } from "./observe.ts";

/** What a person means to do, as data. `at` is epoch milliseconds; `by` is the session's person, left out by the server only. */
export type Edit =
  | {
      readonly type: "addCard";
      readonly id: CardId;
      readonly kind: CardKind;
      readonly position: Pair;
      readonly text?: string;
      readonly attributes?: CardAttributes;
      readonly at: number;
      readonly by?: PersonId;
    }
  | {
      readonly type: "addLink";
      readonly id: LinkId;
      readonly from: CardId;
      readonly to: CardId;
      readonly polarity?: Polarity;
      readonly strength?: Strength;
      readonly delay?: boolean;
      readonly label?: string;
      readonly at: number;
      readonly by?: PersonId;
    }
  | {
      readonly type: "addComment";
      readonly id: CommentId;
      readonly on: CardId | LinkId;
      readonly text: string;
      readonly replyTo?: CommentId;
      readonly at: number;
      readonly by?: PersonId;
    }
  | { readonly type: "moveCards"; readonly moves: readonly { readonly card: CardId; readonly to: Pair }[] }
  /** `undefined` unsets */
  | {
      readonly type: "setAttributes";
      readonly on: ThingId;
      readonly values: Readonly<Record<string, Json | undefined>>;
    }
  /** trashed things can be brought back; their links hide with them */
  | { readonly type: "trash"; readonly things: readonly ThingId[]; readonly at: number }
  | { readonly type: "bringBack"; readonly things: readonly ThingId[] };

/** A fact that can be written back: births are not, they are undone by the trash. */
export type PlainFact = Extract<Fact, { type: "position" | "attribute" }>;
export interface FactChange {
  readonly fact: PlainFact;
  /** undefined = not set */
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}
/** What one act of a person changed: one step of undo. Empty when nothing changed. */
export interface Step {
  readonly changes: readonly FactChange[];
}

export const readFact = (doc: BoardDoc, fact: PlainFact): Json | undefined => {
  const map = fact.type === "position" ? mapOf(doc, "position") : mapOf(doc, "attributes");
  // only JSON is ever written under these keys; what else a stranger wrote compares as different
  return map.get(fact.type === "position" ? fact.card : attributeKey(fact.on, fact.name)) as Json | undefined;
};

export const writeFact = (doc: BoardDoc, fact: PlainFact, value: Json | undefined): void => {
  const map = fact.type === "position" ? mapOf(doc, "position") : mapOf(doc, "attributes");
  const key = fact.type === "position" ? fact.card : attributeKey(fact.on, fact.name);
  if (value === undefined) map.delete(key);
  else map.set(key, value);
};

/** Equal as JSON: two values that would read the same. */
export const sameValue = (a: Json | undefined, b: Json | undefined): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

/**
 * Makes the edits in one transaction, so that they travel together and are undone together.
 *
 * A value that is set already is not written again. A card or link that exists already is left as it is.
 * @param origin handed to Yjs as the transaction's origin
 * @returns the changes of plain facts that were really made, with what was there before; texts are not among them
 */
export function applyEdits(doc: BoardDoc, edits: readonly Edit[], origin?: unknown): Step {
  const changes: FactChange[] = [];
  doc.transact(() => {
    for (const edit of edits) applyEdit(doc, edit, changes);
  }, origin);
  return { changes };
}

function applyEdit(doc: BoardDoc, edit: Edit, changes: FactChange[]): void {
  const set = (fact: PlainFact, after: Json | undefined) => {
    const before = readFact(doc, fact);
    if (sameValue(before, after)) return;
    writeFact(doc, fact, after);
    changes.push({ fact, before, after });
  };
  /** Attributes set at birth are part of the birth: undoing it trashes the whole. */
  const born = (on: ThingId, at: number, attributes: object) => {
    for (const [name, value] of Object.entries(attributes))
      if (value !== undefined) writeFact(doc, { type: "attribute", on, name }, value as Json);
    changes.push({ fact: { type: "attribute", on, name: "trashedAt" }, before: at, after: undefined });
  };
  const by = (person: PersonId | undefined) => (person === undefined ? {} : { by: person });
  switch (edit.type) {
    case "addCard": {
      if (mapOf(doc, "cards").has(edit.id)) return;
      mapOf(doc, "cards").set(edit.id, { kind: edit.kind, ...by(edit.by), at: edit.at });
      mapOf(doc, "position").set(edit.id, [...edit.position]);
      mapOf(doc, "text").set(edit.id, new Y.Text(edit.text ?? ""));
      return born(edit.id, edit.at, edit.attributes ?? {});
    }
    case "addLink": {
      if (mapOf(doc, "links").has(edit.id)) return;
      const { polarity, strength, delay, label } = edit;
      mapOf(doc, "links").set(edit.id, { from: edit.from, to: edit.to, ...by(edit.by), at: edit.at });
      return born(edit.id, edit.at, { polarity, strength, delay, label });
    }
    case "addComment": {
      if (mapOf(doc, "comments").has(edit.id)) return;
      const reply = edit.replyTo === undefined ? {} : { replyTo: edit.replyTo };
      mapOf(doc, "comments").set(edit.id, { on: edit.on, ...by(edit.by), at: edit.at, text: edit.text, ...reply });
      return born(edit.id, edit.at, {});
    }
    case "moveCards":
      for (const { card, to } of edit.moves)
        if (mapOf(doc, "cards").has(card)) set({ type: "position", card }, [...to]);
      return;
    case "setAttributes":
      for (const [name, value] of Object.entries(edit.values)) set({ type: "attribute", on: edit.on, name }, value);
      return;
    case "trash":
      for (const thing of edit.things) {
        const fact = { type: "attribute", on: thing, name: "trashedAt" } as const;
        if (readFact(doc, fact) === undefined) set(fact, edit.at);
      }
      return;
    case "bringBack":
      for (const thing of edit.things) set({ type: "attribute", on: thing, name: "trashedAt" }, undefined);
      return;
  }
}

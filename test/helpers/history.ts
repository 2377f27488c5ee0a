import type { BoardSnapshot, CardId, LinkId } from "@palabre/shared/terms";

/**
 * One thing that a client did, for a checker after the manner of Jepsen: what was promised is held against what is left.
 *
 * - `add`: a card or link was made
 * - `write`: a fact (position or attribute, by its key) got a value that no other write gave it; `undefined` = it was unset.
 *   `over`: the value that the writer saw there
 * - `insert`, `remove`: a word that stands nowhere else was put into a card's text, or taken out of it
 */
export type Act =
  | { readonly type: "add"; readonly id: CardId | LinkId }
  | {
      readonly type: "write";
      readonly key: string;
      readonly value: string | undefined;
      readonly over: string | undefined;
    }
  | { readonly type: "insert" | "remove"; readonly card: CardId; readonly word: string };

/** An act with its writer, and whether anybody was promised it: by an answered barrier, or by having seen it. */
export interface Entry {
  readonly act: Act;
  readonly writer: string;
  isPromised: boolean;
}

export const positionKey = (card: CardId): string => `position/${card}`;
export const attributeKeyOf = (thing: CardId | LinkId, name: string): string => `attribute/${thing}/${name}`;

/** The facts of a board as the checker compares them. */
export function factsOf(board: BoardSnapshot) {
  const values = new Map<string, string>();
  for (const { id, position, attributes, extra } of board.cards.values()) {
    values.set(positionKey(id), JSON.stringify(position));
    for (const [name, value] of Object.entries({ ...attributes, ...extra }))
      values.set(attributeKeyOf(id, name), JSON.stringify(value));
  }
  const things: ReadonlySet<string> = new Set<string>([...board.cards.keys(), ...board.links.keys()]);
  return { things, values, textOf: (card: CardId) => board.cards.get(card)?.text };
}

/** Marks as promised what this reader shows: whoever saw it may count on it. */
export function markSeen(history: readonly Entry[], reader: BoardSnapshot): void {
  const { things, values, textOf } = factsOf(reader);
  for (const entry of history) {
    const { act } = entry;
    if (act.type === "add" && things.has(act.id)) entry.isPromised = true;
    if (act.type === "write" && act.value !== undefined && values.get(act.key) === act.value) entry.isPromised = true;
    if (act.type === "insert" && textOf(act.card)?.includes(act.word)) entry.isPromised = true;
  }
}

/**
 * One sentence for each promise that the board breaks.
 *
 * What was added, or inserted and by nobody removed, is there; what was removed is not. A fact has a value that somebody gave it, and none that
 * a promised write had seen or that its own writer had replaced before: the promised one or a later one.
 */
export function findBroken(history: readonly Entry[], board: BoardSnapshot): readonly string[] {
  const { things, values, textOf } = factsOf(board);
  const broken: string[] = [];
  const removed = new Set(history.flatMap(({ act }) => (act.type === "remove" ? [act.word] : [])));
  const writes = new Map<string, Entry[]>();
  for (const entry of history) {
    const { act, isPromised, writer } = entry;
    if (act.type === "write") writes.set(act.key, [...(writes.get(act.key) ?? []), entry]);
    else if (!isPromised) continue;
    else if (act.type === "add" && !things.has(act.id)) broken.push(`${writer}: ${act.id} was added and is gone`);
    else if (act.type === "insert" && !removed.has(act.word) && !textOf(act.card)?.includes(act.word))
      broken.push(`${writer}: ${act.word} was written and is gone`);
    else if (act.type === "remove" && textOf(act.card)?.includes(act.word))
      broken.push(`${writer}: ${act.word} was removed and is back`);
  }
  for (const [key, entries] of writes) {
    const value = values.get(key);
    const problem = problemOf(entries, value);
    if (problem !== undefined) broken.push(`${key} is ${value ?? "unset"}: ${problem}`);
  }
  return broken;
}

function problemOf(entries: readonly Entry[], value: string | undefined): string | undefined {
  const promised = entries.filter(({ isPromised }) => isPromised);
  if (promised.length === 0) return undefined;
  const overtaken = new Set<Entry>();
  // what a fact was before its first write in this history
  let isFirstOvertaken = false;
  const overtake = (over: string | undefined, before: readonly Entry[]) => {
    // a value was given once, so it names its write; that a fact was unset names none, unless its own writer did that
    const seen = over === undefined ? [] : entries.filter(({ act }) => act.type === "write" && act.value === over);
    if (seen.length === 0) isFirstOvertaken = true;
    for (const entry of [...seen, ...before]) {
      if (overtaken.has(entry)) continue;
      overtaken.add(entry);
      follow(entry);
    }
  };
  const follow = (entry: Entry) => {
    if (entry.act.type !== "write") return;
    const before = entries.slice(0, entries.indexOf(entry)).filter(({ writer }) => writer === entry.writer);
    overtake(entry.act.over, before);
  };
  for (const entry of promised) follow(entry);
  const candidates = entries.filter(({ act }) => act.type === "write" && act.value === value);
  if (candidates.some((entry) => !overtaken.has(entry))) return undefined;
  if (candidates.length > 0) return "a promised write had replaced that";
  return value === undefined && !isFirstOvertaken ? undefined : "nobody gave it that value since a promised write";
}

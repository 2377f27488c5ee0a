import * as Y from "yjs";
import {
  LIMITS,
  type BoardSnapshot,
  type Card,
  type CardId,
  type Deed,
  type LinkId,
  type ThingId,
  type ThingKind,
} from "../terms/index.ts";
import type { Act, Part, Splice } from "./act.ts";
import { openCardText } from "./cardText.ts";
import { mapOf, type BoardDoc } from "./doc.ts";
import { applyEdits } from "./edit.ts";

/** What this copy holds at one moment, deletions included: a state vector alone does not know of those. */
interface Held {
  /** whether all that an update does was done here already */
  contains(update: Uint8Array): boolean;
}
export function heldBy(doc: BoardDoc): Held {
  const snapshot = Y.snapshot(doc);
  return { contains: (update) => Y.snapshotContainsUpdate(snapshot, update) };
}

/** `gone`: what it was done to is not there. `moved-on`: the text around it has become another. */
type CannotRemake = "gone" | "moved-on";
export interface Remade<Reason> {
  readonly failed: readonly { readonly part: Part; readonly reason: Reason | CannotRemake }[];
}

/**
 * Does on this copy what was done on another, in one transaction: the parts that can be, each for itself.
 * @param forbids  why a part may not be done, undefined when it may
 */
export function remakeAct<Reason extends string>(
  doc: BoardDoc,
  act: Act,
  forbids: (deed: Deed) => Reason | undefined,
): Remade<Reason> {
  const failed: { part: Part; reason: Reason | CannotRemake }[] = [];
  const born = new Set<string>();
  doc.transact(() => {
    for (const part of act) {
      const deed = deedOf(doc, part);
      // what is set on a thing by the act that bears it is part of the birth
      const isBirth = part.type === "setAttributes" && born.has(part.on);
      const reason = deed === undefined ? "gone" : isBirth ? undefined : forbids(deed);
      if (part.type === "addLink" || part.type === "addCard" || part.type === "addComment") born.add(part.id);
      if (reason !== undefined) failed.push({ part, reason });
      else if (part.type !== "write") applyEdits(doc, [part]);
      else if (!write(doc, part)) failed.push({ part, reason: "moved-on" });
    }
  });
  return { failed };
}

function write(doc: BoardDoc, { card, splices }: Extract<Part, { type: "write" }>): boolean {
  const text = openCardText(doc, card);
  if (!text) return false;
  const next = placeSplices(text.value(), splices);
  if (next !== undefined) text.edit(next);
  text.close()?.forget?.();
  return next !== undefined;
}

/** Makes the splices in a text that may have changed since; undefined when what stood around one is not found any more. */
export function placeSplices(text: string, splices: readonly Splice[]): string | undefined {
  let now = text;
  for (const { start, removed, inserted, left, right } of splices) {
    const at =
      nearest(now, left + removed + right, start - left.length, left.length) ??
      nearest(now, left + removed, start - left.length, left.length) ??
      nearest(now, removed + right, start, 0);
    if (at === undefined) return undefined;
    now = now.slice(0, at) + inserted + now.slice(at + removed.length);
  }
  return now.length > LIMITS.textLength ? undefined : now;
}

/** Where `sought` stands nearest to `wanted`, plus `offset`. Nothing is found nowhere, except in an empty text. */
function nearest(text: string, sought: string, wanted: number, offset: number): number | undefined {
  if (sought === "") return text === "" ? 0 : undefined;
  let best: number | undefined;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1))
    if (best === undefined || Math.abs(at - wanted) < Math.abs(best - wanted)) best = at;
  return best === undefined ? undefined : best + offset;
}

/** A part as the rules see it; undefined when what it is done to is not on this copy. */
function deedOf(doc: BoardDoc, part: Part): Deed | undefined {
  switch (part.type) {
    case "addCard":
      return { type: "addCard", kind: part.kind };
    case "addLink":
      return { type: "addLink" };
    case "addComment":
      return { type: "addComment" };
    case "moveCards": {
      const thing = part.moves[0] && thingOf(doc, part.moves[0].card);
      return thing && { type: "move", ...thing };
    }
    case "write": {
      const thing = thingOf(doc, part.card);
      return thing && { type: "write", ...thing };
    }
    case "setAttributes": {
      const thing = thingOf(doc, part.on);
      const [name] = Object.keys(part.values);
      if (!thing || name === undefined) return undefined;
      if (name !== "trashedAt") return { type: "set", name, ...thing };
      return { type: part.values["trashedAt"] === undefined ? "bringBack" : "trash", ...thing };
    }
    case "trash":
    case "bringBack": {
      const thing = part.things[0] && thingOf(doc, part.things[0]);
      return thing && { type: part.type, ...thing };
    }
  }
}

function thingOf(doc: BoardDoc, on: ThingId) {
  const kinds = [
    ["cards", "card"],
    ["links", "link"],
    ["comments", "comment"],
  ] as const;
  for (const [map, thing] of kinds) {
    const birth = mapOf(doc, map).get(on) as Pick<Card, "by" | "kind"> | undefined;
    if (birth === undefined) continue;
    const isLocked = mapOf(doc, "attributes").get(`${on}/locked`) === true;
    return { on, thing: thing satisfies ThingKind, kind: birth.kind, madeBy: birth.by, isLocked };
  }
  return undefined;
}

/** A part in the person's own words: the title of what it was done to, and what was written. */
export interface Seen {
  readonly title: string;
  readonly text: string;
}
interface Shown {
  readonly cards: Pick<BoardSnapshot["cards"], "get">;
  readonly links: Pick<BoardSnapshot["links"], "get">;
}
/** What the board on which an act was done shows of each of its parts. */
export function seenOf({ cards, links }: Shown, act: Act): readonly Seen[] {
  const textOf = (on: string): string => {
    const card = cards.get(on as CardId);
    if (card) return card.text;
    const link = links.get(on as LinkId);
    return link ? `${textOf(link.from)} → ${textOf(link.to)}` : "";
  };
  return act.map((part) => {
    switch (part.type) {
      case "addCard":
        return { title: "", text: textOf(part.id) || (part.text ?? "") };
      case "addLink":
        return { title: "", text: `${textOf(part.from)} → ${textOf(part.to)}` };
      case "addComment":
        return { title: textOf(part.on), text: part.text };
      case "moveCards":
        return { title: textOf(part.moves[0]?.card ?? ""), text: "" };
      case "write":
        return { title: "", text: textOf(part.card) };
      case "setAttributes": {
        const [value] = Object.values(part.values);
        return { title: textOf(part.on), text: typeof value === "string" ? value : "" };
      }
      case "trash":
      case "bringBack":
        return { title: textOf(part.things[0] ?? ""), text: "" };
    }
  });
}

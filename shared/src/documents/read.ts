import * as Y from "yjs";
import {
  CARD_ATTRIBUTES,
  cardBirthSchema,
  cardIdSchema,
  COMMENT_ATTRIBUTES,
  commentBirthSchema,
  commentIdSchema,
  DEFAULT_POLARITY,
  DEFAULT_STRENGTH,
  jsonSchema,
  LINK_ATTRIBUTES,
  linkBirthSchema,
  linkIdSchema,
  LIMITS,
  positionSchema,
  type BoardSnapshot,
  type Card,
  type CardAttributes,
  type CardId,
  type Comment,
  type Json,
  type Link,
  type LinkId,
  type LinkAttributes,
  type PersonId,
} from "../terms/index.ts";
import { mapOf, type BoardDoc } from "./doc.ts";
import { attributeKey, parseAttributeKey } from "./layout.ts";

interface Schema {
  safeParse(value: unknown): { success: true; data: unknown } | { success: false };
}
/** id → names of its attributes; the document itself has no such index */
export type AttributeNames = Map<string, Set<string>>;

/** Finds which attributes each thing has: one pass over the keys, no values read. */
export function readAttributeNames(doc: BoardDoc): AttributeNames {
  const names: AttributeNames = new Map();
  for (const key of mapOf(doc, "attributes").keys()) {
    const parts = parseAttributeKey(key);
    if (!parts) continue;
    const known = names.get(parts.id);
    if (known) known.add(parts.name);
    else names.set(parts.id, new Set([parts.name]));
  }
  return names;
}

// an object without a prototype is a table of its own: thousands of things that hold nothing unknown share this one
const NO_EXTRA: Readonly<Record<string, Json>> = Object.freeze(Object.create(null) as Record<string, Json>);

/** Known attributes parsed, unknown ones kept, wrong ones left out and counted. Never throws. */
function readAttributes(doc: BoardDoc, id: string, names: AttributeNames, schemas: Readonly<Record<string, Schema>>) {
  const attributes: Record<string, unknown> = {};
  let extra: Record<string, Json> | undefined;
  let skipped = 0;
  const map = mapOf(doc, "attributes");
  for (const name of names.get(id) ?? []) {
    const value = map.get(attributeKey(id, name));
    if (value === undefined) continue;
    if (Object.hasOwn(schemas, name)) {
      const parsed = schemas[name]?.safeParse(value);
      if (parsed?.success) attributes[name] = parsed.data;
      else skipped += 1;
    } else {
      const parsed = jsonSchema.safeParse(value);
      if (parsed.success) (extra ??= Object.create(null) as Record<string, Json>)[name] = parsed.data;
      else skipped += 1;
    }
  }
  return { attributes, extra: extra ?? NO_EXTRA, skipped };
}

/** What reading one entry gives: the value, or nothing, and how many parts of it could not be read. */
interface Read<T> {
  readonly value: T | undefined;
  readonly skipped: number;
}
const unreadable = { value: undefined, skipped: 1 };

/** Reads one card. A missing position is [0, 0] and a missing text is "": a torn card stays reachable. */
export function readCard(doc: BoardDoc, key: string, names: AttributeNames): Read<Card> {
  const stored = mapOf(doc, "cards").get(key);
  if (stored === undefined) return { value: undefined, skipped: 0 };
  const id = cardIdSchema.safeParse(key);
  const birth = cardBirthSchema.safeParse(stored);
  if (!id.success || !birth.success) return unreadable;
  const position = positionSchema.safeParse(mapOf(doc, "position").get(key));
  const text = mapOf(doc, "text").get(key);
  const { attributes, extra, skipped } = readAttributes(doc, key, names, CARD_ATTRIBUTES);
  const card: Card = {
    id: id.data,
    kind: birth.data.kind,
    ...(birth.data.by === undefined ? {} : { by: birth.data.by }),
    at: birth.data.at,
    position: position.success ? position.data : [0, 0],
    text: text instanceof Y.Text ? text.toString().slice(0, LIMITS.textLength) : "",
    // each value has passed the schema of its own name
    attributes: attributes as CardAttributes,
    extra,
  };
  return { value: card, skipped: skipped + (position.success ? 0 : 1) + (text instanceof Y.Text ? 0 : 1) };
}

/** How many cards there are, those included that can't be read. */
export const countCards = (doc: BoardDoc): number => mapOf(doc, "cards").size;

/** Asks the document who made a card, and reads nothing else of it; undefined: there is no such card. */
export function findMaker(doc: BoardDoc, id: CardId): { readonly by?: PersonId | undefined } | undefined {
  const stored = mapOf(doc, "cards").get(id);
  return stored === undefined ? undefined : { by: cardBirthSchema.safeParse(stored).data?.by };
}

/** Reads one link, whether or not its cards exist. */
export function readLink(doc: BoardDoc, key: string, names: AttributeNames): Read<Link> {
  const stored = mapOf(doc, "links").get(key);
  if (stored === undefined) return { value: undefined, skipped: 0 };
  const id = linkIdSchema.safeParse(key);
  const birth = linkBirthSchema.safeParse(stored);
  if (!id.success || !birth.success) return unreadable;
  const read = readAttributes(doc, key, names, LINK_ATTRIBUTES);
  const attributes = read.attributes as LinkAttributes;
  const link: Link = {
    id: id.data,
    from: birth.data.from,
    to: birth.data.to,
    ...(birth.data.by === undefined ? {} : { by: birth.data.by }),
    at: birth.data.at,
    polarity: attributes.polarity ?? DEFAULT_POLARITY,
    strength: attributes.strength ?? DEFAULT_STRENGTH,
    delay: attributes.delay ?? false,
    label: attributes.label ?? "",
    attributes,
    extra: read.extra,
  };
  return { value: link, skipped: read.skipped };
}

export function readComment(doc: BoardDoc, key: string, names: AttributeNames): Read<Comment> {
  const stored = mapOf(doc, "comments").get(key);
  if (stored === undefined) return { value: undefined, skipped: 0 };
  const id = commentIdSchema.safeParse(key);
  const birth = commentBirthSchema.safeParse(stored);
  if (!id.success || !birth.success) return unreadable;
  const read = readAttributes(doc, key, names, COMMENT_ATTRIBUTES);
  const { on, at, text, by, replyTo } = birth.data;
  return {
    value: {
      id: id.data,
      on,
      at,
      text,
      ...(by === undefined ? {} : { by }),
      ...(replyTo === undefined ? {} : { replyTo }),
      attributes: read.attributes as Comment["attributes"],
      extra: read.extra,
    },
    skipped: read.skipped,
  };
}

const byBirth = (a: { at: number; id: string }, b: { at: number; id: string }): number =>
  a.at - b.at || (a.id < b.id ? -1 : 1);

/** Puts what was read into one snapshot: in order of birth, without links and comments whose ends are gone. */
export function assemble(
  cards: Iterable<Card>,
  links: Iterable<Link>,
  comments: Iterable<Comment>,
  skipped: number,
): BoardSnapshot {
  const byId = inOrderOfBirth([...cards]);
  const kept = inOrderOfBirth([...links].filter(({ from, to }) => byId.has(from) && byId.has(to)));
  const said = inOrderOfBirth([...comments].filter(({ on }) => byId.has(on as CardId) || kept.has(on as LinkId)));
  return { cards: byId, links: kept, comments: said, skipped };
}

const inOrderOfBirth = <T extends { readonly id: string; readonly at: number }>(
  things: readonly T[],
): ReadonlyMap<T["id"], T> => new Map(things.toSorted(byBirth).map((thing) => [thing.id, thing]));

/** Reads a whole board once. Skips and counts what it can't read, never throws. For a live board use `openBoardView`. */
export function readBoard(doc: BoardDoc): BoardSnapshot {
  const names = readAttributeNames(doc);
  let skipped = 0;
  const readAll = <T>(
    map: "cards" | "links" | "comments",
    read: (doc: BoardDoc, key: string, names: AttributeNames) => Read<T>,
  ): T[] => {
    const values: T[] = [];
    for (const key of mapOf(doc, map).keys()) {
      const result = read(doc, key, names);
      skipped += result.skipped;
      if (result.value !== undefined) values.push(result.value);
    }
    return values;
  };
  const cards = readAll("cards", readCard);
  const links = readAll("links", readLink);
  const comments = readAll("comments", readComment);
  return assemble(cards, links, comments, skipped);
}

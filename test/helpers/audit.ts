import { hasGap, type BoardDoc } from "@palabre/shared/documents";
import {
  CARD_ATTRIBUTES,
  cardBirthSchema,
  cardIdSchema,
  COMMENT_ATTRIBUTES,
  commentBirthSchema,
  commentIdSchema,
  jsonSchema,
  LIMITS,
  LINK_ATTRIBUTES,
  linkBirthSchema,
  linkIdSchema,
  positionSchema,
} from "@palabre/shared/terms";
import * as Y from "yjs";

export const BOARD_ROOTS = ["cards", "position", "text", "attributes", "links", "comments"] as const;

interface Schema {
  safeParse(value: unknown): { success: boolean };
}

/**
 * Reads a board entry by entry, below what `readBoard` tolerates, and says what has no business there: one sentence each, none for a sound board.
 * Written apart from what admits updates, so that it can be held against it.
 */
export function auditBoard(doc: BoardDoc): readonly string[] {
  const found: string[] = [];
  const expect = (holds: boolean, problem: string) => {
    if (!holds && found.length < 50) found.push(problem);
  };
  expect(!hasGap(doc), "it waits for what is missing");
  for (const [name, type] of doc.share) {
    expect((BOARD_ROOTS as readonly string[]).includes(name), `there is a root ${JSON.stringify(name.slice(0, 40))}`);
    expect(type._start === null, `${name} holds a list`);
  }
  const entries = (name: (typeof BOARD_ROOTS)[number]) => [...doc.getMap(name).entries()];
  const births = (name: "cards" | "links" | "comments", id: Schema, birth: Schema) => {
    for (const [key, value] of entries(name)) {
      expect(id.safeParse(key).success, `${name} has a key that is no id`);
      expect(birth.safeParse(value).success, `${name} has a birth that is none: ${shown(value)}`);
    }
  };
  births("cards", cardIdSchema, cardBirthSchema);
  births("links", linkIdSchema, linkBirthSchema);
  births("comments", commentIdSchema, commentBirthSchema);
  for (const [key, value] of entries("position")) {
    expect(doc.getMap("cards").has(key), "there is a position without a card");
    expect(positionSchema.safeParse(value).success, `a position is ${shown(value)}`);
  }
  for (const [key, value] of entries("text")) {
    expect(doc.getMap("cards").has(key), "there is a text without a card");
    expect(value instanceof Y.Text, `a text is ${shown(value)}`);
    if (!(value instanceof Y.Text)) continue;
    expect(value.length <= LIMITS.textLength, `a text has ${value.length} characters`);
    expect(value._map.size === 0, "a text has attributes of its own");
    for (let item = value._start; item; item = item.right)
      expect(item.deleted || item.content instanceof Y.ContentString, `a text holds ${item.content.constructor.name}`);
  }
  for (const key of doc.getMap("cards").keys()) {
    expect(doc.getMap("position").has(key), "a card has no position");
    expect(doc.getMap("text").has(key), "a card has no text");
  }
  for (const [key, value] of entries("attributes")) {
    const [id, name] = [key.slice(0, key.indexOf("/")), key.slice(key.indexOf("/") + 1)];
    expect(
      key.includes("/") && cardIdSchema.safeParse(id).success && name !== "",
      "an attribute has a key that is none",
    );
    const schema = schemasOf(doc, id)[name];
    expect((schema ?? jsonSchema).safeParse(value).success, `an attribute is ${shown(value)}`);
    expect(
      schema !== undefined || (JSON.stringify(value) ?? "").length <= LIMITS.attributeBytes,
      "an attribute is too large",
    );
  }
  expect(doc.getMap("cards").size <= LIMITS.cardsPerBoard, "there are too many cards");
  expect(doc.getMap("links").size <= LIMITS.linksPerBoard, "there are too many links");
  return found;
}

function schemasOf(doc: BoardDoc, id: string): Readonly<Record<string, Schema | undefined>> {
  if (doc.getMap("cards").has(id)) return bare(CARD_ATTRIBUTES);
  if (doc.getMap("links").has(id)) return bare(LINK_ATTRIBUTES);
  return doc.getMap("comments").has(id) ? bare(COMMENT_ATTRIBUTES) : bare({});
}
/** Without a prototype: an attribute may be called `constructor`. */
const bare = (schemas: object): Record<string, Schema | undefined> =>
  Object.assign(Object.create(null) as Record<string, Schema | undefined>, schemas);

/** What it is, without its content. */
const shown = (value: unknown): string => {
  if (typeof value === "object" && value !== null) return `${value.constructor?.name ?? "a bare object"}`;
  return typeof value === "number" ? String(value) : typeof value;
};

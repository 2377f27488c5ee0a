import { utf8ByteLength } from "lib0/string";
import {
  CARD_ATTRIBUTES,
  cardBirthSchema,
  cardIdSchema,
  COMMENT_ATTRIBUTES,
  commentBirthSchema,
  jsonSchema,
  LIMITS,
  LINK_ATTRIBUTES,
  linkBirthSchema,
  positionSchema,
  type ThingKind,
} from "../terms/index.ts";
import { parseAttributeKey } from "./layout.ts";

interface Schema {
  safeParse(value: unknown): { success: boolean };
}
const BIRTHS: Readonly<Record<ThingKind, Schema>> = {
  card: cardBirthSchema,
  link: linkBirthSchema,
  comment: commentBirthSchema,
};
const ATTRIBUTES: Readonly<Record<ThingKind, Readonly<Record<string, Schema>>>> = {
  card: CARD_ATTRIBUTES,
  link: LINK_ATTRIBUTES,
  comment: COMMENT_ATTRIBUTES,
};

/** Ids of all kinds are alike: 21 characters that need no escaping. */
export const isId = (key: string): boolean => cardIdSchema.safeParse(key).success;

/** A birth may hold more than this version knows, as an attribute may. */
export const isBirth = (thing: ThingKind, value: unknown): boolean =>
  BIRTHS[thing].safeParse(value).success && isSmallJson(value);
/** Most of what a crowd sends is one; the schema takes several times as long as the look that lets a plain one pass. */
export const isPosition = (value: unknown): boolean =>
  (Array.isArray(value) && value.length === 2 && isCoordinate(value[0]) && isCoordinate(value[1])) ||
  positionSchema.safeParse(value).success;
/** NaN and infinity lie within nothing. */
const isCoordinate = (value: unknown): boolean => typeof value === "number" && Math.abs(value) <= LIMITS.coordinatePx;

const NAME = /^[\w:.-]{1,64}$/;
/** The parts of an attribute's key; undefined when nothing could be found under it. */
export function readAttributeKey(key: string): { readonly id: string; readonly name: string } | undefined {
  const parts = parseAttributeKey(key);
  return parts && isId(parts.id) && NAME.test(parts.name) && parts.name !== "__proto__" ? parts : undefined;
}

/** What a known attribute can hold, or any small plain value under a name that this version does not know. */
export function isAttribute(thing: ThingKind, name: string, value: unknown): boolean {
  const schemas = ATTRIBUTES[thing];
  const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  return schema ? schema.safeParse(value).success : isSmallJson(value);
}

function isSmallJson(value: unknown): boolean {
  if (typeof value === "boolean" || value === null) return true;
  return jsonSchema.safeParse(value).success && bytesOf(JSON.stringify(value)) <= LIMITS.attributeBytes;
}

/** Of a text as UTF-8; a UTF-16 unit takes three bytes at most. */
const bytesOf = (text: string): number =>
  text.length * 3 <= LIMITS.attributeBytes ? text.length : utf8ByteLength(text);

import * as encoding from "lib0/encoding";
import { message } from "./client.ts";

/** Updates that no honest client makes, written by hand after Yjs' format of updates (version 1). */

/** Numbers are bytes of content kinds in Yjs. */
export const CONTENT = {
  gc: 0,
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  doc: 9,
} as const;
export const TYPE = { array: 0, map: 1, text: 2, xmlElement: 3, xmlFragment: 4, xmlText: 6 } as const;

export const glued = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => joined(parts);

/** The same for more parts than a call takes arguments. */
const joined = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

type Id = readonly [client: number, clock: number];
/** Where a struct stands: under a root by name, under a type by its id, or beside others. */
export interface Place {
  readonly root?: string;
  readonly under?: Id;
  readonly left?: Id;
  readonly right?: Id;
  readonly key?: string;
}

/** One struct: its kind of content, its place, the bytes of its content. */
export function struct(kind: number, place: Place, content: Uint8Array): Uint8Array {
  const { root, under, left, right, key } = place;
  const info = kind | (left ? 0x80 : 0) | (right ? 0x40 : 0) | (key === undefined ? 0 : 0x20);
  const isPlacedByParent = !left && !right;
  return glued(
    Uint8Array.of(info),
    left ? message(...left) : new Uint8Array(),
    right ? message(...right) : new Uint8Array(),
    isPlacedByParent ? (under ? message(0, ...under) : message(1, root ?? "cards")) : new Uint8Array(),
    isPlacedByParent && key !== undefined ? message(key) : new Uint8Array(),
    content,
  );
}

export const anyContent = (...values: readonly unknown[]): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, values.length);
    for (const value of values) encoding.writeAny(encoder, value as never);
  });

/** Sets a key of a root map, as if nothing were there. */
export const setting = (root: string, key: string, value: unknown): Uint8Array =>
  struct(CONTENT.any, { root, key }, anyContent(value));
export const settingType = (root: string, key: string, type: number): Uint8Array =>
  struct(CONTENT.type, { root, key }, message(type));
/** Takes the place of a struct of one unit; what was there is nobody's. */
export const gcStruct = (length: number): Uint8Array => glued(Uint8Array.of(CONTENT.gc), message(length));

export type Deletes = readonly { readonly client: number; readonly clock: number; readonly length: number }[];

/** An update with the structs of one client, from a clock on. @param count how many it says there are, when it lies */
export function forgeUpdate(
  client: number,
  clock: number,
  structs: readonly Uint8Array[],
  deletes: Deletes = [],
  count: number = structs.length,
): Uint8Array {
  return joined([
    structs.length > 0 ? message(1, count, client, clock) : message(0),
    ...structs,
    message(deletes.length),
    ...deletes.map((range) => message(range.client, 1, range.clock, range.length)),
  ]);
}

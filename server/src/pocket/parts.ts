import { createHash } from "node:crypto";
import type { PocketView } from "@palabre/shared/protocol";

/** A view as it is sent. */
export interface WrittenView {
  /** another one for each other view */
  readonly id: string;
  /** as JSON, by the name of the part */
  readonly parts: ReadonlyMap<string, string>;
}
interface Written {
  readonly json: string;
  readonly digest: string;
}

const digestOf = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 16);
const write = (value: unknown): Written => {
  const json = JSON.stringify(value);
  return { json, digest: digestOf(json) };
};

/** Writes views. What many of them have in common, as the same object, is written and hashed once for all of them. */
export function createViewWriter(): (view: PocketView) => WrittenView {
  const known = new WeakMap<object, Written>();
  const writeOnce = (value: unknown): Written => {
    if (typeof value !== "object" || value === null) return write(value);
    const written = known.get(value) ?? write(value);
    known.set(value, written);
    return written;
  };
  return (view) => {
    const written = Object.entries(view).map(([part, value]) => [part, writeOnce(value)] as const);
    return {
      id: digestOf(written.map(([part, { digest }]) => `${part} ${digest}`).join("\n")),
      parts: new Map(written.map(([part, { json }]) => [part, json])),
    };
  };
}

import * as Y from "yjs";
import { LIMITS, type Card, type Link, type LinkId } from "../terms/index.ts";
import type { Act, Part } from "./act.ts";
import { mapOf, type BoardDoc } from "./doc.ts";
import { attributeKey } from "./layout.ts";
import { seenOf, type Seen } from "./remake.ts";

/** Why what a person wrote is not on the board to be read: what it is on was deleted for good, or lies in the trash. */
export type Fate =
  | { readonly type: "gone" }
  /** `things` bring it back with them */
  | { readonly type: "trashed"; readonly things: readonly string[] };

/** What has become of the words of a part; undefined when they are on the board, and for what holds none. */
export function fateOf(doc: BoardDoc, part: Part): Fate | undefined {
  const on = wordsOn(part);
  if (on === undefined) return undefined;
  const link = mapOf(doc, "links").get(on) as Pick<Link, "from" | "to"> | undefined;
  const isThere = link !== undefined || mapOf(doc, "cards").has(on);
  if (!isThere || (part.type === "addComment" && !mapOf(doc, "comments").has(part.id))) return { type: "gone" };
  const things = [on, ...(link ? [link.from, link.to] : [])].filter((id) => isInTrash(doc, id));
  return things.length > 0 ? { type: "trashed", things } : undefined;
}

/** The same as `seenOf`, of the document as it is, without reading any more of it. */
export function seenIn(doc: BoardDoc, act: Act): readonly Seen[] {
  const cards = {
    get: (id: string) => {
      const text = mapOf(doc, "text").get(id);
      return text instanceof Y.Text ? ({ text: text.toString().slice(0, LIMITS.textLength) } as Card) : undefined;
    },
  };
  const links = { get: (id: LinkId) => mapOf(doc, "links").get(id) as Link | undefined };
  return seenOf({ cards, links }, act);
}

const isInTrash = (doc: BoardDoc, id: string): boolean =>
  mapOf(doc, "attributes").get(attributeKey(id, "trashedAt")) !== undefined;

/** What a part put words on. */
function wordsOn(part: Part): string | undefined {
  switch (part.type) {
    case "addCard":
      return part.id;
    case "write":
      return part.card;
    case "addComment":
      return part.on;
    case "setAttributes":
      return Object.keys(part.values).some((name) => WRITTEN.has(name)) ? part.on : undefined;
    default:
      return undefined;
  }
}
/** The attributes that a person writes rather than chooses. */
const WRITTEN: ReadonlySet<string> = new Set(["label", "owner", "query", "url", "source"]);

import { mapOf, type BoardDoc } from "./doc.ts";
import { attributeKey, parseAttributeKey, type BoardMap } from "./layout.ts";

/** How many things were deleted for good. */
export interface Purged {
  readonly cards: number;
  readonly links: number;
  readonly comments: number;
}
export interface PurgeOptions {
  /** asked for each thing that would go for its own sake */
  readonly isSpared?: (id: string) => boolean;
  /** cards, and links, and comments in one transaction: there is more to be deleted when one of the three is reached */
  readonly atMost?: number;
}

/**
 * Deletes for good what has been in the trash since `before` or longer, in one transaction: the one place where anything of a
 * board is deleted. For the server only.
 *
 * With a card go its position, text and attributes, the links from and to it, and the comments on all of these. So do orphans:
 * links and comments that came for a card when it was gone already, and facts of things that are not there.
 */
export function purgeTrash(
  doc: BoardDoc,
  before: number,
  { isSpared = () => false, atMost = Number.POSITIVE_INFINITY }: PurgeOptions = {},
): Purged {
  const purged = { cards: 0, links: 0, comments: 0 };
  doc.transact(() => {
    const isGone = (id: string) => {
      const trashedAt = mapOf(doc, "attributes").get(attributeKey(id, "trashedAt"));
      return typeof trashedAt === "number" && trashedAt <= before && !isSpared(id);
    };
    const sweep = (map: BoardMap, isGoing: (key: string, value: unknown) => boolean, most = atMost): number => {
      // a map may not lose keys while it is walked through
      const going: string[] = [];
      for (const [key, value] of mapOf(doc, map)) {
        if (going.length >= most) break;
        if (isGoing(key, value)) going.push(key);
      }
      for (const key of going) mapOf(doc, map).delete(key);
      return going.length;
    };
    const cards = mapOf(doc, "cards");
    purged.cards = sweep("cards", isGone);
    const isLost = (end: unknown) => typeof end === "string" && !cards.has(end);
    purged.links = sweep(
      "links",
      (id, birth) => isGone(id) || isLost(partOf(birth, "from")) || isLost(partOf(birth, "to")),
    );
    const links = mapOf(doc, "links");
    purged.comments = sweep("comments", (id, birth) => {
      const on = partOf(birth, "on");
      return isGone(id) || (typeof on === "string" && !cards.has(on) && !links.has(on));
    });
    const comments = mapOf(doc, "comments");
    const all = Number.POSITIVE_INFINITY;
    sweep("position", (id) => !cards.has(id), all);
    sweep("text", (id) => !cards.has(id), all);
    sweep(
      "attributes",
      (key) => {
        const id = parseAttributeKey(key)?.id;
        return id !== undefined && !cards.has(id) && !links.has(id) && !comments.has(id);
      },
      all,
    );
  });
  return purged;
}

/** Since when the oldest thing in the trash has been there; undefined when the trash is empty. */
export function oldestTrash(doc: BoardDoc): number | undefined {
  let oldest: number | undefined;
  for (const [key, value] of mapOf(doc, "attributes")) {
    if (parseAttributeKey(key)?.name !== "trashedAt" || typeof value !== "number") continue;
    if (oldest === undefined || value < oldest) oldest = value;
  }
  return oldest;
}

/** The things that say of themselves that they have been in the trash since `before`, or longer. */
export function trashDue(doc: BoardDoc, before: number): readonly string[] {
  const due: string[] = [];
  for (const [key, value] of mapOf(doc, "attributes")) {
    const part = parseAttributeKey(key);
    if (part?.name === "trashedAt" && typeof value === "number" && value <= before) due.push(part.id);
  }
  return due;
}

/** A part of a birth record, which a stranger may have written in another shape. */
const partOf = (birth: unknown, name: "from" | "to" | "on"): unknown =>
  typeof birth === "object" && birth !== null ? (birth as Readonly<Record<string, unknown>>)[name] : undefined;

import type {
  BoardSnapshot,
  Card,
  CardId,
  Comment,
  CommentId,
  Json,
  Link,
  LinkId,
  Pair,
  ThingId,
} from "../terms/index.ts";
import { changedFacts, factOf, type Facts } from "./compare.ts";
import { sameValue, type Edit } from "./edit.ts";
import type { ServerEdit } from "./serverEdit.ts";
import { isUntrashed } from "./living.ts";

/**
 * The edits that bring a board back to what it was, going forward: nothing is taken out of its history, so that whoever was away
 * and comes back with edits of their own merges with it as with any other edit.
 *
 * - What was there and is in the trash comes back; what was made since goes there, and what was in the trash then, too.
 * - Facts and texts of what was there are set back, texts by the smallest splices.
 * - What was purged since is born again under its own id, with the author and time it had: the id is what links, frames and
 *   comments know it by, and a map's key may be set again after it was deleted. What somebody who was away still writes in the text
 *   that was purged is lost with that text.
 *
 * Nothing of the orphans of a purge (see `purge.ts`) may be left when things are born again: they would wear what was theirs.
 * @param at  when things made since are trashed, epoch milliseconds
 * @returns edits for one transaction; applied to `now`, all that lives compares as the same with `version`
 */
export function restoreEdits(now: BoardSnapshot, version: BoardSnapshot, at: number): ServerEdit[] {
  const births: Edit[] = [];
  const edits: ServerEdit[] = [];
  const moves: { card: CardId; to: Pair }[] = [];
  const trash: ThingId[] = [];
  const bringBack: ThingId[] = [];

  /** ids that are on the board, or are born again */
  const there = new Set<string>();
  const restoreAll = <Id extends ThingId, T extends Thing>(
    present: ReadonlyMap<Id, T>,
    wanted: ReadonlyMap<Id, T>,
    of: { born(thing: T): Edit; hangsOn(thing: T): readonly string[]; set(is: T, was: T): void },
  ) => {
    for (const id of present.keys()) there.add(id);
    for (const [id, thing] of present) if (isUntrashed(thing) && !wanted.has(id)) trash.push(id);
    for (const [id, was] of wanted) {
      const is = present.get(id);
      if (!isUntrashed(was)) {
        if (is && isUntrashed(is)) trash.push(id);
        continue;
      }
      if (is) {
        if (!isUntrashed(is)) bringBack.push(id);
        of.set(is, was);
      } else {
        // it was hidden with a card that lay in the trash then, and is gone now
        if (!of.hangsOn(was).every((end) => there.has(end))) continue;
        births.push(of.born(was));
        there.add(id);
      }
      const values = valuesBack(is ?? nothing, was);
      if (Object.keys(values).length > 0) edits.push({ type: "setAttributes", on: id, values });
    }
  };
  restoreAll<CardId, Card>(now.cards, version.cards, {
    born: bornCard,
    hangsOn: () => [],
    set: (is, was) => {
      if (!sameValue(is.position, was.position)) moves.push({ card: was.id, to: was.position });
      if (is.text !== was.text) edits.push({ type: "writeText", card: was.id, text: was.text });
    },
  });
  restoreAll<LinkId, Link>(now.links, version.links, {
    born: bornLink,
    hangsOn: ({ from, to }) => [from, to],
    set: () => {},
  });
  restoreAll<CommentId, Comment>(now.comments, version.comments, {
    born: bornComment,
    hangsOn: ({ on }) => [on],
    set: () => {},
  });
  return [
    ...births,
    ...edits,
    ...(moves.length > 0 ? [{ type: "moveCards", moves } as const] : []),
    ...(bringBack.length > 0 ? [{ type: "bringBack", things: bringBack } as const] : []),
    ...(trash.length > 0 ? [{ type: "trash", things: trash, at } as const] : []),
  ];
}

interface Thing {
  readonly attributes: { readonly trashedAt?: number | undefined };
  readonly extra: Readonly<Record<string, Json>>;
}
const nothing: Thing = { attributes: {}, extra: {} };

/** Attributes to be set back, undefined for those to be unset; the trash is another matter. */
function valuesBack(is: Thing, was: Thing): Facts {
  const [present, before] = [factsOf(is), factsOf(was)];
  return Object.fromEntries(changedFacts(present, before).map((name) => [name, factOf(before, name)]));
}
// attributes were parsed by schemas of plain values
const factsOf = ({ attributes, extra }: Thing): Facts => ({ ...extra, ...(attributes as Facts), trashedAt: undefined });

const byWhom = ({ at, by }: { readonly at: number; readonly by?: Card["by"] }) =>
  by === undefined ? { at } : { at, by };
const bornCard = (card: Card): Edit => ({
  type: "addCard",
  id: card.id,
  // births are copied as they were, kinds of other versions included
  kind: card.kind as Extract<Edit, { type: "addCard" }>["kind"],
  position: card.position,
  text: card.text,
  ...byWhom(card),
});
const bornLink = (link: Link): Edit => ({
  type: "addLink",
  id: link.id,
  from: link.from,
  to: link.to,
  ...byWhom(link),
});
const bornComment = (comment: Comment): Edit => ({
  type: "addComment",
  id: comment.id,
  // what it is on was read from a birth record, and is left out of a snapshot when it is nothing's id
  on: comment.on as CardId | LinkId,
  text: comment.text,
  ...(comment.replyTo === undefined ? {} : { replyTo: comment.replyTo }),
  ...byWhom(comment),
});

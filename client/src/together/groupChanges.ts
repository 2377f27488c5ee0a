import type { DeedDone, ThingChanged } from "@palabre/shared/protocol";
import {
  isTrashed,
  titleOf,
  type BoardSnapshot,
  type CardId,
  type Comment,
  type CommentId,
  type LinkId,
  type PersonId,
} from "@palabre/shared/terms";

/** A thing that somebody changed, as the board has it now. */
export interface ChangedThing {
  readonly id: CardId | LinkId;
  /** the title of the card, or of the two that a link joins; "" where nothing is written */
  readonly titles: readonly string[];
  readonly did: readonly DeedTold[];
  /** whether it can be gone to */
  readonly isThere: boolean;
}
/** What was done, as it is told: a comment may be settled, and it may speak to who reads the list. */
export type DeedTold = DeedDone | "commentedToMe" | "settled";
export interface PersonChanges {
  /** undefined: the server */
  readonly person: PersonId | undefined;
  readonly frames: readonly {
    readonly frame: CardId | undefined;
    readonly title: string;
    readonly things: readonly ChangedThing[];
  }[];
  readonly n: number;
}

/**
 * What changed by who did it, then by the frame in which it lies now; who did most comes first. Things that were purged since are left out,
 * and what was done to a comment is told of what it is on.
 * @param isToMe whether a comment was written meanwhile, and speaks to who reads this
 */
export function groupChanges(
  changes: readonly ThingChanged[],
  snapshot: BoardSnapshot,
  isToMe: (comment: Comment) => boolean = () => false,
): readonly PersonChanges[] {
  const toMe = new Set([...snapshot.comments.values()].filter(isToMe).map(({ on, by }) => `${by ?? ""}/${on}`));
  const byThing = new Map<string, { thing: string; person: PersonId | undefined; did: Set<DeedTold> }>();
  for (const { thing: id, person, did } of changes) {
    const comment = snapshot.comments.get(id as CommentId);
    const thing = comment?.on ?? id;
    const key = `${person ?? ""}/${thing}`;
    const told: readonly DeedTold[] = comment
      ? comment.attributes.resolvedAt === undefined
        ? []
        : ["settled"]
      : did.map((word) => (word === "commented" && toMe.has(key) ? "commentedToMe" : word));
    if (told.length === 0) continue;
    const known = byThing.get(key) ?? { thing, person, did: new Set() };
    for (const word of told) known.did.add(word);
    byThing.set(key, known);
  }
  const byPerson = new Map<PersonId | undefined, Map<CardId | undefined, ChangedThing[]>>();
  for (const { thing, person, did } of byThing.values()) {
    const found = thingOf(thing as CardId & LinkId, snapshot);
    if (!found) continue;
    const frames = byPerson.get(person) ?? new Map<CardId | undefined, ChangedThing[]>();
    byPerson.set(person, frames);
    frames.set(found.frame, [...(frames.get(found.frame) ?? []), { ...found.thing, did: toldOf([...did]) }]);
  }
  return [...byPerson]
    .map(([person, frames]) => ({
      person,
      frames: [...frames].map(([frame, things]) => ({ frame, title: titleIn(snapshot, frame), things })),
      n: [...frames.values()].reduce((sum, things) => sum + things.length, 0),
    }))
    .sort((a, b) => b.n - a.n);
}

/** What was made was written and placed too: that goes without saying. */
const toldOf = (did: readonly DeedTold[]): readonly DeedTold[] =>
  did.includes("made") ? did.filter((word) => word !== "wrote" && word !== "moved" && word !== "set") : did;

const titleIn = ({ cards }: BoardSnapshot, id: CardId | undefined): string =>
  titleOf((id && cards.get(id)) ?? { text: "" });

function thingOf(
  id: CardId & LinkId,
  snapshot: BoardSnapshot,
): { readonly thing: Omit<ChangedThing, "did">; readonly frame: CardId | undefined } | undefined {
  const card = snapshot.cards.get(id);
  if (card) {
    const frame = card.kind === "frame" ? card.id : card.attributes.frame;
    return { thing: { id, titles: [titleOf(card)], isThere: !isTrashed(card) }, frame };
  }
  const link = snapshot.links.get(id);
  if (!link) return undefined;
  const ends = [snapshot.cards.get(link.from), snapshot.cards.get(link.to)];
  const frame = ends[0]?.attributes.frame;
  // it is seen with both of its cards
  const isThere = link.attributes.trashedAt === undefined && ends.every((end) => end && !isTrashed(end));
  return { thing: { id, titles: [titleIn(snapshot, link.from), titleIn(snapshot, link.to)], isThere }, frame };
}

import type { BoardSnapshot, Card, CardId, Comment, CommentId, Link, LinkId } from "../terms/index.ts";

/** The things of a board that are not in the trash, nor on anything that is. */
export interface LivingThings {
  readonly cards: ReadonlyMap<CardId, Card>;
  readonly links: ReadonlyMap<LinkId, Link>;
  readonly comments: ReadonlyMap<CommentId, Comment>;
}

export function livingThings(snapshot: BoardSnapshot): LivingThings {
  const cards = only(snapshot.cards, isUntrashed);
  const links = only(snapshot.links, (link) => isUntrashed(link) && cards.has(link.from) && cards.has(link.to));
  const things: ReadonlySet<string> = new Set<string>([...cards.keys(), ...links.keys()]);
  return {
    cards,
    links,
    comments: only(snapshot.comments, (comment) => isUntrashed(comment) && things.has(comment.on)),
  };
}

/** Whether a thing itself is not in the trash; what it hangs on may be. */
export const isUntrashed = (thing: { readonly attributes: { readonly trashedAt?: number | undefined } }): boolean =>
  thing.attributes.trashedAt === undefined;

const only = <Id, T>(things: ReadonlyMap<Id, T>, accept: (thing: T) => boolean): Map<Id, T> =>
  new Map([...things].filter(([, thing]) => accept(thing)));

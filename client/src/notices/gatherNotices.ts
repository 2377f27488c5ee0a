import { isTrashed, type BoardSnapshot, type CardId, type LinkId } from "@palabre/shared/terms";
import type { BoardState } from "../state/index.ts";

/** What became of a card or a link, the weightiest first. */
export const DEEDS = ["removed", "broughtBack", "made", "linked", "commented", "moved", "wrote", "changed"] as const;
export type NoticedDeed = (typeof DEEDS)[number];
/** Something that another person did. */
export interface Notice {
  readonly thing: CardId | LinkId;
  readonly did: NoticedDeed;
  /** the client ids that wrote it; empty when that can't be told */
  readonly writers: readonly number[];
}
type Change = Parameters<Parameters<BoardState["onChange"]>[0]>[0];

/** What others did in one change of the board, one notice a thing; nothing for what this page did itself. Things that are no more are left out. */
export function gatherNotices(change: Change, snapshot: () => BoardSnapshot): readonly Notice[] {
  if (change.mine) return [];
  const writers = change.writers();
  const did = new Map<CardId | LinkId, NoticedDeed>();
  const note = (thing: CardId | LinkId | undefined, deed: NoticedDeed): void => {
    if (thing === undefined) return;
    const known = did.get(thing);
    if (known === undefined || DEEDS.indexOf(deed) < DEEDS.indexOf(known)) did.set(thing, deed);
  };
  const { cards, links, comments } = snapshot();
  for (const fact of change.facts) {
    switch (fact.type) {
      case "card":
        note(fact.card, "made");
        break;
      case "position":
        note(fact.card, "moved");
        break;
      case "text":
        note(fact.card, "wrote");
        break;
      case "link":
        note(fact.link, "linked");
        break;
      case "comment":
        // a comment is on a card or on a link of this board
        note(comments.get(fact.comment)?.on as CardId | LinkId | undefined, "commented");
        break;
      case "attribute": {
        const thing = fact.on as CardId & LinkId;
        if (fact.name.startsWith("reaction:")) break;
        if (fact.name === "frame") note(thing, "moved");
        // who turns a link's effect round says what it does, as who draws it
        else if (fact.name === "polarity" && links.has(thing)) note(thing, "linked");
        else if (fact.name !== "trashedAt") note(thing, "changed");
        else note(thing, isGone(thing, { cards, links }) ? "removed" : "broughtBack");
        break;
      }
    }
  }
  return [...did].flatMap(([thing, deed]) =>
    cards.has(thing as CardId) || links.has(thing as LinkId) ? [{ thing, did: deed, writers }] : [],
  );
}

const isGone = (thing: CardId & LinkId, { cards, links }: Pick<BoardSnapshot, "cards" | "links">): boolean => {
  const card = cards.get(thing);
  return card ? isTrashed(card) : links.get(thing)?.attributes.trashedAt !== undefined;
};

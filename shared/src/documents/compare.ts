import {
  titleOf,
  type BoardComparison,
  type BoardSnapshot,
  type Card,
  type CardId,
  type Changed,
  type Comment,
  type ComparedCard,
  type ComparedComment,
  type ComparedLink,
  type Differences,
  type Json,
  type Link,
  type LinkId,
} from "../terms/index.ts";
import { sameValue } from "./edit.ts";
import { livingThings, type LivingThings } from "./living.ts";

/**
 * What one board has, lacks and says differently than another: the way from `before` to `after`.
 *
 * Only what lives is compared. Everything is in order of birth, so that the same two boards compare the same everywhere.
 */
export function compareBoards(before: BoardSnapshot, after: BoardSnapshot): BoardComparison {
  const [was, is] = [livingThings(before), livingThings(after)];
  return {
    cards: differences(was.cards, is.cards, { name: nameCard, facts: cardFacts }),
    links: differences(was.links, is.links, {
      name: (link, { cards }) => nameLink(link, cards),
      facts: (link) => ({ ...linkFacts(link) }),
    }),
    comments: differences(was.comments, is.comments, { name: nameComment, facts: commentFacts }),
  };

  function differences<Id, T, Named extends object>(
    old: ReadonlyMap<Id, T>,
    present: ReadonlyMap<Id, T>,
    of: { name(thing: T, of: LivingThings): Named; facts(thing: T): Facts },
  ): Differences<Named> {
    const added = [...present].filter(([id]) => !old.has(id)).map(([, thing]) => of.name(thing, is));
    const removed = [...old].filter(([id]) => !present.has(id)).map(([, thing]) => of.name(thing, was));
    const changed = [...present].flatMap(([id, thing]): Changed<Named>[] => {
      const earlier = old.get(id);
      // a view hands out the same object for what has not changed
      if (earlier === undefined || earlier === thing) return [];
      const facts = changedFacts(of.facts(earlier), of.facts(thing));
      return facts.length > 0 ? [{ ...of.name(thing, is), facts }] : [];
    });
    return { added, removed, changed };
  }
}

/** Facts of a thing by name; what is not set is undefined. */
export type Facts = Readonly<Record<string, Json | undefined>>;

/** The names under which two things differ, in order. */
export const changedFacts = (before: Facts, after: Facts): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !sameValue(factOf(before, name), factOf(after, name)),
  );
/** A stranger may name an attribute as what every object has. */
export const factOf = (facts: Facts, name: string): Json | undefined =>
  Object.hasOwn(facts, name) ? facts[name] : undefined;

// attributes were parsed by schemas of plain values
const plain = (attributes: object): Facts => attributes as Facts;
const cardFacts = ({ text, position, attributes, extra }: Card): Facts => ({
  ...extra,
  ...plain(attributes),
  text,
  position,
});
const linkFacts = ({ polarity, strength, delay, label, attributes, extra }: Link): Facts => ({
  ...extra,
  ...plain(attributes),
  polarity,
  strength,
  delay,
  label,
});
const commentFacts = ({ attributes, extra }: Comment): Facts => ({ ...extra, ...plain(attributes) });

const nameCard = (card: Card): ComparedCard => ({
  id: card.id,
  kind: card.kind,
  title: titleOf(card),
  position: card.position,
});
/** A living link has two living cards. */
const nameLink = (link: Link, cards: ReadonlyMap<CardId, Card>): ComparedLink => ({
  id: link.id,
  from: nameEnd(link.from, cards),
  to: nameEnd(link.to, cards),
});
const nameEnd = (id: CardId, cards: ReadonlyMap<CardId, Card>): ComparedCard => {
  const card = cards.get(id);
  return card ? nameCard(card) : { id, kind: "note", title: "", position: [0, 0] };
};
function nameComment({ id, on, text }: Comment, { cards, links }: LivingThings): ComparedComment {
  // an id is that of a card or of a link, never of both
  const card = cards.get(on as CardId) ?? cards.get(links.get(on as LinkId)?.from ?? ("" as CardId));
  return { id, on, title: card ? titleOf(card) : "", text };
}

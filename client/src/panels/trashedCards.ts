import { isTrashed, type BoardSnapshot, type Card, type Link } from "@palabre/shared/terms";

/** The cards in the trash, latest thrown first. */
export const trashedCards = (snapshot: Pick<BoardSnapshot, "cards">): readonly Card[] =>
  [...snapshot.cards.values()]
    .filter((card) => card.attributes.trashedAt !== undefined)
    .sort((a, b) => (b.attributes.trashedAt ?? 0) - (a.attributes.trashedAt ?? 0));

/** The links that were thrown away by themselves, latest thrown first: what they join is there, so they would be seen again. */
export const trashedLinks = ({ cards, links }: Pick<BoardSnapshot, "cards" | "links">): readonly Link[] => {
  const isThere = (id: Link["from"]): boolean => {
    const card = cards.get(id);
    return card !== undefined && !isTrashed(card);
  };
  return [...links.values()]
    .filter(({ from, to, attributes }) => attributes.trashedAt !== undefined && isThere(from) && isThere(to))
    .sort((a, b) => (b.attributes.trashedAt ?? 0) - (a.attributes.trashedAt ?? 0));
};

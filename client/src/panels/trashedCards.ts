import type { BoardSnapshot, Card } from "@palabre/shared/terms";

/** The cards in the trash, latest thrown first. */
export const trashedCards = (snapshot: Pick<BoardSnapshot, "cards">): readonly Card[] =>
  [...snapshot.cards.values()]
    .filter((card) => card.attributes.trashedAt !== undefined)
    .sort((a, b) => (b.attributes.trashedAt ?? 0) - (a.attributes.trashedAt ?? 0));

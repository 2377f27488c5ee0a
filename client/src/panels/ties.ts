import { isTrashed, type BoardSnapshot, type Card, type CardId } from "@palabre/shared/terms";

/** How a strategy hangs together with others, in order of birth where nobody gave one. */
export interface Ties {
  readonly requires: readonly CardId[];
  /** said on it, then said on the others */
  readonly excludes: readonly CardId[];
  /** strategies that are tied to it in neither way */
  readonly choices: readonly CardId[];
}

/** Reads the ties of a strategy to the strategies that are still there; a choice is never offered from the trash. */
export function tiesOf(card: Pick<Card, "id" | "attributes">, { cards }: Pick<BoardSnapshot, "cards">): Ties {
  const others = [...cards.values()].filter(({ id, kind }) => kind === "strategy" && id !== card.id);
  const known = new Set(others.map(({ id }) => id));
  const said = (list: readonly CardId[] | undefined) => [...new Set(list)].filter((id) => known.has(id));
  const requires = said(card.attributes.requires);
  const excludes = said([
    ...(card.attributes.excludes ?? []),
    ...others.flatMap(({ id, attributes }) => (attributes.excludes?.includes(card.id) ? [id] : [])),
  ]);
  const tied = new Set([...requires, ...excludes]);
  return {
    requires,
    excludes,
    choices: others.flatMap((other) => (isTrashed(other) || tied.has(other.id) ? [] : [other.id])),
  };
}

/** A list with one more, each once. */
export const withStrategy = (list: readonly CardId[] | undefined, id: CardId): readonly CardId[] => [
  ...new Set([...(list ?? []), id]),
];
/** A list without one; an empty list is none. */
export const withoutStrategy = (list: readonly CardId[] | undefined, id: CardId): readonly CardId[] | undefined => {
  const left = list?.filter((other) => other !== id) ?? [];
  return left.length === 0 ? undefined : left;
};

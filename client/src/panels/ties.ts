import { isTrashed, type BoardSnapshot, type Card, type CardAttributes, type CardId } from "@palabre/shared/terms";

/** How a strategy hangs together with others, in order of birth where nobody gave one. */
export interface Ties {
  readonly requires: readonly CardId[];
  /** said on it, then said on the others */
  readonly excludes: readonly CardId[];
  /** strategies that are tied to it in neither way */
  readonly choices: readonly CardId[];
}

type Tied = Pick<Card, "id" | "attributes">;

/** Reads the ties of a strategy to the strategies that are still there; a choice is never offered from the trash. */
export function tiesOf(card: Tied, { cards }: Pick<BoardSnapshot, "cards">): Ties {
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

/** What has to be set so that two strategies go together again: it may have been said on either, or on both, and only there is it taken back. */
export const withoutRival = (
  card: Tied,
  other: Tied,
): readonly (readonly [CardId, { readonly excludes: CardAttributes["excludes"] | undefined }])[] => {
  const backOn = ({ id, attributes: { excludes } }: Tied, rival: CardId) =>
    excludes?.includes(rival) ? [[id, { excludes: withoutStrategy(excludes, rival) }] as const] : [];
  return [...backOn(card, other.id), ...backOn(other, card.id)];
};

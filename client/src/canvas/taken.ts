import { isTrashed, type BoardSnapshot, type CardId, type LinkId } from "@palabre/shared/terms";

/** These cards and links, with the rest of each group that one of them is in; not of the group whose cards are taken one by one. */
export function withGroups<Id extends CardId | LinkId>(
  { cards }: Pick<BoardSnapshot, "cards">,
  things: Iterable<Id>,
  inGroup: string | undefined,
): ReadonlySet<Id | CardId> {
  const all = new Set<Id | CardId>(things);
  const groups = new Set<string>();
  for (const id of all) {
    // a selection holds ids of both; only a card is found by an id of a card
    const group = cards.get(id as CardId)?.attributes.group;
    if (group !== undefined && group !== inGroup) groups.add(group);
  }
  if (groups.size === 0) return all;
  for (const card of cards.values()) {
    const { group } = card.attributes;
    if (group !== undefined && groups.has(group) && !isTrashed(card)) all.add(card.id);
  }
  return all;
}

/** What is chosen once a hand has chosen otherwise than before: groups come and go whole. */
export function afterChoosing(
  snapshot: Pick<BoardSnapshot, "cards">,
  before: ReadonlySet<CardId | LinkId>,
  after: ReadonlySet<CardId | LinkId>,
  inGroup: string | undefined,
): ReadonlySet<CardId | LinkId> {
  const added = withGroups(
    snapshot,
    [...after].filter((id) => !before.has(id)),
    inGroup,
  );
  const gone = withGroups(
    snapshot,
    [...before].filter((id) => !after.has(id)),
    inGroup,
  );
  return new Set([...[...after].filter((id) => !gone.has(id)), ...added]);
}

/** The group that is still gone into: the one of before, while something of it is chosen. */
export const stillInGroup = (
  { cards }: Pick<BoardSnapshot, "cards">,
  things: Iterable<CardId | LinkId>,
  inGroup: string | undefined,
): string | undefined =>
  inGroup !== undefined && [...things].some((id) => cards.get(id as CardId)?.attributes.group === inGroup)
    ? inGroup
    : undefined;

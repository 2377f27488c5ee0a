import { isTrashed, type BoardSnapshot, type Card, type CardId } from "@palabre/shared/terms";
import { boundsOf, boxOf, type Box } from "../box.ts";
import { withContents } from "../remoteDrags.ts";

/** What is moved as one: a card, a whole group, a frame with what lies in it. */
export interface Unit {
  /** with what lies in a frame among them */
  readonly cards: ReadonlySet<CardId>;
  readonly box: Box;
  /** one of its cards is locked: it is looked at, and stays where it is */
  readonly isStuck: boolean;
}

export interface UnitRules {
  readonly isLocked: (card: CardId) => boolean;
  /** the group whose cards are taken one by one */
  readonly inGroup?: string | undefined;
}

/** The units among some cards, in their order. A card in a chosen frame goes with that. */
export function unitsOf(
  { cards }: Pick<BoardSnapshot, "cards">,
  chosen: Iterable<CardId>,
  { isLocked, inGroup }: UnitRules,
): readonly Unit[] {
  const ids = new Set(chosen);
  const heads = new Map<string, Card[]>();
  for (const id of ids) {
    const card = cards.get(id);
    if (!card || isTrashed(card)) continue;
    const { frame, group } = card.attributes;
    if (frame !== undefined && ids.has(frame)) continue;
    const key = group === undefined || group === inGroup ? id : `group ${group}`;
    heads.set(key, [...(heads.get(key) ?? []), card]);
  }
  return [...heads.values()].flatMap((members): readonly Unit[] => {
    const box = boundsOf(members.map((card) => boxOf(card)));
    if (!box) return [];
    const all = withContents(
      members.map(({ id }) => id),
      cards,
    );
    return [{ cards: all, box, isStuck: [...all].some((id) => isLocked(id)) }];
  });
}

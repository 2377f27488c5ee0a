import { isTrashed, type Card, type CardId } from "@palabre/shared/terms";
import type { Hypothesis } from "../state/index.ts";

/** What is supposed: the cards that are not left at 0, in the order in which they were taken up. */
export const supposedIn = ({ levels }: Pick<Hypothesis, "levels">): readonly (readonly [CardId, number])[] =>
  [...levels].filter(([, level]) => level !== 0);
export const isSupposing = (hypothesis: Pick<Hypothesis, "levels">): boolean => supposedIn(hypothesis).length > 0;

/**
 * A hypothesis as it counts on the board of now: what is in the trash is not supposed until it comes back, and what was answered when
 * all of it was supposed is no answer to nothing.
 * @returns the same object where all of it counts
 */
export function asItCounts(hypothesis: Hypothesis, cards: ReadonlyMap<CardId, Pick<Card, "attributes">>): Hypothesis {
  const isHere = ([id]: readonly [CardId, number]): boolean => {
    const card = cards.get(id);
    return card !== undefined && !isTrashed(card);
  };
  const { levels, kept } = hypothesis;
  if ([...levels, ...(kept?.levels ?? [])].every(isHere)) return hypothesis;
  const keptNow = kept && { ...kept, levels: new Map([...kept.levels].filter(isHere)) };
  return withLevels(
    { ...hypothesis, kept: keptNow && isSupposing(keptNow) ? keptNow : undefined },
    new Map([...levels].filter(isHere)),
  );
}

/** The hypothesis with one card at another level; what was answered stays to be seen until the next answer is there. */
export function suppose(hypothesis: Hypothesis | undefined, card: CardId, level: number): Hypothesis {
  const levels = new Map(hypothesis?.levels).set(card, level);
  return withLevels(hypothesis, levels);
}
/** Without a card. */
export function supposeNot(hypothesis: Hypothesis, card: CardId): Hypothesis {
  const levels = new Map(hypothesis.levels);
  levels.delete(card);
  return withLevels(hypothesis, levels);
}
const withLevels = (hypothesis: Hypothesis | undefined, levels: ReadonlyMap<CardId, number>): Hypothesis => ({
  levels,
  answer: isSupposing({ levels }) ? hypothesis?.answer : undefined,
  kept: hypothesis?.kept,
});

/** Two hypotheses that suppose the same. */
export const isSameSupposition = (a: Pick<Hypothesis, "levels">, b: Pick<Hypothesis, "levels">): boolean => {
  const [first, second] = [supposedIn(a), supposedIn(b)];
  return first.length === second.length && first.every(([card, level]) => b.levels.get(card) === level);
};

import type { CardId } from "@palabre/shared/terms";
import type { Hypothesis } from "../state/index.ts";

/** What is supposed: the cards that are not left at 0, in the order in which they were taken up. */
export const supposedIn = ({ levels }: Pick<Hypothesis, "levels">): readonly (readonly [CardId, number])[] =>
  [...levels].filter(([, level]) => level !== 0);
export const isSupposing = (hypothesis: Pick<Hypothesis, "levels">): boolean => supposedIn(hypothesis).length > 0;

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

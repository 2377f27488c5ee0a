import type { Robustness } from "@palabre/shared/analysis/decision";
import type { Annotation, CardId, LinkAnnotation, LinkId } from "@palabre/shared/terms";

/**
 * What the server says of the choice on cards and links; undefined while it had nobody's papers to draw from. Which places strategies take
 * below the first is not told.
 */
export function toldRobustness({
  cards,
  links,
}: {
  readonly cards: ReadonlyMap<CardId, Annotation>;
  readonly links: ReadonlyMap<LinkId, LinkAnnotation>;
}): Robustness | undefined {
  const told = [...cards].flatMap(([card, { readings }]) => {
    const best = readings.find(({ measure, state }) => measure === "best" && state === "known");
    return best ? [[card, best] as const] : [];
  });
  const [, first] = told[0] ?? [];
  if (first?.robustness === undefined || first.n < 2) return undefined;
  return {
    draws: first.draws ?? 0,
    people: first.n,
    word: first.robustness,
    strategies: new Map(
      told.map(([card, { value = 0, low = 0, high = 1, regret = 0, worth = 0 }]) => [
        card,
        { best: value, low, high, regret, worth, ranks: [] },
      ]),
    ),
    // links come in any order; what an older server said has no loss
    deciding: [...links]
      .flatMap(([link, { winner, isTied = false, loss = 0 }]) =>
        winner === undefined ? [] : [{ link, winner, isTied, loss }],
      )
      .toSorted((a, b) => b.loss - a.loss),
    isWhole: first.isPartial !== true,
  };
}

import type { Choice } from "@palabre/shared/analysis/decision";
import type { CardAttributes, CardId } from "@palabre/shared/terms";

type Ties = Pick<CardAttributes, "cost" | "requires" | "excludes">;
type LeftOut = NonNullable<NonNullable<ReturnType<Choice["strategies"]["get"]>>["leftOut"]>;

/** Where a strategy stands under a budget, and why. */
export type Standing =
  | { readonly type: "in" }
  /** in some of the portfolios that are equally good */
  | { readonly type: "tied" }
  | { readonly type: "left-out"; readonly why: LeftOut; readonly other: CardId | undefined }
  /** with all that it needs it costs more than there is */
  | { readonly type: "dear"; readonly cost: number; readonly isWithNeeds: boolean }
  /** what it needs can't go together */
  | { readonly type: "impossible" }
  | { readonly type: "excluded"; readonly by: CardId }
  /** alone it serves nothing, or harms as much */
  | { readonly type: "worthless" }
  | { readonly type: "needs"; readonly other: CardId }
  /** it adds less than what is taken for the money */
  | { readonly type: "beaten" };

/** Tells why a strategy is in the best portfolio or out of it; undefined while there is no budget. */
export function whyOut(
  id: CardId,
  choice: Pick<Choice, "strategies" | "best">,
  ties: ReadonlyMap<CardId, Ties>,
  budget: number,
): Standing | undefined {
  const own = choice.strategies.get(id);
  if (own === undefined) return undefined;
  const { requires = [] } = ties.get(id) ?? {};
  if (own.leftOut !== undefined) {
    const other = requires.find((each) => choice.strategies.get(each)?.leftOut !== undefined);
    return { type: "left-out", why: own.leftOut, other: own.leftOut === "requires-left-out" ? other : undefined };
  }
  const best = choice.best?.strategies;
  if (best === undefined) return undefined;
  if (best.includes(id)) return own.isTied ? { type: "tied" } : { type: "in" };
  if (own.isTied) return { type: "tied" };
  const needed = [...neededBy(id, ties)].filter((each) => choice.strategies.has(each));
  if (own.isAffordable === false) {
    const cost = needed.reduce((sum, each) => sum + (ties.get(each)?.cost ?? 0), 0);
    return cost > budget ? { type: "dear", cost, isWithNeeds: needed.length > 1 } : { type: "impossible" };
  }
  const by = best.find((each) => needed.some((one) => isExcluding(one, each, ties)));
  if (by !== undefined) return { type: "excluded", by };
  if (own.value <= 0) return { type: "worthless" };
  const other = requires.find((each) => choice.strategies.has(each) && !best.includes(each));
  return other === undefined ? { type: "beaten" } : { type: "needs", other };
}

/** A strategy with all that it needs, to the end of the chain. */
function neededBy(id: CardId, ties: ReadonlyMap<CardId, Ties>): ReadonlySet<CardId> {
  const found = new Set([id]);
  for (const each of found) for (const next of ties.get(each)?.requires ?? []) if (ties.has(next)) found.add(next);
  return found;
}
/** An exclusion said on one of two holds for both. */
const isExcluding = (a: CardId, b: CardId, ties: ReadonlyMap<CardId, Ties>): boolean =>
  ties.get(a)?.excludes?.includes(b) === true || ties.get(b)?.excludes?.includes(a) === true;

import { budgetSchema, spotlightSchema, type Budget, type Spotlight, type SpotlitThings } from "../terms/index.ts";
import type { StateDoc } from "./doc.ts";
import type { StateChange } from "./stateChange.ts";

/** What facilitators set for all, besides the rules: one key each, beside the title. */
const MAP = "about";
const BUDGET = "budget";
const SPOTLIGHT = "spotlight";

/** Reads both; what is missing or malformed is undefined. */
export function readConducted(doc: StateDoc): {
  readonly budget: Budget | undefined;
  readonly spotlight: Spotlight | undefined;
} {
  const entries = doc.getMap(MAP);
  return {
    budget: budgetSchema.safeParse(entries.get(BUDGET)).data,
    spotlight: spotlightSchema.safeParse(entries.get(SPOTLIGHT)).data,
  };
}

/** What to write to set the budget; undefined takes it away. */
export const budgeting = (budget: Budget | undefined): StateChange => ({ map: MAP, key: BUDGET, value: budget });

/** Whether a change is one of the budget. */
export const isBudgetChange = ({ map, key }: StateChange): boolean => map === MAP && key === BUDGET;

/** What to write to show these things to everybody, each once; without any, the whole board is shown again. */
export function spotlighting({ cards, links, loop }: SpotlitThings, at: number): StateChange {
  const spotlight: Spotlight = { cards: [...new Set(cards)], links: [...new Set(links)], loop, at };
  const isEmpty = cards.length + links.length === 0;
  return { map: MAP, key: SPOTLIGHT, value: isEmpty ? undefined : spotlight };
}

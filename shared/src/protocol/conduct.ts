import { z } from "zod/mini";
import { budgetSchema, spotlitThingsSchema, type Budget, type SpotlitThings } from "../terms/index.ts";

/** Sets the budget that all see, or takes it away. */
export type SetBudget = Budget | { readonly amount: null };
export const setBudgetSchema: z.ZodMiniType<SetBudget> = z.union([budgetSchema, z.object({ amount: z.null() })]);

/** Shows things to everybody; without any, the whole board is shown again. */
export type SetSpotlight = SpotlitThings;
export const setSpotlightSchema: z.ZodMiniType<SetSpotlight> = spotlitThingsSchema;

import { z } from "zod/mini";
import { amountSchema, UNITS } from "./card.ts";

/** What all strategies of a board may cost together, in the unit that those who count are costed in. */
export interface Budget {
  /** 0 or more */
  readonly amount: number;
  readonly unit: (typeof UNITS)[number];
}
export const budgetSchema: z.ZodMiniType<Budget> = z.object({
  amount: amountSchema.check(z.nonnegative()),
  unit: z.enum(UNITS),
});

import type { BoardId, Budget, SpotlitThings, ThingId } from "@palabre/shared/terms";
import { api } from "../api/index.ts";

/** What facilitators ask of the server; it writes, and everybody sees. All reject with an AppError when it can't be done. */
export interface Conduct {
  freeze(frozen: boolean): Promise<void>;
  /** for all but facilitators */
  lock(things: readonly ThingId[], locked: boolean): Promise<void>;
  /** undefined takes it away */
  setBudget(budget: Budget | undefined): Promise<void>;
  /** shows these things to everybody; undefined shows the whole board again */
  spotlight(things: SpotlitThings | undefined): Promise<void>;
  /** takes away the notice that a part of the board could not be read */
  dismissDamage(): Promise<void>;
}

export const createConduct = (board: BoardId): Conduct => ({
  freeze: (frozen) => api.changeRules(board, { frozen }),
  lock: (things, locked) => api.changeRules(board, { lock: { things, locked } }),
  setBudget: (budget) => api.setBudget(board, budget ?? { amount: null }),
  spotlight: (things) => api.setSpotlight(board, things ?? { cards: [], links: [] }),
  dismissDamage: () => api.dismissDamage(board),
});

import type { Card } from "@palabre/shared/terms";
import type { BoardState } from "../state/index.ts";

/** What would be put together. */
export interface Scope {
  /** only what is chosen; else all that this person may move */
  readonly isChosen: boolean;
  readonly cards: readonly Card[];
  readonly mayFrame: boolean;
}

/**
 * The cards that this person may put together now: the chosen ones when they are several, else all. What the step, an owner or a lock
 * doesn't let them move is left where it is: with it in the hand, nothing would move.
 */
export function scopeOf({ ui, may, mayAdd }: Pick<BoardState, "ui" | "may" | "mayAdd">, all: readonly Card[]): Scope {
  const { selection } = ui.get();
  const chosen = all.filter(({ id }) => selection.has(id));
  const isChosen = chosen.length > 1;
  return {
    isChosen,
    cards: (isChosen ? chosen : all).filter(({ id }) => may("move", id)),
    mayFrame: mayAdd({ type: "addCard", kind: "frame" }),
  };
}

import type { BoardId, CardId, DecisionRule, Outcome } from "@palabre/shared/terms";

/** A decision as its form has it. */
export interface WrittenDecision {
  readonly outcome: Outcome;
  readonly rule: DecisionRule;
  /** a ballot's id, or empty */
  readonly ballot: string;
  /** a reason a line */
  readonly pros: string;
  readonly cons: string;
  readonly owner: string;
  /** as its field has it, "2027-03-01", or empty */
  readonly day: string;
}

/** What was begun and neither recorded nor given up, as long as the page is open. */
const unsent = new Map<string, WrittenDecision>();
const keyOf = (board: BoardId, card: CardId): string => `${board} ${card}`;

export const unsentOn = (board: BoardId, card: CardId): WrittenDecision | undefined => unsent.get(keyOf(board, card));

export function keepUnsent(board: BoardId, card: CardId, written: WrittenDecision): void {
  unsent.set(keyOf(board, card), written);
}

/** @param sent what was recorded; what was written since is kept. Without it, whatever was begun is given up. */
export function forgetUnsent(board: BoardId, card: CardId, sent = unsentOn(board, card)): void {
  if (unsentOn(board, card) === sent) unsent.delete(keyOf(board, card));
}

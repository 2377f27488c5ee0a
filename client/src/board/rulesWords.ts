import { allowsNothing, mayFacilitate, mayWrite, type BoardRules } from "@palabre/shared/facilitation";
import type { BoardFacts } from "@palabre/shared/protocol";

export interface RulesWords {
  /** on the banner and aloud: who listens is told what is shown */
  readonly frozen: "board.frozen" | "board.frozenByTime" | "board.frozenByYou";
  readonly thawed: "board.thawed" | "board.released";
  readonly unmuted: "board.unmuted" | "board.unmutedOnly";
}

/** How a person is told of a freeze and a mute, and of their end under the rules that hold then. */
export function rulesWords(rules: BoardRules, me: Pick<BoardFacts, "role" | "person">): RulesWords {
  const isFacilitator = mayFacilitate(me.role);
  const { frozen, isFrozenByTimer, muted, phase } = rules;
  // whom neither freeze nor mute holds writes on, and not again
  const isHeld = isFacilitator || frozen || muted.has(me.person) || !mayWrite(me.role, "board");
  const isIdle = allowsNothing(phase?.participant) && phase?.drafts === undefined;
  const mayWriteAgain = !isHeld && !isIdle;
  return {
    frozen: isFrozenByTimer === true ? "board.frozenByTime" : isFacilitator ? "board.frozenByYou" : "board.frozen",
    thawed: mayWriteAgain ? "board.thawed" : "board.released",
    unmuted: mayWriteAgain ? "board.unmuted" : "board.unmutedOnly",
  };
}

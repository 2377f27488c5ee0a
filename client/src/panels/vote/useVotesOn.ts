import { readBallots } from "@palabre/shared/documents";
import type { BallotId, BallotMethod, CardId } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { useWorkshopPart } from "../../state/index.ts";
import { questionOf } from "../../voting/index.ts";

/** A published vote in which a card was among the choices. */
export interface VoteOn {
  readonly id: BallotId;
  readonly method: BallotMethod;
  readonly question: string;
  readonly at: number;
  /** what was said against it there */
  readonly reasons: readonly string[];
}

/** The newest first. */
export function useVotesOn(card: CardId): readonly VoteOn[] {
  const text = useText();
  return [...useWorkshopPart(readBallots)]
    .flatMap(([id, ballot]): VoteOn[] => {
      const { tally, method, options } = ballot;
      if (!tally || !options.some(({ on }) => on === card)) return [];
      const reasons = (tally.reasons ?? []).filter(({ on }) => on === card).map((reason) => reason.text);
      return [{ id, method, question: questionOf(ballot, text), at: tally.publishedAt, reasons }];
    })
    .toSorted((a, b) => b.at - a.at);
}

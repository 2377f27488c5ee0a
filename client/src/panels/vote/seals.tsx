import type { Ballot, BallotId, CardId, Decision } from "@palabre/shared/terms";
import type { Text } from "../../i18n/index.ts";
import type { Seal } from "../../state/index.ts";
import { CheckIcon, CloseIcon, Icon, LateIcon, TimerIcon, VoteIcon } from "../../ui/index.ts";
import { pictureOf } from "./pictures.ts";
import { placeWords } from "./placeWords.ts";
import css from "./seals.module.css";

const ICONS = { decided: CheckIcon, postponed: TimerIcon, refused: CloseIcon } as const;

/** What cards wear of votes and decisions: what was decided, and what the last vote on it said. */
export function sealsOf(
  ballots: ReadonlyMap<BallotId, Ballot>,
  decisions: ReadonlyMap<CardId, Decision>,
  text: Text,
): ReadonlyMap<CardId, Seal> {
  const { t } = text;
  const tallies = new Map<CardId, string>();
  const published = [...ballots.values()]
    .filter(({ tally, method }) => tally !== undefined && tally.isHeldBack !== true && method !== "links")
    .toSorted((a, b) => (a.tally?.publishedAt ?? 0) - (b.tally?.publishedAt ?? 0));
  for (const ballot of published) {
    for (const { on } of ballot.options) {
      const figures = ballot.tally?.perOption[on];
      if (!ballot.tally || !figures || figures.n === 0) continue;
      const words = pictureOf(ballot, ballot.tally, figures, text).words;
      // the options of a ballot that is not about links are cards
      tallies.set(on as CardId, [placeWords(ballot, figures, text), words].filter(Boolean).join(" · "));
    }
  }
  const seals = new Map<CardId, Seal>();
  for (const card of new Set([...tallies.keys(), ...decisions.keys()])) {
    const decision = decisions.get(card);
    const tally = tallies.get(card);
    const outcome = decision && (decision.reopened ? t("decision.toReview") : t(`decision.${decision.outcome}`));
    seals.set(card, {
      words: [outcome, tally].filter(Boolean).join(", "),
      tags: (
        <span className={css["seals"]} aria-hidden="true">
          {decision && (
            <span className={css["seal"]} data-seal={decision.reopened ? "reopened" : decision.outcome}>
              <Icon of={decision.reopened ? LateIcon : ICONS[decision.outcome]} size="meta" />
              {outcome}
            </span>
          )}
          {tally !== undefined && (
            <span className={css["seal"]} data-seal="tally">
              <Icon of={VoteIcon} size="meta" />
              {tally}
            </span>
          )}
        </span>
      ),
    });
  }
  return seals;
}

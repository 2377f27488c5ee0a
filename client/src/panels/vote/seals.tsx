import type { Ballot, BallotId, CardId, Decision, LinkId } from "@palabre/shared/terms";
import type { Text } from "../../i18n/index.ts";
import type { Seal } from "../../state/index.ts";
import { CheckIcon, CloseIcon, Icon, LateIcon, TimerIcon, VoteIcon } from "../../ui/index.ts";
import { pictureOf } from "./pictures.ts";
import { placeWords } from "./placeWords.ts";
import { isOpposed, weighings } from "./weighings.ts";
import css from "./seals.module.css";

const ICONS = { decided: CheckIcon, postponed: TimerIcon, refused: CloseIcon } as const;

/** What cards wear of votes and decisions: what was decided, and what the last vote on it said. */
export function sealsOf(
  ballots: ReadonlyMap<BallotId, Ballot>,
  decisions: ReadonlyMap<CardId, Decision>,
  text: Text,
): ReadonlyMap<CardId | LinkId, Seal> {
  const { t } = text;
  const tallies = new Map<CardId, readonly string[]>();
  const published = [...ballots.values()]
    .filter(({ tally, method }) => tally !== undefined && tally.isHeldBack !== true && method !== "links")
    .toSorted((a, b) => (a.tally?.publishedAt ?? 0) - (b.tally?.publishedAt ?? 0));
  for (const ballot of published) {
    for (const { on } of ballot.options) {
      const figures = ballot.tally?.perOption[on];
      if (!ballot.tally || !figures || figures.n === 0) continue;
      const words = pictureOf(ballot, ballot.tally, figures, text).words;
      // the options of a ballot that is not about links are cards
      tallies.set(on as CardId, [placeWords(ballot, figures, text), words].filter(Boolean));
    }
  }
  const seals = new Map<CardId | LinkId, Seal>(linkSeals(ballots, text));
  for (const card of new Set([...tallies.keys(), ...decisions.keys()])) {
    const decision = decisions.get(card);
    const said = tallies.get(card) ?? [];
    // beside a decision there is room for one of them
    const tally = (decision ? said.slice(0, 1) : said).join(" · ");
    const outcome = decision && (decision.reopened ? t("decision.toReview") : t(`decision.${decision.outcome}`));
    seals.set(card, {
      words: [outcome, ...said].filter(Boolean).join(", "),
      tags: (
        <span className={css["seals"]} aria-hidden="true">
          {decision && (
            <span className={css["seal"]} data-seal={decision.reopened ? "reopened" : decision.outcome}>
              <Icon of={decision.reopened ? LateIcon : ICONS[decision.outcome]} size="meta" />
              {outcome}
            </span>
          )}
          {tally !== "" && (
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

/** Links wear the group's median, and say where people disagree. */
const linkSeals = (ballots: ReadonlyMap<BallotId, Ballot>, { t, signed }: Text): readonly (readonly [LinkId, Seal])[] =>
  [...weighings(ballots)].flatMap(([link, { figures }]): (readonly [LinkId, Seal])[] => {
    if (figures.median === undefined) return [];
    const median = t("vote.median", { value: signed(figures.median, { digits: 1 }) });
    const isApart = isOpposed(figures);
    const seal = [
      link,
      {
        words: isApart ? `${median}, ${t("vote.opposed")}` : median,
        tags: (
          <span className={css["weighed"]} data-seal={isApart ? "opposed" : "weighed"} aria-hidden="true">
            {isApart ? t("vote.opposed") : signed(figures.median, { digits: 1 })}
          </span>
        ),
      },
    ] as const;
    return [seal];
  });

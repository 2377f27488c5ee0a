import type { Ballot, BallotId, CardId, LinkId } from "@palabre/shared/terms";
import { useId, useState } from "react";
import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { BareButton, Button, ChevronDownIcon, ChevronUpIcon, Icon, PlaceIcon } from "../../ui/index.ts";
import { questionOf } from "../../voting/index.ts";
import { Answer } from "./Answer.tsx";
import { LatePaper } from "./LatePaper.tsx";
import { Results } from "./Results.tsx";
import { Steering } from "./Steering.tsx";
import css from "./BallotSheet.module.css";

export interface BallotSheetProps {
  readonly id: BallotId;
  readonly ballot: Ballot;
  /** the one that the panel is about first; others open when they are pressed */
  readonly isFirst: boolean;
}

/** One ballot: its question, and what there is to do about it or to read of it. */
export const BallotSheet = ({ id, ballot, isFirst }: BallotSheetProps) => {
  const text = useText();
  const { t } = text;
  const board = useBoard();
  const { mayFacilitate, me } = board;
  const [wanted, setWanted] = useState<boolean>();
  const bodyId = useId();
  const show = (): void => {
    // links are what is weighed, cards all else
    const things = ballot.options.map(({ on }) => on);
    board.light(
      ballot.method === "links"
        ? { cards: [], links: things as readonly LinkId[] }
        : { cards: things as readonly CardId[], links: [] },
    );
  };
  const isOpen = wanted ?? (isFirst || ballot.state !== "published");
  return (
    <article className={css["sheet"]} data-ballot={id} data-state={ballot.state}>
      <h3 className={css["question"]}>
        <BareButton
          className={css["head"]}
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onPress={() => setWanted(!isOpen)}
        >
          <span>{questionOf(ballot, text)}</span>
          <Icon of={isOpen ? ChevronUpIcon : ChevronDownIcon} size="card" />
        </BareButton>
      </h3>
      <p className={css["facts"]}>
        {t(`vote.method.${ballot.method}`)}, {t("vote.options", { n: ballot.options.length })} ·{" "}
        {stateWords(ballot, text)}
      </p>
      {/* before the paper, which is as long as what is asked about: who leads sees how far it is, and ends it, at once */}
      {isOpen && mayFacilitate && ballot.state !== "published" && (
        <div className={css["steering"]}>
          <Steering id={id} ballot={ballot} />
        </div>
      )}
      {isOpen && (
        <div className={css["show"]}>
          <Button size="s" tone="quiet" icon={PlaceIcon} onPress={show}>
            {t("vote.show")}
          </Button>
        </div>
      )}
      {isOpen && (
        <div id={bodyId} className={css["body"]}>
          {ballot.state === "open" &&
            (me.role === "viewer" ? (
              <p className={css["note"]}>{t("vote.viewer")}</p>
            ) : (
              <Answer id={id} ballot={ballot} />
            ))}
          {ballot.state === "closed" && <p className={css["note"]}>{t("vote.closedNote")}</p>}
          {ballot.state !== "open" && <LatePaper id={id} />}
          {ballot.tally && <Results id={id} ballot={ballot} tally={ballot.tally} />}
          {mayFacilitate && ballot.state === "published" && <Steering id={id} ballot={ballot} />}
        </div>
      )}
    </article>
  );
};

function stateWords({ state, closesAt, tally }: Ballot, { t, date }: ReturnType<typeof useText>): string {
  if (tally) return t("vote.publishedOn", { when: date(tally.publishedAt, "dayTime") });
  if (state !== "open") return t("vote.isClosed");
  return closesAt === undefined ? t("vote.isOpen") : t("vote.isOpenUntil", { time: date(closesAt, "time") });
}

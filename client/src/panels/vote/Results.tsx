import { PAPERS_NEEDED } from "@palabre/shared/facilitation/ballots";
import type { Ballot, BallotId, Tally } from "@palabre/shared/terms";
import { ballotsApi } from "../../api/index.ts";
import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { TooFew } from "../../figures/index.ts";
import { Duels } from "./Duels.tsx";
import { ImportancePlot } from "./ImportancePlot.tsx";
import { OptionResults } from "./OptionResults.tsx";
import { Receipts } from "./Receipts.tsx";
import { SaidReasons } from "./SaidReasons.tsx";
import { UnitesDivides } from "./UnitesDivides.tsx";
import { verdictWords } from "./verdictWords.ts";
import css from "./Results.module.css";

export interface ResultsProps {
  readonly id: BallotId;
  readonly ballot: Ballot;
  readonly tally: Tally;
}

/** What a ballot came to: one sentence, each option with its picture and its figures, how much the group agrees, and the receipts. */
export const Results = ({ id, ballot, tally }: ResultsProps) => {
  const text = useText();
  const { t, number } = text;
  const { me } = useBoard();
  const { agreement } = tally;
  return (
    <div className={css["results"]}>
      <p className={css["verdict"]}>{verdictWords(ballot, tally, text)}</p>
      <p className={css["counts"]}>
        {t("vote.papers", { n: tally.n, total: tally.of })}
        {tally.abstentions > 0 && ` · ${t("vote.abstentions", { n: tally.abstentions })}`}
      </p>
      {tally.isHeldBack === true ? (
        <TooFew more={t("vote.heldBack", { needs: PAPERS_NEEDED })}>n = {tally.n}</TooFew>
      ) : (
        <>
          {agreement && (
            <p className={css["agreement"]}>
              <b>{t(`vote.agreement.${agreement.word}`)}</b>{" "}
              <small>
                {t(`vote.agreementBy.${agreement.name}`)} {number(agreement.value, { exactly: 2 })}
              </small>
            </p>
          )}
          {ballot.method === "rating" && ballot.settings.rating !== "kano" && (
            <ImportancePlot ballot={ballot} tally={tally} />
          )}
          <OptionResults ballot={ballot} tally={tally} />
          {tally.pairs && <Duels ballot={ballot} pairs={tally.pairs} />}
          {tally.isContested === true && <small>{t("vote.contested")}</small>}
          {tally.reasons && tally.reasons.length > 0 && <SaidReasons ballot={ballot} reasons={tally.reasons} />}
          <UnitesDivides ballot={ballot} tally={tally} />
        </>
      )}
      <Receipts id={id} receipts={tally.receipts} />
      <a className={css["file"]} href={ballotsApi.file(me.id, id)} download>
        {t("vote.file")}
      </a>
    </div>
  );
};

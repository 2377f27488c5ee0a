import { useEffect, useState } from "react";
import type { PocketBallot } from "@palabre/shared/protocol";
import type { BallotId } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { CheckIcon, classes, Icon } from "../ui/index.ts";
import { PaperScreen } from "./PaperScreen.tsx";
import type { OpenPocket, PocketState } from "./openPocket.ts";
import { unsentPaper } from "./unsentPaper.ts";
import css from "./Pocket.module.css";

/** The ballots that are open, one at a time; where several are, the first that is not answered comes first. */
export const VoteScreen = ({ pocket, state }: { readonly pocket: OpenPocket; readonly state: PocketState }) => {
  const { t } = useText();
  const { ballots } = state.view;
  const [chosen, setChosen] = useState<BallotId>();
  const isAnswered = ({ id }: PocketBallot): boolean =>
    (state.papers[id] ?? null) !== null || unsentPaper(state.waiting, id)?.state === "waiting";
  useEffect(() => {
    for (const { id } of ballots) void pocket.askPaper(id);
  }, [ballots, pocket]);
  // chosen once, so that handing in one's paper does not turn the page
  const first = (ballots.find((ballot) => !isAnswered(ballot)) ?? ballots[0])?.id;
  const [shown, setShown] = useState(first);
  const wanted = chosen ?? shown;
  const isThere = ballots.some(({ id }) => id === wanted);
  if (!isThere && shown !== first) setShown(first);
  const ballot = ballots.find(({ id }) => id === (isThere ? wanted : first));
  if (!ballot) return null;
  return (
    <>
      {ballots.length > 1 && (
        <ol className={css["kinds"]}>
          {ballots.map((each, index) => (
            <li key={each.id}>
              <button
                type="button"
                className={classes(css["kind"], each.id === ballot.id && css["isOn"])}
                aria-current={each.id === ballot.id ? "step" : undefined}
                onClick={() => setChosen(each.id)}
              >
                {isAnswered(each) && <Icon of={CheckIcon} size="card" />}
                {t("pocket.voteOf", { n: index + 1 })}
                {isAnswered(each) && <span className="sr">{t("pocket.voteDone")}</span>}
              </button>
            </li>
          ))}
        </ol>
      )}
      {/* until the server has said whether there is a paper, none is begun */}
      {ballot.id in state.papers || isAnswered(ballot) || !state.isLive ? (
        <PaperScreen key={ballot.id} pocket={pocket} state={state} ballot={ballot} />
      ) : (
        <p className={css["quiet"]}>{t("pocket.opening")}</p>
      )}
    </>
  );
};

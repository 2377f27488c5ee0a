import { useEffect, useState } from "react";
import type { BallotId } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { CheckIcon, classes, Icon } from "../ui/index.ts";
import { PaperScreen } from "./PaperScreen.tsx";
import type { OpenPocket, PocketState } from "./openPocket.ts";
import { isAnswered, shownBallot } from "./shownBallot.ts";
import css from "./Pocket.module.css";

/** The ballots that are open, one at a time; where several are, the first that is not answered comes first. */
export const VoteScreen = ({ pocket, state }: { readonly pocket: OpenPocket; readonly state: PocketState }) => {
  const { t } = useText();
  const { ballots } = state.view;
  const [held, setHeld] = useState<BallotId>();
  useEffect(() => {
    for (const { id } of ballots) void pocket.askPaper(id);
  }, [ballots, pocket]);
  const shown = shownBallot(ballots, held, state);
  if (!shown) return null;
  const { ballot, isHeld } = shown;
  if (isHeld && ballot.id !== held) setHeld(ballot.id);
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
                onClick={() => setHeld(each.id)}
              >
                {isAnswered(state, each.id) && <Icon of={CheckIcon} size="card" />}
                {t("pocket.voteOf", { n: index + 1 })}
                {isAnswered(state, each.id) && <span className="sr">{t("pocket.voteDone")}</span>}
              </button>
            </li>
          ))}
        </ol>
      )}
      {/* until the server has said whether there is a paper, none is begun */}
      {ballot.id in state.papers || isAnswered(state, ballot.id) || !state.isLive ? (
        <PaperScreen key={ballot.id} pocket={pocket} state={state} ballot={ballot} onTouch={() => setHeld(ballot.id)} />
      ) : (
        <p className={css["quiet"]}>{t("pocket.opening")}</p>
      )}
    </>
  );
};

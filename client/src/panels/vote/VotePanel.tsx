import { useRef, useState } from "react";
import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { Button, EmptyState, Icon, PlusIcon, SecretIcon, VoteIcon } from "../../ui/index.ts";
import { PanelHead } from "../pieces/index.ts";
import { BallotSheet } from "./BallotSheet.tsx";
import { OpenForm } from "./OpenForm.tsx";
import { OpenPlanned } from "./OpenPlanned.tsx";
import { useBallots } from "./useBallots.ts";
import { usePlanned } from "./usePlanned.ts";
import css from "./VotePanel.module.css";

/** What the group is asked, what one answers, and what came of it. */
export const VotePanel = () => {
  const { t } = useText();
  const { mayFacilitate } = useBoard();
  const ballots = useBallots();
  const planned = usePlanned();
  const [isOpening, setOpening] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const close = (): void => {
    setOpening(false);
    title.current?.focus();
  };
  const isPlanned = mayFacilitate && planned !== undefined && planned.there === undefined;
  const open = (
    <Button
      icon={PlusIcon}
      tone={ballots.length === 0 && !isPlanned ? "primary" : "plain"}
      onPress={() => setOpening(true)}
    >
      {t("vote.open")}
    </Button>
  );
  return (
    <>
      <PanelHead
        actions={
          <span className={css["secret"]}>
            <Icon of={SecretIcon} size="meta" />
            {t("vote.secret")}
          </span>
        }
      >
        <h2 ref={title} className={css["title"]} tabIndex={-1}>
          <Icon of={VoteIcon} size="control" />
          {t("panel.tabVote")}
        </h2>
      </PanelHead>
      {isOpening ? (
        <OpenForm onClose={close} />
      ) : (
        <>
          {isPlanned && (
            <EmptyState
              isPlain
              icon={VoteIcon}
              title={t("vote.plannedHere")}
              text={planned.words}
              actions={
                <>
                  <OpenPlanned
                    key={planned.phase}
                    planned={planned}
                    tone="primary"
                    onOpened={() => title.current?.focus()}
                  />
                  {open}
                </>
              }
            />
          )}
          {ballots.length === 0 && !isPlanned && (
            <EmptyState
              isPlain
              icon={VoteIcon}
              text={mayFacilitate ? t("vote.emptyLead") : t("vote.empty")}
              actions={mayFacilitate ? open : undefined}
            />
          )}
          {mayFacilitate && ballots.length > 0 && !isPlanned && <div className={css["lead"]}>{open}</div>}
          {ballots.map(({ id, ballot }, place) => (
            <BallotSheet key={id} id={id} ballot={ballot} isFirst={place === 0} />
          ))}
        </>
      )}
    </>
  );
};

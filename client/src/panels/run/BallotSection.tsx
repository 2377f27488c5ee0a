import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { Button, VoteIcon } from "../../ui/index.ts";
import { Section } from "../pieces/index.ts";
import { OpenPlanned, usePlanned } from "../vote/index.ts";
import css from "./NowSection.module.css";

/** The vote that was planned for the step under way, by one press; once it is there, the way to it. */
export const BallotSection = () => {
  const { t } = useText();
  const { ui } = useBoard();
  const planned = usePlanned();
  if (!planned) return null;
  const { words, there } = planned;
  return (
    <Section title={t("run.vote")}>
      <p>{words}</p>
      <div className={css["moves"]}>
        {there ? (
          <Button icon={VoteIcon} onPress={() => ui.set({ panel: "vote" })}>
            {there.ballot.state === "published" ? t("vote.seeResult") : t("run.seeVote")}
          </Button>
        ) : (
          <OpenPlanned key={planned.phase} planned={planned} tone="leaf" onOpened={() => ui.set({ panel: "vote" })} />
        )}
      </div>
    </Section>
  );
};

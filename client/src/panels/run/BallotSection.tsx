import { currentPhase } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { useBoard, useWorkshop } from "../../state/index.ts";
import { Button, VoteIcon } from "../../ui/index.ts";
import { Section, useAct } from "../pieces/index.ts";
import { openPlanned, useBallots } from "../vote/index.ts";
import css from "./NowSection.module.css";

/** The vote that was planned for the step under way, by one press; once it is there, the way to it. */
export const BallotSection = () => {
  const { t } = useText();
  const { me, ui } = useBoard();
  const { agenda, now } = useWorkshop();
  const act = useAct();
  const phase = currentPhase(agenda, now);
  const ballots = useBallots();
  if (!phase?.ballot) return null;
  const planned = phase.ballot;
  const there = ballots.find(({ ballot }) => ballot.phase === phase.id);
  const words = t("run.planned", { method: t(`vote.method.${planned.method}`), on: t(`run.ballotOn.${planned.on}`) });
  return (
    <Section title={t("run.vote")}>
      <p>{words}</p>
      <div className={css["moves"]}>
        {there ? (
          <Button icon={VoteIcon} onPress={() => ui.set({ panel: "vote" })}>
            {there.ballot.state === "published" ? t("run.seeResult") : t("run.seeVote")}
          </Button>
        ) : (
          <Button
            tone="leaf"
            icon={VoteIcon}
            onPress={() =>
              act(
                openPlanned(me.id, planned).then(() => ui.set({ panel: "vote" })),
                t("vote.opened"),
              )
            }
          >
            {t("run.openPlanned")}
          </Button>
        )}
      </div>
    </Section>
  );
};

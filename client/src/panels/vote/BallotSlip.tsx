import { useEffect, useRef } from "react";
import { useText } from "../../i18n/index.ts";
import { noticeSettings, useBoard, useUi } from "../../state/index.ts";
import { announce, Button, Icon, VoteIcon } from "../../ui/index.ts";
import { questionOf } from "../../voting/index.ts";
import { useBallots } from "./useBallots.ts";
import css from "./BallotSlip.module.css";

/** Over the canvas while the group is asked something and the panel is not there; what opens or is revealed is said once. */
export const BallotSlip = () => {
  const text = useText();
  const { t } = text;
  const { ui, me } = useBoard();
  const isShown = useUi(({ panel }) => panel === "vote");
  const ballots = useBallots();
  const open = ballots.filter(({ ballot }) => ballot.state === "open");
  const states = useRef<ReadonlyMap<string, string>>(undefined);
  useEffect(() => {
    const before = states.current;
    states.current = new Map(ballots.map(({ id, ballot }) => [id, ballot.state]));
    if (!before || !noticeSettings().votes) return;
    for (const { id, ballot } of ballots) {
      if (before.get(id) === ballot.state) continue;
      const question = questionOf(ballot, text);
      if (ballot.state === "open") announce(t("vote.saidOpen", { question }));
      if (ballot.state === "published") announce(t("vote.saidPublished", { question }));
    }
  }, [ballots, text, t]);
  const [first] = open;
  if (isShown || !first || me.role === "viewer") return null;
  return (
    <div className={css["slip"]} data-slip="ballot">
      <Icon of={VoteIcon} />
      <p>{questionOf(first.ballot, text)}</p>
      <Button size="s" tone="primary" onPress={() => ui.set({ panel: "vote" })}>
        {t("vote.answer")}
      </Button>
    </div>
  );
};

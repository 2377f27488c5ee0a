import { useEffect, useRef } from "react";
import { useText } from "../../i18n/index.ts";
import { noticeSettings, useBoard, useUi } from "../../state/index.ts";
import { announce, Button, Icon, showToast, VoteIcon } from "../../ui/index.ts";
import { questionOf } from "../../voting/index.ts";
import { isRevealedHere } from "./reveal.ts";
import { useBallots } from "./useBallots.ts";
import css from "./BallotSlip.module.css";

/**
 * Over the canvas while the group is asked something and the panel is not there; what opens is said once. What is revealed is told everybody
 * with the way to it, but who revealed it.
 */
export const BallotSlip = () => {
  const text = useText();
  const { t } = text;
  const board = useBoard();
  const { ui, me } = board;
  const isShown = useUi(({ panel }) => panel === "vote");
  const ballots = useBallots();
  const open = ballots.filter(({ ballot }) => ballot.state === "open");
  const states = useRef<ReadonlyMap<string, string>>(undefined);
  useEffect(() => {
    const before = states.current;
    states.current = new Map(ballots.map(({ id, ballot }) => [id, ballot.state]));
    if (!before) return;
    const isHeard = noticeSettings().votes;
    for (const { id, ballot } of ballots) {
      const was = before.get(id);
      if (was === ballot.state) continue;
      const question = questionOf(ballot, text);
      if (ballot.state === "open" && isHeard) announce(t("vote.saidOpen", { question }), "kept");
      // of one that was not there before, nobody here waits for the result
      if (ballot.state === "published" && was !== undefined && !isRevealedHere(board, id))
        showToast({
          text: t("vote.saidPublished", { question }),
          action: { label: t("vote.seeResult"), onAction: () => board.ui.set({ panel: "vote" }) },
          isSilent: !isHeard,
        });
    }
  }, [ballots, board, text, t]);
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

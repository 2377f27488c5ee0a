import { useState } from "react";
import { ballotsApi } from "../../api/index.ts";
import { useText } from "../../i18n/index.ts";
import { useBoard, useSnapshot } from "../../state/index.ts";
import { Button, VoteIcon } from "../../ui/index.ts";
import { useAct } from "../pieces/index.ts";
import type { Planned } from "./usePlanned.ts";
import { plannedBallot, whyNotOpened } from "./whyNotOpened.ts";

interface OpenPlannedProps {
  readonly planned: Planned;
  readonly tone: "primary" | "leaf";
  /** called once it is open */
  readonly onOpened: () => void;
}

/** Opens the vote of a step as it was planned, by one press; where that can't be, says why. */
export const OpenPlanned = ({ planned: { phase, plan }, tone, onOpened }: OpenPlannedProps) => {
  const text = useText();
  const { t } = text;
  const { me } = useBoard();
  const snapshot = useSnapshot();
  const act = useAct();
  const [isPending, setPending] = useState(false);
  const ballot = plannedBallot(plan);
  const open = async (): Promise<void> => {
    setPending(true);
    try {
      await ballotsApi.open(me.id, { ...ballot, plannedIn: phase });
    } catch (fault) {
      setPending(false);
      throw fault;
    }
    // it stays pending: the button goes when the ballot arrives
    onOpened();
  };
  return (
    <Button
      tone={tone}
      icon={VoteIcon}
      isPending={isPending}
      onPress={() => act(open(), t("vote.opened"))}
      disabledReason={whyNotOpened(ballot, t(`vote.on.${plan.on}`), snapshot, text)}
    >
      {t("vote.openPlanned")}
    </Button>
  );
};

import { currentPhase } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { useBoard, useWorkshop } from "../../state/index.ts";
import { useAct } from "../pieces/index.ts";
import { openPlanned } from "./openPlanned.ts";
import { useBallots, type KnownBallot } from "./useBallots.ts";

export interface Planned {
  readonly words: string;
  /** what was opened in this step */
  readonly there: KnownBallot | undefined;
  /** Opens it as it was planned; `then` once it is there. */
  readonly open: (then: () => void) => void;
}

/** The vote that was planned for the step under way. */
export function usePlanned(): Planned | undefined {
  const { t } = useText();
  const { me } = useBoard();
  const { agenda, now } = useWorkshop();
  const act = useAct();
  const ballots = useBallots();
  const phase = currentPhase(agenda, now);
  const planned = phase?.ballot;
  if (!phase || !planned) return undefined;
  return {
    words: t("vote.planned", { method: t(`vote.method.${planned.method}`), on: t(`vote.on.${planned.on}`) }),
    there: ballots.find(({ ballot }) => ballot.phase === phase.id),
    open: (then) => act(openPlanned(me.id, planned).then(then), t("vote.opened")),
  };
}

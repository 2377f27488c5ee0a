import { currentPhase, type Phase } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { useWorkshop } from "../../state/index.ts";
import { useBallots, type KnownBallot } from "./useBallots.ts";

export interface Planned {
  readonly phase: Phase["id"];
  readonly plan: NonNullable<Phase["ballot"]>;
  readonly words: string;
  /** what was opened in this step */
  readonly there: KnownBallot | undefined;
}

/** The vote that was planned for the step under way. */
export function usePlanned(): Planned | undefined {
  const { t } = useText();
  const { agenda, now } = useWorkshop();
  const ballots = useBallots();
  const phase = currentPhase(agenda, now);
  const plan = phase?.ballot;
  if (!phase || !plan) return undefined;
  return {
    phase: phase.id,
    plan,
    words: t("vote.planned", { method: t(`vote.method.${plan.method}`), on: t(`vote.on.${plan.on}`) }),
    there: ballots.find(({ ballot }) => ballot.phase === phase.id),
  };
}

import { readBallots } from "@palabre/shared/documents";
import { plannedThere } from "@palabre/shared/facilitation/ballots";
import { currentPhase, type Phase } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { useWorkshop, useWorkshopPart } from "../../state/index.ts";
import type { KnownBallot } from "./useBallots.ts";

export interface Planned {
  readonly phase: Phase["id"];
  readonly plan: NonNullable<Phase["ballot"]>;
  readonly words: string;
  /** what was opened of it since the step began */
  readonly there: KnownBallot | undefined;
}

/** The vote that was planned for the step under way. */
export function usePlanned(): Planned | undefined {
  const { t } = useText();
  const { agenda, now } = useWorkshop();
  const ballots = useWorkshopPart(readBallots);
  const phase = currentPhase(agenda, now);
  const plan = phase?.ballot;
  if (!phase || !plan) return undefined;
  return {
    phase: phase.id,
    plan,
    words: t("vote.planned", { method: t(`vote.method.${plan.method}`), on: t(`vote.on.${plan.on}`) }),
    there: plannedThere(ballots, phase.id, now),
  };
}

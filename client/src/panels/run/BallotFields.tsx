import { BALLOT_METHODS, BALLOT_SUBJECTS } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { Select } from "../../ui/index.ts";
import { aboutSubject, byMethod } from "./ballotPlan.ts";
import type { PhaseFieldProps } from "./phaseFieldProps.ts";
import css from "./PhaseEditor.module.css";

/** Which vote is planned for a step: it shows in the run sheet. */
export const BallotFields = ({ phase: { ballot }, onChange }: PhaseFieldProps) => {
  const { t } = useText();
  const methods = [
    { id: "none" as const, label: t("run.ballot.none") },
    ...BALLOT_METHODS.map((id) => ({ id, label: t(`run.ballot.${id}`) })),
  ];
  return (
    <div className={css["pair"]}>
      <Select
        label={t("run.ballotMethod")}
        hint={t("run.ballotHint")}
        choices={methods}
        value={ballot?.method ?? "none"}
        onChange={(method) => onChange({ ballot: method === "none" ? undefined : byMethod(method, ballot) })}
      />
      {ballot && (
        <Select
          label={t("run.ballotOn")}
          choices={BALLOT_SUBJECTS.map((id) => ({ id, label: t(`vote.on.${id}`) }))}
          value={ballot.on}
          onChange={(on) => onChange({ ballot: aboutSubject(on, ballot) })}
        />
      )}
    </div>
  );
};

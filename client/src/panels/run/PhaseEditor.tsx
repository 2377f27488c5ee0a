import { LIMITS, wordsIn, type Phase } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { useSnapshot, useWorkshop } from "../../state/index.ts";
import { BackIcon, Button, NumberField, SegmentedControl, Select, Switch } from "../../ui/index.ts";
import { Section } from "../pieces/index.ts";
import { BallotFields } from "./BallotFields.tsx";
import type { PhaseValues } from "./editAgenda.ts";
import { frameChoices, NOWHERE } from "./frameChoices.ts";
import type { PhaseFieldProps } from "./phaseFieldProps.ts";
import { RoleFields } from "./RoleFields.tsx";
import { SaveNotice } from "./SaveNotice.tsx";
import { useAgenda } from "./useAgenda.ts";
import { WordsFields } from "./WordsFields.tsx";
import css from "./PhaseEditor.module.css";

/** One step, to be written in. Each field is saved when it is left, and shows to everybody at once. */
export const PhaseEditor = ({ phase, onBack }: { readonly phase: Phase; readonly onBack: () => void }) => {
  const { t, language } = useText();
  const { edit } = useAgenda();
  const isNow = useWorkshop().now?.phase === phase.id;
  const set = (values: PhaseValues, over?: PhaseValues): void => edit({ type: "change", id: phase.id, values, over });
  return (
    <div className={css["editor"]} data-run="editor">
      <div className={css["back"]}>
        <Button size="s" tone="quiet" icon={BackIcon} onPress={onBack}>
          {t("run.allSteps")}
        </Button>
      </div>
      <SaveNotice />
      <WordsFields phase={phase} onChange={set} />
      <TimeFields phase={phase} onChange={set} />
      <LookField phase={phase} onChange={set} />
      <Section title={t("run.writing")}>
        <SilentFields phase={phase} isNow={isNow} onChange={set} />
      </Section>
      <Section title={t("run.participants")}>
        <RoleFields
          rules={phase.may?.participant}
          isSilent={phase.writing === "silent"}
          label={t("run.participants")}
          onChange={(participant) => set({ may: tidy({ ...phase.may, participant }) })}
        />
        <div className={css["switch"]}>
          <Switch
            label={t("run.fewTools")}
            isSelected={phase.fewTools === true}
            onChange={(few) => set({ fewTools: few || undefined })}
          />
          <small>{t("run.fewToolsHint")}</small>
        </div>
      </Section>
      <Section title={t("run.facilitators")}>
        <RoleFields
          rules={phase.may?.facilitator}
          isSilent={false}
          label={t("run.facilitators")}
          onChange={(facilitator) => set({ may: tidy({ ...phase.may, facilitator }) })}
        />
      </Section>
      <Section title={t("run.vote")}>
        <BallotFields phase={phase} onChange={set} />
      </Section>
      <p className={css["end"]}>
        <Button size="s" onPress={onBack} aria-label={`${t("run.done")}: ${wordsIn(phase.title, language)}`}>
          {t("run.done")}
        </Button>
      </p>
    </div>
  );
};

/** Roles that may do everything are not named. */
function tidy(may: NonNullable<Phase["may"]>): Phase["may"] {
  return may.facilitator || may.participant ? may : undefined;
}

const TimeFields = ({ phase, onChange }: PhaseFieldProps) => {
  const { t } = useText();
  return (
    <div className={css["time"]}>
      <NumberField
        label={t("run.length")}
        unit={t("run.minuteUnit")}
        hint={phase.minutes === undefined ? t("run.lengthNone") : undefined}
        value={phase.minutes}
        min={MINUTE_STEP}
        max={LIMITS.phaseMinutes}
        step={MINUTE_STEP}
        onChange={(minutes) => onChange({ minutes })}
      />
      {phase.minutes !== undefined && (
        <div className={css["labelled"]}>
          <span aria-hidden="true">{t("run.timeUp")}</span>
          <SegmentedControl
            isWide
            label={t("run.timeUp")}
            choices={[
              { id: "nothing", label: t("run.upNothing") },
              { id: "freeze", label: t("run.upFreeze") },
            ]}
            value={phase.timeUp ?? "nothing"}
            onChange={(timeUp) => onChange({ timeUp: timeUp === "freeze" ? timeUp : undefined })}
          />
        </div>
      )}
    </div>
  );
};
const MINUTE_STEP = 0.5;

const LookField = ({ phase, onChange }: PhaseFieldProps) => {
  const text = useText();
  const { t } = text;
  const choices = frameChoices(useSnapshot(), phase.look, text);
  return (
    <Select
      label={t("run.look")}
      hint={choices.length === 1 ? t("run.lookNoFrame") : t("run.lookHint")}
      choices={choices}
      value={phase.look ?? NOWHERE}
      onChange={(look) => onChange({ look: look === NOWHERE ? undefined : look })}
    />
  );
};

const SilentFields = ({ phase, isNow, onChange }: PhaseFieldProps & { readonly isNow: boolean }) => {
  const { t } = useText();
  const isSilent = phase.writing === "silent";
  return (
    <>
      <SegmentedControl
        isWide
        label={t("run.writing")}
        isDisabled={isNow}
        choices={[
          { id: "open", label: t("run.open") },
          { id: "silent", label: t("run.silent") },
        ]}
        value={isSilent ? "silent" : "open"}
        onChange={(way) =>
          onChange(way === "silent" ? { writing: "silent" } : { writing: undefined, signed: undefined })
        }
      />
      <p className={css["hint"]}>{isNow ? t("run.writingNow") : t(isSilent ? "run.silentHint" : "run.openHint")}</p>
      {isSilent && (
        <div className={css["switch"]}>
          <Switch
            label={t("run.signed")}
            isSelected={phase.signed === true}
            isDisabled={isNow}
            onChange={(signed) => onChange({ signed: signed || undefined })}
          />
          <small>{phase.signed === true ? t("run.signedHint") : t("run.anonymousHint")}</small>
        </div>
      )}
    </>
  );
};

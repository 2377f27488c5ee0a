import { GRADE_COUNTS, LIMITS, RATINGS, type BallotMethod, type BallotSettings } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { NumberField, SegmentedControl, Switch } from "../../ui/index.ts";
import { USUAL_DOTS } from "./settingsAtFirst.ts";
import css from "./OpenForm.module.css";

export interface SettingsFieldsProps {
  readonly method: BallotMethod;
  readonly settings: BallotSettings;
  readonly onChange: (settings: BallotSettings) => void;
}

/** What is set of a ballot by its method, and whether all must be answered. */
export const SettingsFields = ({ method, settings, onChange }: SettingsFieldsProps) => {
  const { t } = useText();
  const set = (change: BallotSettings): void => onChange({ ...settings, ...change });
  return (
    <>
      {method === "dots" && (
        <div className={css["pair"]}>
          <NumberField
            label={t("vote.budget")}
            min={1}
            max={LIMITS.dotsPerPerson}
            step={1}
            value={settings.budget}
            onChange={(budget = USUAL_DOTS) => set({ budget })}
          />
          <NumberField
            label={t("vote.cap")}
            min={1}
            max={settings.budget ?? USUAL_DOTS}
            step={1}
            value={settings.cap}
            onChange={(cap) => set({ cap })}
          />
        </div>
      )}
      {method === "judgment" && (
        <div className={css["labelled"]}>
          <span>{t("vote.grades")}</span>
          <SegmentedControl
            isWide
            label={t("vote.grades")}
            choices={GRADE_COUNTS.map((n) => ({ id: `${n}`, label: `${n}` }))}
            value={`${settings.grades ?? 7}`}
            onChange={(id) => set({ grades: GRADE_COUNTS.find((n) => `${n}` === id) })}
          />
        </div>
      )}
      {method === "rating" && (
        <div className={css["labelled"]}>
          <span>{t("vote.rating")}</span>
          <SegmentedControl
            isWide
            label={t("vote.rating")}
            choices={RATINGS.map((id) => ({ id, label: t(`vote.rating.${id}`) }))}
            value={settings.rating}
            onChange={(rating) => set({ rating })}
          />
          <small>{settings.rating === "kano" ? t("vote.kanoHint") : t("vote.importanceHint")}</small>
        </div>
      )}
      {method !== "dots" && method !== "pairwise" && (
        <Switch
          label={t("vote.mustAnswerAll")}
          isSelected={settings.mayAbstain === false}
          onChange={(isAll) => set({ mayAbstain: isAll ? false : undefined })}
        />
      )}
    </>
  );
};

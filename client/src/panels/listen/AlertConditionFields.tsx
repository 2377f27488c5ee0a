import { useText } from "../../i18n/index.ts";
import { NumberField, Select } from "../../ui/index.ts";
import type { DraftAlert } from "./alertRule.ts";
import { spanWords } from "./alertWords.ts";
import css from "./Alerts.module.css";

/** Over how many hours posts are counted, and how they must be felt at most; what an alert has already is among them. */
const SPANS = [1, 6, 24, 72, 168, 720] as const;
const FEELINGS = [0, -0.15, -0.3, -0.5, -0.7] as const;

export interface AlertConditionFieldsProps {
  readonly draft: DraftAlert;
  readonly onChange: (part: Partial<DraftAlert>) => void;
  /** said at the number of posts */
  readonly error: string | undefined;
}

/** When an alert is raised. */
export const AlertConditionFields = ({ draft, onChange, error }: AlertConditionFieldsProps) => {
  const { t, percent } = useText();
  const { is, atLeast, hours, below } = draft;
  if (is === "burst") return <p className={css["help"]}>{t("watch.burstHint")}</p>;
  const spans = [...new Set<number>([...SPANS, hours])].toSorted((a, b) => a - b);
  const feelings = [...new Set<number>([...FEELINGS, below])].toSorted((a, b) => b - a);
  return (
    <div className={css["pair"]}>
      {is === "mentions" ? (
        <NumberField
          label={t("watch.atLeast")}
          min={1}
          max={1_000_000}
          step={1}
          value={atLeast}
          onChange={(n) => onChange({ atLeast: n ?? 1 })}
          error={error}
        />
      ) : (
        <Select
          label={t("watch.below")}
          choices={feelings.map((value) => ({ id: String(value), label: percent(value) }))}
          value={String(below)}
          onChange={(value) => onChange({ below: Number(value) })}
        />
      )}
      <Select
        label={t("watch.span")}
        choices={spans.map((value) => ({ id: String(value), label: spanWords(value, t) }))}
        value={String(hours)}
        onChange={(value) => onChange({ hours: Number(value) })}
      />
      {is === "feeling" && <p className={css["help"]}>{t("watch.feelingHint")}</p>}
    </div>
  );
};

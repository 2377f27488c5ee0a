import type { AlertRule } from "@palabre/shared/terms";
import { useState, type FormEvent } from "react";
import { useText } from "../../i18n/index.ts";
import { SegmentedControl, showToast, Switch, TextField } from "../../ui/index.ts";
import { asAppError } from "../pieces/index.ts";
import { AlertConditionFields } from "./AlertConditionFields.tsx";
import { draftOf, newDraft, ruleOf, wantingOf, type DraftAlert } from "./alertRule.ts";
import { AlertSubjectFields } from "./AlertSubjectFields.tsx";
import { Copied } from "./Copied.tsx";
import { FormActions } from "./FormActions.tsx";
import { useFaults } from "./useFaults.ts";
import { useIsLeft } from "./useIsLeft.ts";
import form from "./AddSource.module.css";
import css from "./Alerts.module.css";

export interface AlertFormProps {
  /** undefined: a new one */
  readonly rule: AlertRule | undefined;
  readonly secret: string;
  /** @throws AppError */
  readonly onSave: (rule: AlertRule) => Promise<void>;
  readonly onClose: () => void;
}

const USUAL_QUIET = { from: "20:00", to: "08:00" } as const;

/** What to watch, what to wait for, when to be silent and whom to tell. */
export const AlertForm = ({ rule, secret, onSave, onClose }: AlertFormProps) => {
  const { t, error } = useText();
  const [draft, setDraft] = useState<DraftAlert>(() => (rule ? draftOf(rule) : newDraft()));
  const { drawn, faults, refuse, mend, clear } = useFaults();
  const isLeft = useIsLeft();
  const [isPending, setPending] = useState(false);
  const change = (part: Partial<DraftAlert>): void => {
    setDraft({ ...draft, ...part });
    mend(Object.keys(part));
  };
  const timeZone = rule?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;

  const save = async (): Promise<void> => {
    const made = ruleOf(draft, timeZone);
    if ("wanting" in made) {
      refuse(Object.fromEntries(made.wanting.map((name) => [name, t("sources.wanting")])));
      return;
    }
    setPending(true);
    clear();
    try {
      await onSave(made);
      showToast({ text: t("watch.alertKept", { name: made.name }) });
      if (!isLeft.current) onClose();
    } catch (cause) {
      const fault = asAppError(cause);
      if (isLeft.current) {
        showToast({ text: error(fault), tone: "warn" });
        return;
      }
      refuse({ [wantingOf(fault)]: error(fault) });
    } finally {
      setPending(false);
    }
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isPending) void save();
  };
  return (
    <form ref={drawn} className={form["form"]} onSubmit={onSubmit} noValidate aria-label={t("watch.addAlert")}>
      <TextField
        autoFocus
        label={t("sources.name")}
        value={draft.name}
        maxLength={120}
        onChange={(name) => change({ name })}
        error={faults["name"]}
      />
      <AlertSubjectFields draft={draft} onChange={change} error={faults["query"]} />
      <SegmentedControl
        isWide
        label={t("watch.when")}
        value={draft.is}
        onChange={(is) => change({ is })}
        choices={[
          { id: "mentions", label: t("watch.whenMentions") },
          { id: "burst", label: t("watch.whenBurst") },
          { id: "feeling", label: t("watch.whenFeeling") },
        ]}
      />
      <AlertConditionFields draft={draft} onChange={change} error={faults["atLeast"]} />
      <Switch
        label={t("watch.quiet")}
        isSelected={draft.quiet !== undefined}
        onChange={(isQuiet) => change({ quiet: isQuiet ? USUAL_QUIET : undefined })}
      />
      {draft.quiet && (
        <QuietHours
          quiet={draft.quiet}
          timeZone={timeZone}
          onChange={(quiet) => change({ quiet })}
          error={faults["quiet"]}
        />
      )}
      <details className={form["elsewhere"]} open={draft.webhook !== ""}>
        <summary>{t("watch.webhook")}</summary>
        <div>
          <TextField
            label={t("watch.webhookAddress")}
            type="url"
            inputMode="url"
            placeholder="https://"
            value={draft.webhook}
            onChange={(webhook) => change({ webhook })}
            hint={t("watch.webhookHint")}
            error={faults["webhook"]}
          />
          {draft.webhook !== "" && <Copied name={t("sources.hookSecret")} value={secret} />}
        </div>
      </details>
      {faults[""] !== undefined && (
        <p className={form["error"]} role="alert">
          {faults[""]}
        </p>
      )}
      <FormActions isPending={isPending} onCancel={onClose} />
    </form>
  );
};

interface QuietHoursProps {
  readonly quiet: NonNullable<DraftAlert["quiet"]>;
  readonly timeZone: string;
  readonly onChange: (quiet: NonNullable<DraftAlert["quiet"]>) => void;
  /** said at the time that is empty */
  readonly error: string | undefined;
}
const QuietHours = ({ quiet, timeZone, onChange, error }: QuietHoursProps) => {
  const { t } = useText();
  return (
    <div>
      <div className={css["pair"]}>
        <TextField
          label={t("watch.quietFrom")}
          type="time"
          value={quiet.from}
          onChange={(from) => onChange({ ...quiet, from })}
          error={quiet.from === "" ? error : undefined}
        />
        <TextField
          label={t("watch.quietTo")}
          type="time"
          value={quiet.to}
          onChange={(to) => onChange({ ...quiet, to })}
          error={quiet.to === "" ? error : undefined}
        />
      </div>
      <p className={css["help"]}>{t("watch.quietHint", { zone: timeZone.replaceAll("_", " ") })}</p>
    </div>
  );
};

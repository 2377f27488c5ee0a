import { BALLOT_METHODS, LIMITS, type BallotMethod, type BallotSettings } from "@palabre/shared/terms";
import { useState } from "react";
import { ballotsApi } from "../../api/index.ts";
import { useText } from "../../i18n/index.ts";
import { useBoard, useSnapshot, useUi } from "../../state/index.ts";
import { BackIcon, Button, NumberField, Select, showToast, TextField } from "../../ui/index.ts";
import { questionOf } from "../../voting/index.ts";
import { useSubmit } from "../pieces/index.ts";
import { MethodPicker } from "./MethodPicker.tsx";
import { scopeChoices } from "./scopes.ts";
import { settingsAtFirst } from "./settingsAtFirst.ts";
import { SettingsFields } from "./SettingsFields.tsx";
import { usePlanned } from "./usePlanned.ts";
import css from "./OpenForm.module.css";

/** Puts a question to the group: how it is answered, about what, in which words, for how long. */
export const OpenForm = ({ onClose }: { readonly onClose: () => void }) => {
  const text = useText();
  const { t, error } = text;
  const { me } = useBoard();
  const snapshot = useSnapshot();
  const selection = useUi((ui) => ui.selection);
  const planned = usePlanned();
  const [method, setMethod] = useState<BallotMethod>(planned?.plan.method ?? BALLOT_METHODS[0]);
  const [wantedScope, setScope] = useState<string | undefined>(planned?.plan.on);
  const [question, setQuestion] = useState("");
  const [settings, setSettings] = useState<BallotSettings>(settingsAtFirst(method));
  const [minutes, setMinutes] = useState<number>();
  const scopes = scopeChoices(method, snapshot, selection, text);
  const scope = scopes.find(({ id }) => id === wantedScope) ?? scopes[0];
  const { onSubmit, fault } = useSubmit(async () => {
    // without one the button says what is missing
    if (!scope) return;
    const asked = { method, question: question.trim(), scope: scope.scope, settings, minutes };
    // in words of one's own it is the plan all the same
    const isPlan = planned && !planned.there && planned.plan.method === method && planned.plan.on === scope.id;
    await ballotsApi.open(me.id, isPlan ? { ...asked, plannedIn: planned.phase } : asked);
    showToast({ text: t("vote.opened") });
    onClose();
  });
  return (
    <form className={css["form"]} onSubmit={onSubmit} noValidate aria-label={t("vote.open")}>
      <div>
        <Button autoFocus size="s" tone="quiet" icon={BackIcon} onPress={onClose}>
          {t("vote.back")}
        </Button>
      </div>
      <MethodPicker
        value={method}
        onChange={(next) => {
          setMethod(next);
          setSettings(settingsAtFirst(next));
        }}
      />
      {scope ? (
        <Select
          label={t("vote.about")}
          choices={scopes}
          value={scope.id}
          onChange={setScope}
          error={scope.disabledReason}
        />
      ) : (
        <p className={css["none"]}>{method === "links" ? t("vote.noLinks") : t("vote.noCards")}</p>
      )}
      <TextField
        label={t("vote.question")}
        voice="voice"
        placeholder={questionOf({ question: "", method }, text)}
        maxLength={LIMITS.questionLength}
        value={question}
        onChange={setQuestion}
      />
      <SettingsFields method={method} settings={settings} onChange={setSettings} />
      <NumberField
        label={t("vote.minutes")}
        hint={t("vote.minutesHint")}
        unit={t("vote.minuteUnit")}
        min={1}
        max={LIMITS.phaseMinutes}
        value={minutes}
        onChange={setMinutes}
      />
      {fault && (
        <p className={css["fault"]} role="alert">
          {error(fault)}
        </p>
      )}
      <Button
        tone="primary"
        size="l"
        isWide
        type="submit"
        disabledReason={scope ? scope.disabledReason : method === "links" ? t("vote.noLinks") : t("vote.noCards")}
      >
        {t("vote.openNow")}
      </Button>
      <small>{t("vote.openHint")}</small>
    </form>
  );
};

import { mayFacilitate } from "@palabre/shared/facilitation";
import type { AlertRule } from "@palabre/shared/terms";
import { useState } from "react";
import { useText } from "../../i18n/index.ts";
import { useBoard, useSnapshot, useThemes } from "../../state/index.ts";
import { AlarmIcon, Button, EditIcon, IconButton, showToast, TrashIcon } from "../../ui/index.ts";
import { asAppError, Section } from "../pieces/index.ts";
import { AlertForm } from "./AlertForm.tsx";
import { conditionWords, subjectWords } from "./alertWords.ts";
import { useAlertRules, type AlertRules } from "./useAlertRules.ts";
import css from "./Alerts.module.css";

/** What a board wants to be told of, as those set it who lead the workshop. */
export const AlertsSection = () => (mayFacilitate(useBoard().me.role) ? <Alerts /> : undefined);

const Alerts = () => {
  const { t, error } = useText();
  const rules = useAlertRules();
  const [edited, setEdited] = useState<AlertRule | "new">();
  const { list, fault } = rules;
  const close = (): void => setEdited(undefined);
  return (
    <Section title={t("watch.alerts")}>
      {fault && <p role="alert">{error(fault)}</p>}
      {list?.alerts.length === 0 && edited === undefined && <p className={css["help"]}>{t("watch.alertsHelp")}</p>}
      <ul>
        {list?.alerts.map((rule) => (
          <RuleRow key={rule.id} rule={rule} rules={rules} onEdit={() => setEdited(rule)} />
        ))}
      </ul>
      {edited !== undefined && list ? (
        <AlertForm
          key={edited === "new" ? edited : edited.id}
          rule={edited === "new" ? undefined : edited}
          secret={list.secret}
          onSave={(rule) => rules.change((kept) => [...kept.filter(({ id }) => id !== rule.id), rule])}
          onClose={close}
        />
      ) : (
        list && (
          <div className={css["actions"]}>
            <Button size="s" icon={AlarmIcon} onPress={() => setEdited("new")}>
              {t("watch.addAlert")}
            </Button>
          </div>
        )
      )}
    </Section>
  );
};

const RuleRow = ({
  rule,
  rules,
  onEdit,
}: {
  readonly rule: AlertRule;
  readonly rules: AlertRules;
  readonly onEdit: () => void;
}) => {
  const text = useText();
  const { t, error } = text;
  const board = useSnapshot();
  const themes = useThemes();
  const { name, on, when, quiet, webhook } = rule;
  const remove = async (): Promise<void> => {
    try {
      await rules.change((kept) => kept.filter(({ id }) => id !== rule.id));
      showToast({ text: t("watch.alertRemoved", { name }) });
    } catch (cause) {
      showToast({ text: error(asAppError(cause)), tone: "warn" });
    }
  };
  const facts = [
    conditionWords(when, text),
    ...(quiet ? [t("watch.quietWords", quiet)] : []),
    ...(webhook === undefined ? [] : [t("watch.byWebhook")]),
  ];
  return (
    <li className={css["rule"]}>
      <div className={css["words"]}>
        <b>{name}</b>
        <span>{subjectWords(on, board, themes, text) ?? t("watch.subjectGone")}</span>
        <small>{facts.join(" · ")}</small>
      </div>
      <IconButton size="s" label={t("watch.editAlert", { name })} icon={EditIcon} onPress={onEdit} />
      <IconButton size="s" label={t("watch.removeAlert", { name })} icon={TrashIcon} onPress={() => void remove()} />
    </li>
  );
};

import { mayFacilitate } from "@palabre/shared/facilitation";
import { api } from "../api/index.ts";
import { useText, type Text } from "../i18n/index.ts";
import { useBoard } from "../state/index.ts";
import { Select, showToast } from "../ui/index.ts";
import { asAppError } from "./pieces/index.ts";
import css from "./HistoryPanel.module.css";

const OFFERED = [7, 30, 90, 365, 1_095] as const;
const DAYS_OF_A_YEAR = 365;

/** How long history is kept: facilitators decide, everybody may know. */
export const HistoryDays = ({ days, onChanged }: { readonly days: number; readonly onChanged: () => void }) => {
  const text = useText();
  const { t, error } = text;
  const { me } = useBoard();
  if (!mayFacilitate(me.role)) return <p className={css["hint"]}>{t("history.retentionForAll", { n: days })}</p>;
  const change = async (next: number): Promise<void> => {
    try {
      await api.keepHistoryFor(me.id, next);
      onChanged();
    } catch (cause) {
      showToast({ text: error(asAppError(cause)), tone: "warn" });
    }
  };
  const choices = [...new Set([...OFFERED, days])]
    .sort((a, b) => a - b)
    .map((each) => ({ id: String(each), label: lengthWords(each, text) }));
  return (
    <Select
      label={t("history.retention")}
      choices={choices}
      value={String(days)}
      onChange={(next) => void change(Number(next))}
    />
  );
};

const lengthWords = (days: number, { t }: Pick<Text, "t">): string =>
  days % DAYS_OF_A_YEAR === 0 ? t("history.year", { n: days / DAYS_OF_A_YEAR }) : t("history.days", { n: days });

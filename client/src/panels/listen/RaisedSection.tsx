import type { RaisedAlert } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { useAlerts, useBoard, useSnapshot, useThemes, useWorkshop } from "../../state/index.ts";
import { AlarmIcon, Button, Icon } from "../../ui/index.ts";
import { Section, useNow } from "../pieces/index.ts";
import { filterOf, raisedWords, subjectWords } from "./alertWords.ts";
import { queryOfCard } from "./queryOfCard.ts";
import css from "./Alerts.module.css";

/** The alerts that are raised now, newest first: what each found, since when, and the way to its posts. */
export const RaisedSection = () => {
  const { t } = useText();
  const alerts = useAlerts();
  if (alerts.size === 0) return null;
  const raised = [...alerts].toSorted(([, a], [, b]) => b.at - a.at);
  return (
    <Section title={t("watch.raised")} note={String(alerts.size)}>
      <ul>
        {raised.map(([id, alert]) => (
          <Raised key={id} alert={alert} />
        ))}
      </ul>
    </Section>
  );
};

const Raised = ({ alert }: { readonly alert: RaisedAlert }) => {
  const text = useText();
  const { t, relativeTime } = text;
  const { ui } = useBoard();
  const board = useSnapshot();
  const themes = useThemes();
  const now = useNow();
  const { language } = useWorkshop();
  const watched = subjectWords(alert.on, board, themes, text);
  const read = (): void =>
    ui.set({ postFilter: filterOf(alert, (card) => queryOfCard(board.cards.get(card), language), Date.now()) });
  return (
    <li className={css["raised"]}>
      <Icon of={AlarmIcon} size="card" />
      <div className={css["words"]}>
        <b>{alert.name}</b>
        <span>
          {raisedWords(alert, text)}
          {watched !== undefined && ` · ${watched}`}
        </span>
        <small>{t("watch.since", { when: relativeTime(Math.min(alert.at, now), now) })}</small>
      </div>
      <Button size="s" onPress={read}>
        {t("watch.readPosts")}
      </Button>
    </li>
  );
};

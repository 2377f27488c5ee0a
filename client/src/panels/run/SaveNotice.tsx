import { useText } from "../../i18n/index.ts";
import { AlertIcon, Button, Icon } from "../../ui/index.ts";
import { useAgenda } from "./useAgenda.ts";
import { troubleWords } from "./watchAgenda.ts";
import css from "./SaveNotice.module.css";

/** What of the agenda is not saved, why, and the two ways on; nothing while all is well. */
export const SaveNotice = () => {
  const text = useText();
  const { t } = text;
  const { insist, giveUp, ...draft } = useAgenda();
  const { isMet } = draft;
  const words = troubleWords(draft, text);
  if (words === undefined) return null;
  return (
    <div className={css["notice"]} role="alert" data-notice={isMet ? "met" : "fault"}>
      <Icon of={AlertIcon} size="card" />
      <p>{words}</p>
      <span className={css["ways"]}>
        <Button size="s" onPress={giveUp}>
          {isMet ? t("run.theirs") : t("run.giveUp")}
        </Button>
        <Button size="s" tone="leaf" onPress={insist}>
          {isMet ? t("run.mine") : t("frame.retry")}
        </Button>
      </span>
    </div>
  );
};

import { AppError } from "@palabre/shared/errors";
import { useText } from "../../i18n/index.ts";
import { useBoard, useWorkshop } from "../../state/index.ts";
import { showToast, Switch } from "../../ui/index.ts";
import { Section } from "../pieces/index.ts";
import css from "./RoomSection.module.css";

/** What holds for the whole room at once, whatever the step. */
export const RoomSection = () => {
  const { t, error } = useText();
  const { conduct } = useBoard();
  const { frozen } = useWorkshop().rules;
  const freeze = (wanted: boolean): void =>
    void conduct.freeze(wanted).catch((fault: unknown) => {
      showToast({ text: error(fault instanceof AppError ? fault : new AppError("internal", "the request failed")) });
    });
  return (
    <Section title={t("run.room")}>
      <div className={css["row"]}>
        <Switch label={t("run.freeze")} isSelected={frozen} onChange={freeze} />
        <small>{t("run.freezeHint")}</small>
      </div>
    </Section>
  );
};

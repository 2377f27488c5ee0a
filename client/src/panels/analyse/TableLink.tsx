import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { Button, TableIcon } from "../../ui/index.ts";
import css from "./Choice.module.css";

/** The way to the same links as a table. */
export const TableLink = () => {
  const { t } = useText();
  const { ui } = useBoard();
  return (
    <div className={css["table"]}>
      <Button size="s" icon={TableIcon} onPress={() => ui.set({ dialog: "matrix" })}>
        {t("choice.table")}
      </Button>
    </div>
  );
};

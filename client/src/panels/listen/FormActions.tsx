import { useText } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import css from "./AddSource.module.css";

/** The foot of a form that changes something: leave it, or save. */
export const FormActions = ({
  isPending,
  onCancel,
}: {
  readonly isPending: boolean;
  readonly onCancel: () => void;
}) => {
  const { t } = useText();
  return (
    <div className={css["actions"]}>
      <Button size="s" tone="quiet" onPress={onCancel}>
        {t("frame.cancel")}
      </Button>
      <Button size="s" tone="primary" type="submit" isPending={isPending}>
        {t("sources.save")}
      </Button>
    </div>
  );
};

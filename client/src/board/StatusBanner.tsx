import { mayWrite } from "@palabre/shared/facilitation";
import { useText } from "../i18n/index.ts";
import { useBoard, useStatus, useTold } from "../state/index.ts";
import { AlertIcon, Button, classes, Icon, RetryIcon } from "../ui/index.ts";
import { statusWords } from "./statusWords.ts";
import css from "./StatusBanner.module.css";

/** What to do when changes are not being kept; nothing while all is well. */
export const StatusBanner = ({ onReopen }: { readonly onReopen: () => void }) => {
  const text = useText();
  const mayEdit = mayWrite(useBoard().me.role, "board");
  const status = useStatus();
  const told = useTold();
  const { tone, advice } = statusWords(status, mayEdit, text);
  if (advice === undefined) return told.length === 0 ? null : <Untold n={told.length} />;
  return (
    <div
      className={classes(css["banner"], tone === "ended" && css["ended"], status.type === "offline" && css["patient"])}
      data-banner={status.type}
    >
      <Icon of={AlertIcon} />
      <p>{advice}</p>
      {status.type === "refused" && (
        <Button size="s" icon={RetryIcon} onPress={onReopen}>
          {text.t("status.reopen")}
        </Button>
      )}
    </div>
  );
};

/** What could not be made stays to be read until the person has dismissed it. */
const Untold = ({ n }: { readonly n: number }) => {
  const { t } = useText();
  const { ui } = useBoard();
  return (
    <div className={css["banner"]} data-banner="told">
      <Icon of={AlertIcon} />
      <p>{t("status.untold", { n })}</p>
      <Button size="s" onPress={() => ui.set({ dialog: "told" })}>
        {t("status.showUntold")}
      </Button>
    </div>
  );
};

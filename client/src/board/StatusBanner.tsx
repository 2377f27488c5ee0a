import { useText } from "../i18n/index.ts";
import { useBoard, useStatus } from "../state/index.ts";
import { AlertIcon, Button, classes, Icon, RetryIcon } from "../ui/index.ts";
import { statusWords } from "./statusWords.ts";
import css from "./StatusBanner.module.css";

/** What to do when changes are not being kept; nothing while all is well. */
export const StatusBanner = ({ onReopen }: { readonly onReopen: () => void }) => {
  const text = useText();
  const { mayEdit } = useBoard();
  const status = useStatus();
  const { tone, advice } = statusWords(status, mayEdit, text);
  if (advice === undefined) return null;
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

import type { ListedPost } from "@palabre/shared/protocol";
import { useText } from "../../i18n/index.ts";
import { CheckIcon, CloseIcon, ToggleIconButton } from "../../ui/index.ts";
import { useLabel } from "./useLabel.ts";
import css from "./PostLabels.module.css";

/** Yes or no, this is an expectation: what a facilitator says is believed at once, and teaches the board. */
export const PostLabels = ({ post: { id, label } }: { readonly post: ListedPost }) => {
  const { t } = useText();
  const { isPending, label: say } = useLabel();
  const set = (isExpectation: boolean): void => {
    // what is said already is said
    if (label !== isExpectation) void say([id], isExpectation);
  };
  return (
    <span className={css["labels"]}>
      <ToggleIconButton
        size="s"
        label={t("heard.isExpectation")}
        icon={CheckIcon}
        isSelected={label === true}
        isDisabled={isPending}
        onChange={() => set(true)}
      />
      <ToggleIconButton
        size="s"
        label={t("heard.isNone")}
        icon={CloseIcon}
        isSelected={label === false}
        isDisabled={isPending}
        onChange={() => set(false)}
      />
    </span>
  );
};

import type { ListedPost } from "@palabre/shared/protocol";
import { useText } from "../../i18n/index.ts";
import { CheckIcon, CloseIcon, ToggleIconButton } from "../../ui/index.ts";
import type { PostRevision } from "./joinPosts.ts";
import { useLabel } from "./useLabel.ts";
import css from "./PostLabels.module.css";

export interface PostLabelsProps {
  readonly post: ListedPost;
  readonly onRevise: (to: PostRevision) => void;
}

/** Yes or no, this is an expectation: what a facilitator says is believed at once, and teaches the board. */
export const PostLabels = ({ post: { id, label }, onRevise }: PostLabelsProps) => {
  const { t } = useText();
  const { isPending, label: say } = useLabel();
  const set = async (isExpectation: boolean): Promise<void> => {
    // what is said already is said
    if (label === isExpectation) return;
    onRevise({ label: isExpectation });
    const answers = await say([id], isExpectation);
    onRevise(answers ? { label: isExpectation, heard: answers[0]?.heard } : { label });
  };
  return (
    <span className={css["labels"]}>
      <ToggleIconButton
        size="s"
        label={t("heard.isExpectation")}
        icon={CheckIcon}
        isSelected={label === true}
        isDisabled={isPending}
        onChange={() => void set(true)}
      />
      <ToggleIconButton
        size="s"
        label={t("heard.isNone")}
        icon={CloseIcon}
        isSelected={label === false}
        isDisabled={isPending}
        onChange={() => void set(false)}
      />
    </span>
  );
};

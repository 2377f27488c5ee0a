import { useText } from "../../i18n/index.ts";
import { useWorkshop } from "../../state/index.ts";
import { CloseIcon, FitIcon, IconButton, Logo, RotateIcon, ShrinkIcon, type Stage } from "../../ui/index.ts";
import css from "./Slide.module.css";

export interface SlideBarProps {
  readonly stage: Stage;
  readonly onRenew: () => void;
  readonly onClose: () => void;
}

/** Which workshop it is, and the few things that a facilitator does here. */
export const SlideBar = ({ stage, onRenew, onClose }: SlideBarProps) => {
  const { t } = useText();
  const { title } = useWorkshop();
  return (
    <header className={css["bar"]}>
      <Logo px={34} />
      <h2 className={css["workshop"]}>{title}</h2>
      <IconButton label={t("slide.fresh")} icon={RotateIcon} onPress={onRenew} />
      {stage.toggleFull && (
        <IconButton
          label={t(stage.isFull ? "slide.fullLeave" : "slide.full")}
          icon={stage.isFull ? ShrinkIcon : FitIcon}
          onPress={stage.toggleFull}
        />
      )}
      <IconButton label={t("frame.close")} icon={CloseIcon} onPress={onClose} />
    </header>
  );
};

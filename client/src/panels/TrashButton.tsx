import type { CardId, LinkId } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { useBoard } from "../state/index.ts";
import { Button, giveToBoard, showToast, TrashIcon } from "../ui/index.ts";
import css from "./TrashButton.module.css";

export interface TrashButtonProps {
  readonly cards?: readonly CardId[];
  readonly links?: readonly LinkId[];
}

/** Puts things in the trash; a word at the foot of the page takes it back. */
export const TrashButton = ({ cards = [], links = [] }: TrashButtonProps) => {
  const { t } = useText();
  const { commands } = useBoard();
  const n = cards.length + links.length;
  const trash = (): void => {
    const bringBack = commands.trash([...cards, ...links]);
    if (!bringBack) return;
    // this button goes with the card: the keyboard goes on from the board
    giveToBoard();
    showToast({
      text:
        cards.length > 0
          ? t("canvas.trashedCards", { n: cards.length })
          : t("canvas.trashedLinks", { n: links.length }),
      action: { label: t("frame.undo"), onAction: bringBack },
    });
  };
  return (
    <div className={css["foot"]}>
      <Button size="s" tone="quiet" icon={TrashIcon} onPress={trash}>
        {n === 1 ? t("panel.trash") : t("panel.trashAll", { n })}
      </Button>
    </div>
  );
};

import type { BoardFacts } from "@palabre/shared/protocol";
import { api, toAppError } from "../api/index.ts";
import { useText } from "../i18n/index.ts";
import { showToast } from "../ui/index.ts";
import { TitleDialog } from "./TitleDialog.tsx";

export interface RenameDialogProps {
  readonly board: BoardFacts;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onRenamed: (title: string) => void;
}

export const RenameDialog = ({ board, isOpen, onClose, onRenamed }: RenameDialogProps) => {
  const { t, error } = useText();
  const rename = async (title: string): Promise<boolean> => {
    try {
      await api.renameBoard(board.id, title);
      onRenamed(title);
      return true;
    } catch (cause) {
      showToast({ text: error(toAppError(cause)), tone: "warn" });
      return false;
    }
  };
  return (
    <TitleDialog
      heading={t("home.renameTitle")}
      submit={t("frame.save")}
      initial={board.title}
      isOpen={isOpen}
      onClose={onClose}
      onTitle={rename}
    />
  );
};

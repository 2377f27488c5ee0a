import { useText } from "../i18n/index.ts";
import { TitleDialog } from "./TitleDialog.tsx";
import { useStart } from "./useStart.ts";

export const NewBoardDialog = ({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) => {
  const { t, language } = useText();
  const start = useStart();
  return (
    <TitleDialog
      heading={t("home.createTitle")}
      submit={t("home.create")}
      hint={t("home.newTitleHint")}
      isOpen={isOpen}
      onClose={onClose}
      onTitle={(title) => start({ title, language })}
    />
  );
};

import type { BoardId } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { TextField } from "../ui/index.ts";

/** What a participant or a viewer has to show: the address of the board, which opens nothing elsewhere, and whom to ask. */
export const OwnAddress = ({ boardId }: { readonly boardId: BoardId }) => {
  const { t } = useText();
  return (
    <TextField
      label={t("share.address")}
      hint={t("share.addressHint")}
      value={new URL(`b/${boardId}`, document.baseURI).href}
      isReadOnly
    />
  );
};

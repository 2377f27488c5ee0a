import { useText } from "../i18n/index.ts";
import { IconButton, Menu, MoreIcon } from "../ui/index.ts";
import { useMoreItems } from "./useMoreItems.ts";

/** What is wanted rarely: trash, shortcuts, language, theme, the way home. */
export const MoreMenu = () => {
  const { t } = useText();
  const items = useMoreItems();
  return (
    <Menu label={t("board.more")} trigger={<IconButton label={t("board.more")} icon={MoreIcon} />} items={items} />
  );
};

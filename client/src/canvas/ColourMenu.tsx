import { useText } from "../i18n/index.ts";
import { DotIcon, IconButton, Menu } from "../ui/index.ts";
import type { ActionId } from "./action.ts";
import { ACTION_ICONS } from "./actionIcons.ts";
import { menuItems } from "./menuItems.ts";
import { useActionContext } from "./useActionContext.ts";

/** In which colour the chosen lines and shapes are drawn, behind one button of their bar. */
export const ColourMenu = () => {
  const { t } = useText();
  const context = useActionContext();
  const label = t("arrange.colour");
  return (
    <Menu
      label={label}
      items={menuItems({ type: "drawn" }, context).map((item) =>
        // the lines of this menu are named after their actions
        item === "separator" ? item : { ...item, icon: ACTION_ICONS[item.id as ActionId] },
      )}
      placement="bottom start"
      trigger={<IconButton label={label} icon={DotIcon} tooltip="top" />}
    />
  );
};

import { useText, type MessageKey } from "../i18n/index.ts";
import { ArrangeIcon, DotIcon, IconButton, Menu } from "../ui/index.ts";
import type { ActionId } from "./action.ts";
import { ACTION_ICONS } from "./actionIcons.ts";
import { menuItems } from "./menuItems.ts";
import { useActionContext } from "./useActionContext.ts";

const MENUS = {
  /** all that brings several chosen cards into order */
  several: { label: "canvas.arrange", icon: ArrangeIcon },
  /** in which colour the chosen lines and shapes are drawn */
  drawn: { label: "arrange.colour", icon: DotIcon },
} as const satisfies Record<string, { readonly label: MessageKey; readonly icon: unknown }>;

/** What is behind one button of the bar of chosen cards. */
export const BarMenu = ({ type }: { readonly type: keyof typeof MENUS }) => {
  const { t } = useText();
  const context = useActionContext();
  const label = t(MENUS[type].label);
  return (
    <Menu
      label={label}
      items={menuItems({ type }, context).map((item) =>
        // the lines of a menu are named after their actions
        item === "separator" ? item : { ...item, icon: ACTION_ICONS[item.id as ActionId] },
      )}
      placement="bottom start"
      trigger={<IconButton label={label} icon={MENUS[type].icon} tooltip="top" />}
    />
  );
};

import { useText } from "../i18n/index.ts";
import { ArrangeIcon, IconButton, Menu } from "../ui/index.ts";
import { menuItems } from "./menuItems.ts";
import { useActionContext } from "./useActionContext.ts";

/** All that brings several chosen cards into order, behind one button of their bar. */
export const ArrangeMenu = () => {
  const { t } = useText();
  const context = useActionContext();
  const label = t("canvas.arrange");
  return (
    <Menu
      label={label}
      items={menuItems({ type: "several" }, context)}
      placement="bottom start"
      trigger={<IconButton label={label} icon={ArrangeIcon} tooltip="top" />}
    />
  );
};

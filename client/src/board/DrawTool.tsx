import { useAction } from "../canvas/index.ts";
import { useText } from "../i18n/index.ts";
import { useUi } from "../state/index.ts";
import { IconButton, PinIcon, Menu, PenIcon, ToggleIconButton } from "../ui/index.ts";
import { useDrawItems } from "./useDrawItems.ts";
import css from "./ToolRail.module.css";

/** The rail's menu of what is drawn, and of words and shapes without paper. */
export const DrawTool = () => {
  const { t } = useText();
  const items = useDrawItems();
  const isOn = useUi(
    ({ tool }) => tool.type === "draw" || tool.type === "erase" || (tool.type === "place" && tool.shape !== undefined),
  );
  if (items.length === 0) return null;
  const label = t("board.draw");
  return (
    <>
      <Menu
        label={label}
        items={items}
        placement="bottom start"
        trigger={
          <IconButton size="l" tooltip="right" className={isOn ? css["on"] : undefined} label={label} icon={PenIcon} />
        }
      />
      <KeepTool />
    </>
  );
};

/** Whether a tool stays in hand once it was used. */
const KeepTool = () => {
  const { label, keys, run } = useAction("keepTool");
  const isKept = useUi(({ keepsTool }) => keepsTool);
  return (
    <ToggleIconButton
      size="l"
      tooltip="right"
      label={label}
      icon={PinIcon}
      keys={keys}
      isSelected={isKept}
      onChange={run}
    />
  );
};

import { useAction } from "../canvas/index.ts";
import { drawingOfKind, kindWord } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { usePanels } from "../panels/index.ts";
import { useBoard, useUi, useMayEdit } from "../state/index.ts";
import {
  IconButton,
  LinkIcon,
  Menu,
  MenuIcon,
  PinIcon,
  PlusIcon,
  SelectManyIcon,
  ToggleIconButton,
  UndoIcon,
  type MenuEntry,
} from "../ui/index.ts";
import { HandButton } from "./laterTogether.ts";
import type { PlacedKind } from "./tools.ts";
import { useDrawItems } from "./useDrawItems.ts";
import { useOffered } from "./useOffered.ts";
import { useMoreItems } from "./useMoreItems.ts";
import css from "./Dock.module.css";

/** The rail on a phone, under the thumb: choose or move, add, link, undo, and the notebook with all the rest. */
export const Dock = ({ isEnded }: { readonly isEnded: boolean }) => {
  const { t } = useText();
  const mayEdit = useMayEdit();
  const { kinds, signs } = useOffered();
  return (
    <nav className={css["dock"]} data-dock aria-label={t("board.tools")} inert={isEnded}>
      <PointerTool />
      {mayEdit && (
        <>
          {kinds.length > 0 && <AddMenu kinds={kinds} />}
          {signs.length > 0 && <LinkTool />}
          <Undo />
        </>
      )}
      <HandButton size="l" />
      <Notebook />
    </nav>
  );
};

/** A finger on the ground moves the board: here it is asked to choose several cards instead, by tapping and framing. */
const PointerTool = () => {
  const { label, run } = useAction("selectMany");
  const isMany = useUi(({ tool }) => tool.type === "select" && tool.isMany === true);
  return (
    <ToggleIconButton
      size="l"
      iconSize="tool"
      tooltip="top"
      label={label}
      icon={SelectManyIcon}
      isSelected={isMany}
      onChange={run}
    />
  );
};

const AddMenu = ({ kinds }: { readonly kinds: readonly PlacedKind[] }) => {
  const text = useText();
  const { ui } = useBoard();
  const drawn = useDrawItems();
  const placed = kinds.map((kind): MenuEntry => ({
    id: kind,
    icon: drawingOfKind(kind),
    label: kindWord({ kind }, text),
    onAction: () => ui.set({ tool: { type: "place", kind } }),
  }));
  const keep = useAction("keepTool");
  const isKept = useUi(({ keepsTool }) => keepsTool);
  const items: readonly MenuEntry[] = [
    ...placed,
    "separator",
    ...(drawn.length > 0 ? [...drawn, "separator" as const] : []),
    { id: keep.id, icon: PinIcon, label: keep.label, isChosen: isKept, onAction: keep.run },
  ];
  const label = text.t("board.add");
  return (
    <Menu
      label={label}
      items={items}
      placement="top start"
      trigger={
        <IconButton className={css["add"]} tone="primary" iconSize="tool" tooltip="top" label={label} icon={PlusIcon} />
      }
    />
  );
};

const LinkTool = () => {
  const { t } = useText();
  const { ui } = useBoard();
  const isOn = useUi((state) => state.tool.type === "link");
  const take = (polarity: "+" | "-") => () => ui.set({ tool: { type: "link", polarity } });
  const items: MenuEntry[] = [
    { id: "+", icon: LinkIcon, label: t("board.linkHelps"), onAction: take("+") },
    { id: "-", icon: LinkIcon, label: t("board.linkHinders"), onAction: take("-") },
  ];
  return (
    <Menu
      label={t("canvas.actLink")}
      items={items}
      placement="top start"
      trigger={
        <IconButton
          size="l"
          iconSize="tool"
          tooltip="top"
          className={isOn ? css["on"] : undefined}
          label={t("canvas.actLink")}
          icon={LinkIcon}
        />
      }
    />
  );
};

const Undo = () => {
  const { label, isPossible, run } = useAction("undo");
  return (
    <IconButton
      size="l"
      iconSize="tool"
      tooltip="top"
      label={label}
      icon={UndoIcon}
      isDisabled={!isPossible}
      onPress={run}
    />
  );
};

/** The panels, which have their tabs elsewhere on a wide screen, and the menu of rare things. */
const Notebook = () => {
  const { t } = useText();
  const { ui } = useBoard();
  const panels = usePanels();
  const rest = useMoreItems();
  const items: MenuEntry[] = [
    ...panels.map(({ id, icon, label, alerts = 0 }): MenuEntry => ({
      id,
      icon,
      label: t(label),
      ...(alerts > 0 ? { hint: t("panel.alerts", { n: alerts }) } : {}),
      onAction: () => ui.set({ panel: id }),
    })),
    "separator",
    ...rest,
  ];
  return (
    <Menu
      label={t("board.notebook")}
      items={items}
      placement="top end"
      trigger={<IconButton size="l" iconSize="tool" tooltip="top" label={t("board.notebook")} icon={MenuIcon} />}
    />
  );
};

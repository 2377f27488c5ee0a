import { useRef, type ReactElement } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Separator, Text } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";
import { CheckIcon, type IconDrawing } from "./icons.ts";
import { Keys } from "./Keys.tsx";
import css from "./Menu.module.css";

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly onAction: () => void;
  readonly icon?: IconDrawing | undefined;
  /** the key that does the same */
  readonly keys?: string | undefined;
  readonly tone?: "plain" | "danger" | undefined;
  /** draws a check: the current one of several */
  readonly isChosen?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  /** a second, smaller line: what it does, or why it can't */
  readonly hint?: string | undefined;
}
export type MenuEntry = MenuAction | "separator";

export interface MenuProps {
  /** what the menu is about, for who hears it */
  readonly label: string;
  readonly trigger: ReactElement;
  readonly items: readonly MenuEntry[];
  readonly placement?: "bottom start" | "bottom end" | "top start" | "top end" | undefined;
}

/** Actions behind a button; arrows, letters and Esc work as menus do. */
export const Menu = ({ label, trigger, items, placement = "bottom end" }: MenuProps) => (
  <MenuTrigger>
    {trigger}
    <Popover className={css["popover"] ?? ""} placement={placement} offset={4}>
      <MenuItems label={label} items={items} />
    </Popover>
  </MenuTrigger>
);

export interface ContextMenuProps {
  readonly label: string;
  readonly items: readonly MenuEntry[];
  /** where it opens, in px of the window; closed when undefined */
  readonly at: { readonly x: number; readonly y: number } | undefined;
  readonly onClose: () => void;
}

/** The same menu at a point: right-click, long press, the context-menu key. */
export const ContextMenu = ({ label, items, at, onClose }: ContextMenuProps) => {
  const point = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={point} className={css["point"]} style={{ left: at?.x ?? 0, top: at?.y ?? 0 }} aria-hidden="true" />
      <Popover
        className={css["popover"] ?? ""}
        triggerRef={point}
        isOpen={at !== undefined}
        onOpenChange={(open) => !open && onClose()}
        placement="bottom start"
        offset={2}
      >
        <MenuItems label={label} items={items} onClose={onClose} />
      </Popover>
    </>
  );
};

const MenuItems = ({
  label,
  items,
  onClose,
}: Pick<MenuProps, "label" | "items"> & { readonly onClose?: () => void }) => (
  <AriaMenu
    className={css["menu"] ?? ""}
    aria-label={label}
    {...(onClose === undefined ? {} : { onClose, autoFocus: "first" as const })}
  >
    {items.map((item, place) =>
      item === "separator" ? (
        <Separator key={`separator-${place}`} className={css["separator"] ?? ""} />
      ) : (
        <MenuItem
          key={item.id}
          id={item.id}
          className={classes(css["item"], item.tone === "danger" && css["danger"])}
          textValue={item.label}
          isDisabled={item.isDisabled === true}
          onAction={item.onAction}
        >
          {item.icon && <Icon of={item.icon} />}
          <span className={css["words"]}>
            <Text slot="label">{item.label}</Text>
            {item.hint !== undefined && (
              <Text slot="description" className={css["hint"] ?? ""}>
                {item.hint}
              </Text>
            )}
          </span>
          {item.isChosen === true && <Icon of={CheckIcon} size="card" />}
          {item.keys !== undefined && <Keys>{item.keys}</Keys>}
        </MenuItem>
      ),
    )}
  </AriaMenu>
);

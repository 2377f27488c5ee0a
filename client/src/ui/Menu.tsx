import { useRef, useState, type ComponentType, type ReactElement, type ReactNode } from "react";
import { ButtonContext } from "react-aria-components/Button";
import type { IconDrawing } from "./icons.ts";
import { MenuPopup } from "./popups.ts";
import { useWanted } from "./useWanted.ts";
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
/** Gives the items of a menu from when it is first opened: it may be fetched later than the button. */
export type MenuItems = ComponentType<{ readonly children: (items: readonly MenuEntry[]) => ReactNode }>;

export interface MenuProps {
  /** what the menu is about, for who hears it */
  readonly label: string;
  /** a button of this folder */
  readonly trigger: ReactElement;
  readonly items: readonly MenuEntry[] | MenuItems;
  readonly placement?: "bottom start" | "bottom end" | "top start" | "top end" | undefined;
}

/** The keys that open a menu from its button, and the item on which the keyboard then stands. */
const OPENING: Readonly<Record<string, "first" | "last">> = { ArrowDown: "first", ArrowUp: "last" };

/**
 * Actions behind a button; arrows, letters and Esc work as menus do. The button is wired here and not by `useMenuTrigger`, which
 * brings long presses and focus scopes into the first load of a page; the menu itself is React Aria's.
 */
export const Menu = ({ label, trigger, items, placement = "bottom end" }: MenuProps) => {
  const button = useRef<HTMLButtonElement>(null);
  const [start, setStart] = useState<"first" | "last" | true>();
  const isOpen = start !== undefined;
  const isWanted = useWanted(isOpen);
  const popup = (entries: readonly MenuEntry[]) => (
    <MenuPopup
      label={label}
      items={entries}
      placement={placement}
      offset={4}
      trigger={button}
      isOpen={isOpen}
      autoFocus={start ?? true}
      onClose={() => setStart(undefined)}
    />
  );
  return (
    <>
      <ButtonContext
        value={{
          ref: button,
          "aria-haspopup": "menu",
          "aria-expanded": isOpen,
          onPress: ({ pointerType }) =>
            setStart(isOpen ? undefined : pointerType === "keyboard" || pointerType === "virtual" ? "first" : true),
          onKeyDown: (event) => {
            const at = OPENING[event.key];
            if (at === undefined) event.continuePropagation();
            else setStart(at);
          },
        }}
      >
        {trigger}
      </ButtonContext>
      {isWanted && <Items from={items}>{popup}</Items>}
    </>
  );
};

const Items = ({
  from: Given,
  children,
}: {
  readonly from: readonly MenuEntry[] | MenuItems;
  readonly children: (items: readonly MenuEntry[]) => ReactNode;
}) => (isList(Given) ? children(Given) : <Given>{children}</Given>);
const isList = (items: MenuProps["items"]): items is readonly MenuEntry[] => Array.isArray(items);

export interface ContextMenuProps {
  readonly label: string;
  readonly items: readonly MenuEntry[];
  /** where it opens, in px of the window; closed when undefined */
  readonly at: { readonly x: number; readonly y: number } | undefined;
  readonly onClose: () => void;
  /** it is off the page, and the keyboard back where it was, if that is still there */
  readonly onGone?: (() => void) | undefined;
}

/** The same menu at a point: right-click, long press, the context-menu key. */
export const ContextMenu = ({ label, items, at, onClose, onGone }: ContextMenuProps) => {
  const point = useRef<HTMLSpanElement>(null);
  const isWanted = useWanted(at !== undefined);
  return (
    <>
      <span ref={point} className={css["point"]} style={{ left: at?.x ?? 0, top: at?.y ?? 0 }} aria-hidden="true" />
      {isWanted && (
        <MenuPopup
          label={label}
          items={items}
          placement="bottom start"
          offset={2}
          trigger={point}
          isOpen={at !== undefined}
          autoFocus="first"
          onClose={onClose}
          onGone={onGone}
        />
      )}
    </>
  );
};

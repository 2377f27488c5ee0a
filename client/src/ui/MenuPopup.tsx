import { useEffect, type RefObject } from "react";
import { Menu as AriaMenu, MenuItem, Separator } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";
import { CheckIcon } from "./icons.ts";
import { Keys } from "./Keys.tsx";
import type { MenuEntry, MenuProps } from "./Menu.tsx";
import css from "./Menu.module.css";
import { useWords } from "./words.ts";

export interface MenuPopupProps {
  readonly label: string;
  readonly items: readonly MenuEntry[];
  readonly placement: NonNullable<MenuProps["placement"]>;
  /** px between the menu and what it belongs to */
  readonly offset: number;
  /** what it stands beside, and what takes the focus back */
  readonly trigger: RefObject<Element | null>;
  readonly isOpen: boolean;
  /** where the keyboard stands at first: on an item, or on the menu itself */
  readonly autoFocus: "first" | "last" | boolean;
  readonly onClose: () => void;
  /** it is off the page, and the focus was given back */
  readonly onGone?: (() => void) | undefined;
}

/** An item is called by all that is written on it, its keys too: who speaks to the page says what they see. */
export const MenuPopup = ({
  label,
  items,
  placement,
  offset,
  trigger,
  isOpen,
  autoFocus,
  onClose,
  onGone,
}: MenuPopupProps) => (
  <Popover
    className={css["popover"] ?? ""}
    aria-label={label}
    triggerRef={trigger}
    isOpen={isOpen}
    onOpenChange={(open) => !open && onClose()}
    placement={placement}
    offset={offset}
  >
    {onGone && <Going onGone={onGone} />}
    <AriaMenu className={css["menu"] ?? ""} aria-label={label} onClose={onClose} autoFocus={autoFocus}>
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
              <span>{item.label}</span>
              {item.hint !== undefined && <span className={css["hint"]}>{item.hint}</span>}
            </span>
            {item.isChosen === true && <Chosen />}
            {item.keys !== undefined && <Keys>{item.keys}</Keys>}
          </MenuItem>
        ),
      )}
    </AriaMenu>
  </Popover>
);

/** A check for eyes, a word for ears. */
const Chosen = () => (
  <>
    <Icon of={CheckIcon} size="card" />
    <span className="sr">{`, ${useWords().chosen}`}</span>
  </>
);

/** Tells that the popup it stands in has left the page. Draws nothing. */
const Going = ({ onGone }: { readonly onGone: () => void }) => {
  // React Aria gives the focus back in the frame after: this one is asked for later
  useEffect(() => () => void requestAnimationFrame(onGone), [onGone]);
  return null;
};

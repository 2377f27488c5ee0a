import { ListBoxItem } from "react-aria-components/ListBox";
import { Icon } from "./Icon.tsx";
import type { IconDrawing } from "./icons.ts";
import menu from "./Menu.module.css";

export interface Pick<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly icon?: IconDrawing | undefined;
  /** a word about it, after its name */
  readonly hint?: string | undefined;
}

/** One thing of a list to pick from, as menus draw theirs. */
export const PickItem = ({ id, label, icon }: Pick) => (
  <ListBoxItem className={menu["item"] ?? ""} id={id} textValue={label}>
    {icon && <Icon of={icon} />}
    <span className={menu["words"]}>{label}</span>
  </ListBoxItem>
);

import { useState } from "react";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Icon } from "./Icon.tsx";
import menu from "./Menu.module.css";
import type { Pick } from "./PickField.tsx";
import { TextField } from "./TextField.tsx";

/** Up to this many are found by eye and by their first letter. */
const FEW = 8;

export interface PickListProps<Id extends string> {
  readonly label: string;
  readonly choices: readonly Pick<Id>[];
  readonly onPick: (id: Id) => void;
  /** what the field that searches says */
  readonly findLabel: string;
  readonly noneFound: string;
}

/** One of several things, by one press on it; a long list is searched by a part of a name. */
export const PickList = <Id extends string>({ label, choices, onPick, findLabel, noneFound }: PickListProps<Id>) => {
  const [typed, setTyped] = useState("");
  const isLong = choices.length > FEW;
  const sought = typed.trim().toLocaleLowerCase();
  const found = choices.filter((choice) => choice.label.toLocaleLowerCase().includes(sought));
  return (
    <>
      {isLong && <TextField label={findLabel} value={typed} onChange={setTyped} autoFocus />}
      <ListBox
        aria-label={label}
        className={menu["menu"] ?? ""}
        items={found}
        autoFocus={isLong ? false : "first"}
        onAction={(key) => {
          const chosen = choices.find(({ id }) => id === key);
          if (chosen) onPick(chosen.id);
        }}
        renderEmptyState={() => <p className={menu["hint"]}>{noneFound}</p>}
      >
        {(choice) => (
          <ListBoxItem className={menu["item"] ?? ""} id={choice.id} textValue={choice.label}>
            {choice.icon && <Icon of={choice.icon} />}
            <span className={menu["words"]}>{choice.label}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </>
  );
};

import { useState } from "react";
import { useFilter } from "react-aria-components/ComboBox";
import { ListBox } from "react-aria-components/ListBox";
import menu from "./Menu.module.css";
import { PickItem, type Pick } from "./PickItem.tsx";
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

/** One of several things, by one press on it; a long list is searched by a part of a name, whatever its case and accents. */
export const PickList = <Id extends string>({ label, choices, onPick, findLabel, noneFound }: PickListProps<Id>) => {
  const [typed, setTyped] = useState("");
  const isLong = choices.length > FEW;
  const { contains } = useFilter({ sensitivity: "base" });
  const found = choices.filter((choice) => contains(choice.label, typed.trim()));
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
        {(choice) => <PickItem {...choice} />}
      </ListBox>
    </>
  );
};

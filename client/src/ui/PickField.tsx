import { useState } from "react";
import { ComboBox, Input, Label, ListBox, Popover, type Key } from "react-aria-components/ComboBox";
import { Button, Label as TagsLabel, Tag, TagGroup, TagList } from "react-aria-components/TagGroup";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";
import { CloseIcon } from "./icons.ts";
import { PickItem, type Pick } from "./PickItem.tsx";
import field from "./TextField.module.css";
import menu from "./Menu.module.css";
import tags from "./TagField.module.css";
import css from "./PickField.module.css";

export interface PickFieldProps<Id extends string> {
  readonly label: string;
  readonly picked: readonly Pick<Id>[];
  /** what can be picked besides */
  readonly choices: readonly Pick<Id>[];
  readonly onPick: (id: Id) => void;
  readonly onRemove: (id: Id) => void;
  /** what the field that searches says */
  readonly findLabel: string;
  readonly noneFound: string;
  readonly max: number;
  readonly isReadOnly?: boolean;
}

/** Things picked out of a list by typing a part of their name; each can be taken away by Delete or by its cross. */
export const PickField = <Id extends string>({
  label,
  picked,
  choices,
  onPick,
  onRemove,
  findLabel,
  noneFound,
  max,
  isReadOnly = false,
}: PickFieldProps<Id>) => {
  const [typed, setTyped] = useState("");
  const pick = (key: Key | null): void => {
    const chosen = choices.find(({ id }) => id === key);
    setTyped("");
    if (chosen) onPick(chosen.id);
  };
  return (
    <div className={field["field"]}>
      <TagGroup
        {...(isReadOnly
          ? {}
          : { onRemove: (keys) => picked.filter(({ id }) => keys.has(id)).forEach(({ id }) => onRemove(id)) })}
        className={tags["tags"] ?? ""}
      >
        <TagsLabel className={field["label"] ?? ""}>{label}</TagsLabel>
        <TagList className={tags["list"] ?? ""}>
          {picked.map(({ id, label: name, icon, hint }) => (
            <Tag key={id} id={id} textValue={name} className={classes(tags["tag"], css["tag"])}>
              {icon && <Icon of={icon} size="meta" />}
              <span>
                {name}
                {hint !== undefined && <small> ({hint})</small>}
              </span>
              {!isReadOnly && (
                <Button slot="remove" className={tags["remove"] ?? ""}>
                  <Icon of={CloseIcon} size="meta" />
                </Button>
              )}
            </Tag>
          ))}
        </TagList>
      </TagGroup>
      {!isReadOnly && picked.length < max && choices.length > 0 && (
        <ComboBox
          inputValue={typed}
          onInputChange={setTyped}
          value={null}
          onChange={pick}
          menuTrigger="focus"
          allowsEmptyCollection
        >
          <Label className="sr">{`${label}, ${findLabel}`}</Label>
          <Input className={field["input"] ?? ""} placeholder={findLabel} />
          <Popover className={classes(menu["popover"], css["popover"])} offset={4}>
            <ListBox
              className={menu["menu"] ?? ""}
              items={choices}
              renderEmptyState={() => <p className={css["none"]}>{noneFound}</p>}
            >
              {(choice) => <PickItem {...choice} />}
            </ListBox>
          </Popover>
        </ComboBox>
      )}
    </div>
  );
};

import { useId, useState, type KeyboardEvent } from "react";
import { Button, Label, Tag, TagGroup, TagList } from "react-aria-components/TagGroup";
import { addTags } from "./addTags.ts";
import { Icon } from "./Icon.tsx";
import { CloseIcon } from "./icons.ts";
import field from "./TextField.module.css";
import css from "./TagField.module.css";

export interface TagFieldProps {
  readonly label: string;
  readonly tags: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
  /** what the field for one more says */
  readonly addLabel: string;
  readonly maxTags: number;
  readonly maxLength: number;
  readonly isReadOnly?: boolean;
}

/** Words that can be added (Enter or a comma) and taken away (Delete, or their cross). A word stands once, whatever its case. */
export const TagField = ({
  label,
  tags,
  onChange,
  addLabel,
  maxTags,
  maxLength,
  isReadOnly = false,
}: TagFieldProps) => {
  const [typed, setTyped] = useState("");
  const inputId = useId();
  const add = (): void => {
    const next = addTags(tags, typed, maxTags);
    setTyped("");
    if (next.length !== tags.length) onChange(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" || event.key === ",") {
      event.preventDefault();
      add();
    } else if (event.key === "Backspace" && typed === "" && tags.length > 0) {
      onChange(tags.slice(0, -1));
    }
  };
  return (
    <div className={field["field"]}>
      <TagGroup
        {...(isReadOnly ? {} : { onRemove: (keys) => onChange(tags.filter((tag) => !keys.has(tag))) })}
        className={css["tags"] ?? ""}
      >
        <Label className={field["label"] ?? ""}>{label}</Label>
        <TagList className={css["list"] ?? ""}>
          {tags.map((tag) => (
            <Tag key={tag} id={tag} textValue={tag} className={css["tag"] ?? ""}>
              {tag}
              {!isReadOnly && (
                <Button slot="remove" className={css["remove"] ?? ""}>
                  <Icon of={CloseIcon} size="meta" />
                </Button>
              )}
            </Tag>
          ))}
        </TagList>
      </TagGroup>
      {!isReadOnly && tags.length < maxTags && (
        <>
          <label className="sr" htmlFor={inputId}>
            {addLabel}
          </label>
          <input
            id={inputId}
            className={field["input"]}
            value={typed}
            placeholder={addLabel}
            maxLength={maxLength}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={onKeyDown}
            onBlur={add}
          />
        </>
      )}
    </div>
  );
};

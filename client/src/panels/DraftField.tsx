import { useRef, useState, type KeyboardEvent } from "react";
import { TextField } from "../ui/index.ts";

export interface DraftFieldProps {
  readonly label: string;
  readonly value: string;
  /** said once, when the person leaves the field or presses Enter, and only when they changed it */
  readonly onCommit: (value: string) => void;
  readonly placeholder?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly maxLength?: number;
  readonly type?: "text" | "url" | "date";
}

/** A line of text that is one step of undo. While it is being written, what others write in it waits; Esc takes it back. */
export const DraftField = ({ value, onCommit, maxLength, ...rest }: DraftFieldProps) => {
  const [draft, setDraft] = useState<string>();
  const begun = useRef(value);
  const commit = (): void => {
    const written = draft?.trim();
    setDraft(undefined);
    if (written !== undefined && written !== begun.current.trim()) onCommit(written);
  };
  const onKeyDown = ({ key, currentTarget, nativeEvent }: KeyboardEvent<HTMLInputElement>): void => {
    if (nativeEvent.isComposing) return;
    if (key === "Enter") {
      commit();
      begun.current = currentTarget.value;
    }
    if (key === "Escape") setDraft(undefined);
  };
  return (
    <TextField
      {...rest}
      {...(maxLength === undefined ? {} : { maxLength })}
      value={draft ?? value}
      onFocus={() => {
        begun.current = value;
      }}
      onChange={setDraft}
      onBlur={commit}
      onKeyDown={onKeyDown as never}
    />
  );
};

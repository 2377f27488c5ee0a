import { useRef, useState, type KeyboardEvent } from "react";
import { LongField, TextField } from "../../ui/index.ts";

export interface WrittenFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onCommit: (written: string) => void;
  readonly hint?: string | undefined;
  /** what is wrong with what is written; it is not committed then */
  readonly error?: (written: string) => string | undefined;
  readonly maxLength: number;
  readonly voice?: "voice" | "tool";
  /** several lines: Enter is one of its keys, Ctrl and Enter commits */
  readonly isLong?: boolean;
}

/** A text that is committed once, when it is left; while it is being written, what others write in it waits. Esc takes it back. */
export const WrittenField = ({
  value,
  onCommit,
  error,
  voice = "tool",
  isLong = false,
  ...rest
}: WrittenFieldProps) => {
  const [draft, setDraft] = useState<string>();
  const begun = useRef(value);
  const commit = (): void => {
    const written = draft?.trim();
    if (written === undefined || error?.(written) !== undefined) return;
    setDraft(undefined);
    if (written === begun.current) return;
    begun.current = written;
    onCommit(written);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (!isLong || event.ctrlKey || event.metaKey)) commit();
    if (event.key === "Escape") setDraft(undefined);
  };
  const behaviour = {
    ...rest,
    value: draft ?? value,
    error: draft === undefined ? undefined : error?.(draft),
    onFocus: () => {
      begun.current = value;
    },
    onChange: setDraft,
    onBlur: commit,
    // the field hands the keys of the input on
    onKeyDown: onKeyDown as never,
  };
  return isLong ? <LongField {...behaviour} /> : <TextField {...behaviour} voice={voice} />;
};

import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { LongField, TextField } from "../../ui/index.ts";

export interface WrittenFieldProps {
  readonly label: string;
  readonly value: string;
  /** @param over what stood there when the writing began: others may have written something else since */
  readonly onCommit: (written: string, over: string) => void;
  readonly hint?: string | undefined;
  /** what is wrong with what is written; it is not committed then */
  readonly error?: (written: string) => string | undefined;
  readonly maxLength: number;
  readonly voice?: "voice" | "tool";
  /** several lines: Enter is one of its keys, Ctrl and Enter commits */
  readonly isLong?: boolean;
}

interface Draft {
  readonly text: string;
  readonly over: string;
}

/** A text that is committed once, when it is left or goes off the screen; while it is being written, what others write in it waits. Esc takes it back. */
export const WrittenField = ({
  value,
  onCommit,
  error,
  voice = "tool",
  isLong = false,
  ...rest
}: WrittenFieldProps) => {
  const [draft, setDraft] = useState<Draft>();
  const latest = useRef<Draft>(undefined);
  const write = (next: Draft | undefined): void => {
    latest.current = next;
    setDraft(next);
  };
  const commit = (): void => {
    if (!latest.current) return;
    const { text, over } = latest.current;
    const written = text.trim();
    if (error?.(written) !== undefined) return;
    write(undefined);
    if (written !== over) onCommit(written, over);
  };
  const commitLatest = useRef(commit);
  useEffect(() => {
    commitLatest.current = commit;
  });
  // the page tells nobody that the field was left when it is taken out
  useEffect(() => () => commitLatest.current(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (!isLong || event.ctrlKey || event.metaKey)) commit();
    if (event.key === "Escape") write(undefined);
  };
  const behaviour = {
    ...rest,
    value: draft?.text ?? value,
    error: draft && error?.(draft.text),
    onChange: (text: string) => write({ text, over: latest.current?.over ?? value }),
    onBlur: commit,
    // the field hands the keys of the input on
    onKeyDown: onKeyDown as never,
  };
  return isLong ? <LongField {...behaviour} /> : <TextField {...behaviour} voice={voice} />;
};

import { useState, type FormEvent, type ReactElement } from "react";
import { LIMITS } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { TextField } from "../ui/index.ts";

export interface TitleFormOptions {
  /** what a submit button outside of the form names */
  readonly id: string;
  readonly initial: string;
  readonly hint?: string | undefined;
  /** the field is the one question that is asked */
  readonly isOnly?: boolean;
  /** a title that says something, without blanks around it */
  readonly onTitle: (title: string) => Promise<void>;
}

/** Asks for the title of a board: an empty one is told, and one is sent at a time. */
export function useTitleForm({ id, initial, hint, isOnly = false, onTitle }: TitleFormOptions): {
  readonly form: ReactElement;
  readonly isSending: boolean;
} {
  const { t } = useText();
  const [title, setTitle] = useState(initial);
  const [isSending, setSending] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isSending) return;
    if (title.trim() === "") return setMissing(true);
    setSending(true);
    await onTitle(title.trim());
    setSending(false);
  };
  const form = (
    <form id={id} onSubmit={(event) => void send(event)}>
      <TextField
        label={t("home.newTitleLabel")}
        voice="voice"
        value={title}
        onChange={(next) => {
          setTitle(next);
          setMissing(false);
        }}
        maxLength={LIMITS.titleLength}
        hint={hint}
        error={isMissing ? t("home.titleMissing") : undefined}
        autoComplete="off"
        autoFocus={isOnly}
      />
    </form>
  );
  return { form, isSending };
}

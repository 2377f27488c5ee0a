import { LIMITS } from "@palabre/shared/terms";
import { useEffect, useState } from "react";
import { useText } from "../../i18n/index.ts";
import { CloseIcon, IconButton, TextField } from "../../ui/index.ts";
import css from "./SearchWords.module.css";

/** How long a person pauses in typing before the stream follows. */
const PAUSE_MS = 300;

export interface SearchWordsProps {
  readonly query: string;
  readonly onChange: (query: string | undefined) => void;
}

/** Words that posts are looked through for, in the grammar that cards listen with. */
export const SearchWords = ({ query, onChange }: SearchWordsProps) => {
  const { t } = useText();
  /** what is being typed, until the stream follows it or something else sets the query */
  const [draft, setDraft] = useState<{ readonly over: string; readonly text: string }>();
  const typed = draft?.over === query ? draft.text : query;
  const setTyped = (text: string): void => setDraft({ over: query, text });
  useEffect(() => {
    if (typed === query) return;
    const timer = setTimeout(() => onChange(typed === "" ? undefined : typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, query, onChange]);
  return (
    <div className={css["words"]}>
      <TextField
        isLabelHidden
        label={t("heard.search")}
        placeholder={t("heard.search")}
        {...(typed === "" ? {} : { hint: t("heard.searchHint") })}
        value={typed}
        maxLength={LIMITS.queryLength}
        onChange={setTyped}
      />
      {typed !== "" && (
        <IconButton
          size="s"
          className={css["clear"]}
          label={t("heard.clear")}
          icon={CloseIcon}
          onPress={() => {
            setTyped("");
            onChange(undefined);
          }}
        />
      )}
    </div>
  );
};

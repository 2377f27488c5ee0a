import { isTrashed, titleOf } from "@palabre/shared/terms";
import { useMemo } from "react";
import { useText } from "../../i18n/index.ts";
import { useSnapshot, useThemes } from "../../state/index.ts";
import { Select } from "../../ui/index.ts";
import type { DraftAlert } from "./alertRule.ts";
import { QueryField } from "./QueryField.tsx";

export interface AlertSubjectFieldsProps {
  readonly draft: DraftAlert;
  readonly onChange: (part: Partial<DraftAlert>) => void;
  readonly error: string | undefined;
}

/** What an alert watches: words of its own, an expectation of the board, or a theme. */
export const AlertSubjectFields = ({ draft, onChange, error }: AlertSubjectFieldsProps) => {
  const { t } = useText();
  const board = useSnapshot();
  const themes = useThemes();
  const choices = useMemo(
    () => [
      { id: "query", label: t("watch.ofWords") },
      ...[...board.cards.values()]
        .filter((card) => card.kind === "expectation" && !isTrashed(card))
        .map((card) => ({ id: `card ${card.id}`, label: t("watch.ofCard", { name: titleOf(card) }) })),
      ...[...themes].map(([id, { name }]) => ({ id: `theme ${id}`, label: t("watch.ofTheme", { name }) })),
    ],
    [board, themes, t],
  );
  return (
    <>
      <Select
        label={t("watch.on")}
        choices={choices}
        value={draft.subject}
        onChange={(subject) =>
          onChange({
            subject,
            // what it is called is proposed, once
            ...(draft.name === "" && subject !== "query"
              ? { name: (choices.find(({ id }) => id === subject)?.label ?? "").slice(0, 120) }
              : {}),
          })
        }
      />
      {draft.subject === "query" && (
        <QueryField
          label={t("watch.words")}
          value={draft.query}
          onChange={(query) => onChange({ query })}
          error={error}
        />
      )}
    </>
  );
};

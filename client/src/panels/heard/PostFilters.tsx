import type { PostFilter } from "@palabre/shared/protocol";
import { FEELINGS, HEARD_KINDS, type SourceId, type ThemeId } from "@palabre/shared/terms";
import { useState } from "react";
import { useText } from "../../i18n/index.ts";
import { useThemes } from "../../state/index.ts";
import { Select, type Choice } from "../../ui/index.ts";
import { DayField } from "./DayField.tsx";
import {
  FEELING_ICONS,
  KIND_ICONS,
  feelingWord,
  kindOfPostWord,
  languageWord,
  spanWord,
  type Names,
} from "./heardWords.ts";
import { betweenDays, SPANS_DAYS } from "./postFilter.ts";
import { toDay } from "../pieces/index.ts";
import css from "./PostFilters.module.css";

export interface PostFiltersProps {
  readonly filter: PostFilter;
  readonly onChange: (filter: PostFilter) => void;
  readonly names: Names;
}

const EXPECTING = ["expectation", ...HEARD_KINDS] as const;

/** Everything that posts can be narrowed by, besides words. */
export const PostFilters = ({ filter, onChange, names }: PostFiltersProps) => {
  const text = useText();
  const { t } = text;
  const themes = useThemes();
  const languages = [...new Set([...themes.values()].flatMap((theme) => Object.keys(theme.languages)))];
  if (filter.language !== undefined && !languages.includes(filter.language)) languages.push(filter.language);
  return (
    <div className={css["filters"]}>
      <Narrow
        label={t("heard.byKind")}
        all={t("heard.allKinds")}
        choices={EXPECTING.map((id) => ({ id, label: kindOfPostWord(id, text), icon: KIND_ICONS[id] }))}
        value={filter.kind}
        onChange={(kind) => onChange({ ...filter, kind })}
      />
      <Narrow
        label={t("heard.byFeeling")}
        all={t("heard.allFeelings")}
        choices={FEELINGS.map((id) => ({ id, label: feelingWord(id, text), icon: FEELING_ICONS[id] }))}
        value={filter.feeling}
        onChange={(feeling) => onChange({ ...filter, feeling })}
      />
      <Narrow
        label={t("heard.bySource")}
        all={t("heard.allSources")}
        choices={choicesOf(names.sources)}
        value={filter.source}
        // the ids of its choices are those of sources
        onChange={(source) => onChange({ ...filter, source: source as SourceId | undefined })}
      />
      <Narrow
        label={t("heard.byTheme")}
        all={t("heard.allThemes")}
        choices={choicesOf(names.themes)}
        value={filter.theme}
        // and these those of themes
        onChange={(theme) => onChange({ ...filter, theme: theme as ThemeId | undefined })}
      />
      <Narrow
        label={t("heard.byLanguage")}
        all={t("heard.allLanguages")}
        choices={languages.toSorted().map((id) => ({ id, label: languageWord(id, text) }))}
        value={filter.language}
        onChange={(language) => onChange({ ...filter, language })}
      />
      <WrittenWhen filter={filter} onChange={onChange} />
    </div>
  );
};

const BETWEEN = "between";

/** Over the last days, or between two of them. */
const WrittenWhen = ({ filter, onChange }: Omit<PostFiltersProps, "names">) => {
  const text = useText();
  const { t } = text;
  const { days, from, to } = filter;
  const [isAsked, setAsked] = useState(false);
  const isBetween = days === undefined && (isAsked || from !== undefined || to !== undefined);
  const [first, last] = [from === undefined ? "" : toDay(from), to === undefined ? "" : toDay(to - 1)];
  return (
    <>
      <Narrow
        label={t("heard.byTime")}
        all={t("heard.always")}
        choices={[
          ...SPANS_DAYS.map((span) => ({ id: String(span), label: spanWord(span, text) })),
          { id: BETWEEN, label: t("heard.between") },
        ]}
        value={isBetween ? BETWEEN : days === undefined ? undefined : String(days)}
        onChange={(id) => {
          setAsked(id === BETWEEN);
          const span = id === undefined || id === BETWEEN ? undefined : Number(id);
          onChange({ ...filter, days: span, from: undefined, to: undefined });
        }}
      />
      {isBetween && (
        <>
          <DayField
            label={t("heard.firstDay")}
            value={first}
            onChange={(day) => onChange(betweenDays(filter, day, last))}
          />
          <DayField
            label={t("heard.lastDay")}
            value={last}
            onChange={(day) => onChange(betweenDays(filter, first, day))}
          />
        </>
      )}
    </>
  );
};

const choicesOf = (names: ReadonlyMap<string, string>): readonly Choice[] =>
  [...names].map(([id, label]) => ({ id, label }));

const ALL = "all";
interface NarrowProps<Id extends string> {
  readonly label: string;
  /** what it says while it narrows nothing */
  readonly all: string;
  readonly choices: readonly Choice<Id>[];
  readonly value: Id | undefined;
  readonly onChange: (id: Id | undefined) => void;
}
const Narrow = <Id extends string>({ label, all, choices, value, onChange }: NarrowProps<Id>) => (
  <Select<Id | typeof ALL>
    className={css["facet"]}
    label={label}
    choices={[{ id: ALL, label: all }, ...choices]}
    value={value ?? ALL}
    onChange={(id) => onChange(id === ALL ? undefined : id)}
  />
);

import { CSV_MEANINGS, type CsvColumns, type CsvMeaning, type CsvPreview } from "@palabre/shared/protocol";
import { useState } from "react";
import { useText, type Text } from "../../i18n/index.ts";
import { Button, Select } from "../../ui/index.ts";
import { meaningAt, withMeaning } from "./csvMapping.ts";
import css from "./CsvMapping.module.css";

/** Columns that are shown at first: files of polls have a hundred. */
const AT_FIRST = 8;
const NONE = "none";

export interface CsvMappingProps {
  readonly preview: CsvPreview;
  readonly columns: CsvColumns;
  readonly onChange: (columns: CsvColumns) => void;
}

/** What each column of a file holds: its name, what stands in it, and what it is read as. */
export const CsvMapping = ({ preview, columns, onChange }: CsvMappingProps) => {
  const text = useText();
  const { t } = text;
  const [isAll, setAll] = useState(false);
  const { header, rows } = preview;
  const width = Math.max(header.length, ...rows.map((row) => row.length));
  const places = Array.from({ length: width }, (_, place) => place);
  // one that is read is never hidden
  const shown = isAll ? places : places.filter((at) => at < AT_FIRST || meaningAt(columns, at) !== undefined);
  const choices = [NONE, ...CSV_MEANINGS].map((id) => ({ id, label: meaningWord(id, text) }));
  return (
    <>
      <ul className={css["columns"]} aria-label={t("csv.columns")}>
        {shown.map((at) => {
          const name = header[at] === undefined || header[at] === "" ? t("csv.column", { n: at + 1 }) : header[at];
          return (
            <li key={at} className={css["column"]} data-read={meaningAt(columns, at) !== undefined}>
              <span className={css["words"]}>
                <b>{name}</b>
                <small>{rows.find((row) => (row[at] ?? "") !== "")?.[at]}</small>
              </span>
              <Select
                isLabelHidden
                label={t("csv.holds", { name })}
                choices={choices}
                value={meaningAt(columns, at) ?? NONE}
                onChange={(id) =>
                  onChange(
                    withMeaning(
                      columns,
                      at,
                      CSV_MEANINGS.find((each) => each === id),
                    ),
                  )
                }
              />
            </li>
          );
        })}
      </ul>
      {shown.length < width && (
        <Button size="s" tone="quiet" onPress={() => setAll(true)}>
          {t("csv.moreColumns", { n: width - shown.length })}
        </Button>
      )}
    </>
  );
};

const WORDS = {
  none: "csv.meaningNone",
  text: "csv.meaningText",
  date: "csv.meaningDate",
  title: "csv.meaningTitle",
  url: "csv.meaningUrl",
  author: "csv.meaningAuthor",
  language: "csv.meaningLanguage",
  id: "csv.meaningId",
  source: "csv.meaningSource",
  stars: "csv.meaningStars",
  react: "csv.meaningReact",
  comment: "csv.meaningComment",
  share: "csv.meaningShare",
  contribute: "csv.meaningContribute",
} as const satisfies Readonly<Record<CsvMeaning | "none", string>>;
const meaningWord = (id: string, { t }: Pick<Text, "t">): string =>
  t(WORDS[[NONE, ...CSV_MEANINGS].find((each): each is keyof typeof WORDS => each === id) ?? NONE]);

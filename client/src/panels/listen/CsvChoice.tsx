import type { CsvColumns, CsvForm, CsvPreview } from "@palabre/shared/protocol";
import { useText } from "../../i18n/index.ts";
import { Select, TextField } from "../../ui/index.ts";
import { CsvMapping } from "./CsvMapping.tsx";
import { isReadable, sampledPosts } from "./csvMapping.ts";
import { CsvSamples } from "./CsvSamples.tsx";
import css from "./AddSource.module.css";

const SAMPLES = 2;
const FOUND = "found";
/** Names of the Encoding Standard, the likeliest first. */
const ENCODINGS = [
  "utf-8",
  "windows-1252",
  "iso-8859-15",
  "macintosh",
  "utf-16le",
  "windows-1251",
  "shift_jis",
  "gb18030",
];

export interface CsvChoiceProps {
  readonly preview: CsvPreview;
  readonly name: string;
  readonly form: CsvForm;
  readonly columns: CsvColumns;
  readonly onName: (name: string) => void;
  readonly onColumns: (columns: CsvColumns) => void;
  /** the file is looked at again, read so */
  readonly onForm: (form: CsvForm) => void;
}

/** How a file is to be read: its columns, what parts them, its letters; and what comes of it. */
export const CsvChoice = ({ preview, name, form, columns, onName, onColumns, onForm }: CsvChoiceProps) => {
  const { t } = useText();
  const separators = [
    { id: ",", label: t("csv.separatorComma") },
    { id: ";", label: t("csv.separatorSemicolon") },
    { id: "\t", label: t("csv.separatorTab") },
    { id: "|", label: t("csv.separatorPipe") },
  ];
  const encodings = [{ id: FOUND, label: t("csv.auto") }, ...ENCODINGS.map((id) => ({ id, label: id }))];
  return (
    <>
      <TextField label={t("sources.name")} value={name} maxLength={200} onChange={onName} />
      {preview.isRemembered && <p className={css["columns"]}>{t("csv.remembered")}</p>}
      <CsvMapping preview={preview} columns={columns} onChange={onColumns} />
      {isReadable(columns) && <CsvSamples posts={sampledPosts(preview, columns, SAMPLES)} />}
      <details className={css["elsewhere"]}>
        <summary>{t("csv.shape")}</summary>
        <div className={css["shape"]}>
          <Select
            label={t("csv.separator")}
            choices={separators}
            value={preview.separator}
            onChange={(separator) => onForm({ ...form, separator })}
          />
          <Select
            label={t("csv.encoding")}
            choices={encodings}
            value={form.encoding ?? FOUND}
            onChange={(id) => onForm({ ...form, encoding: id === FOUND ? undefined : id })}
          />
        </div>
      </details>
    </>
  );
};

import { useState, type ChangeEvent } from "react";
import { useText } from "../../i18n/index.ts";
import { classes, Icon, UploadIcon } from "../../ui/index.ts";
import css from "./AddSource.module.css";

/** Where a file is dropped or chosen. The field itself lies over the whole place: what is dropped on it is chosen in it. */
export const CsvDrop = ({ onFile }: { readonly onFile: (file: File) => void }) => {
  const { t } = useText();
  const [isDraggedOver, setDraggedOver] = useState(false);
  const onChange = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (file) onFile(file);
  };
  const leave = (): void => setDraggedOver(false);
  return (
    <>
      <label className={classes(css["drop"], isDraggedOver && css["over"])}>
        <Icon of={UploadIcon} />
        <b>{t("listen.csvDrop")}</b>
        <small>{t("listen.csvChoose")}</small>
        <input
          className={css["file"]}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          onChange={onChange}
          onDragEnter={() => setDraggedOver(true)}
          onDragLeave={leave}
          onDrop={leave}
        />
      </label>
      <p className={css["columns"]}>{t("csv.hint")}</p>
    </>
  );
};

import { useState, type ChangeEvent } from "react";
import { AppError } from "@palabre/shared/errors";
import type { SourceRead } from "@palabre/shared/protocol";
import { api } from "../../api/index.ts";
import { useText, type Text } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { announce, Button, classes, Icon, UploadIcon } from "../../ui/index.ts";
import { readWords } from "./readWords.ts";
import css from "./AddSource.module.css";

type Upload =
  | { readonly type: "none" }
  /** `share` of the file that has been sent; 1 while the server reads it */
  | { readonly type: "sending"; readonly name: string; readonly share: number }
  | { readonly type: "read"; readonly read: SourceRead }
  | { readonly type: "failed"; readonly fault: AppError };

/** A file of posts, dropped or chosen; what came of it stays in view. */
export const AddCsv = ({ onClose }: { readonly onClose: () => void }) => {
  const text = useText();
  const { t, error } = text;
  const { me } = useBoard();
  const [upload, setUpload] = useState<Upload>({ type: "none" });
  const send = async (file: File | undefined): Promise<void> => {
    if (!file || upload.type === "sending") return;
    setUpload({ type: "sending", name: file.name, share: 0 });
    try {
      const onProgress = (share: number): void => setUpload({ type: "sending", name: file.name, share });
      const read = await api.addCsv(me.id, { file }, { onProgress });
      setUpload({ type: "read", read });
      announce(readWords(read, text));
    } catch (cause) {
      if (!(cause instanceof AppError)) throw cause;
      setUpload({ type: "failed", fault: cause });
      announce(error(cause));
    }
  };
  const isOver = upload.type === "read";
  return (
    <div className={css["form"]} role="group" aria-label={t("listen.addCsv")}>
      {upload.type === "sending" ? <Sending upload={upload} /> : !isOver && <Drop onFile={(file) => void send(file)} />}
      {upload.type === "failed" && <p className={css["error"]}>{error(upload.fault)}</p>}
      {upload.type === "read" && <p>{readWords(upload.read, text)}</p>}
      {upload.type !== "sending" && !isOver && <Columns t={t} />}
      <div className={css["actions"]}>
        <Button size="s" tone={isOver ? "primary" : "quiet"} onPress={onClose}>
          {isOver ? t("listen.done") : t("frame.cancel")}
        </Button>
      </div>
    </div>
  );
};

/** The field itself lies over the whole place: what is dropped on it is chosen in it. */
const Drop = ({ onFile }: { readonly onFile: (file: File | undefined) => void }) => {
  const { t } = useText();
  const [isDraggedOver, setDraggedOver] = useState(false);
  const onChange = (event: ChangeEvent<HTMLInputElement>): void => {
    onFile(event.target.files?.[0]);
    event.target.value = "";
  };
  const leave = (): void => setDraggedOver(false);
  return (
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
  );
};

const Sending = ({ upload }: { readonly upload: Extract<Upload, { type: "sending" }> }) => {
  const { t, percent } = useText();
  const isRead = upload.share >= 1;
  const label = isRead
    ? t("listen.csvReading", { name: upload.name })
    : t("listen.csvSending", { name: upload.name, share: percent(upload.share) });
  return (
    <>
      <p>{label}</p>
      <div
        className={css["track"]}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(isRead ? {} : { "aria-valuenow": Math.round(upload.share * 100) })}
      >
        <span style={{ width: `${upload.share * 100}%` }} />
      </div>
    </>
  );
};

/** Which columns are read, by the names that may stand in the first row. */
const Columns = ({ t }: { readonly t: Text["t"] }) => (
  <p className={css["columns"]}>
    {t("listen.csvColumns")} <code>text</code>, <code>date</code>. {t("listen.csvOptional")} <code>url</code>,{" "}
    <code>author</code>, <code>id</code>, <code>language</code>. {t("listen.csvNames")}
  </p>
);

import { useText } from "../../i18n/index.ts";
import { announce, Button, showToast } from "../../ui/index.ts";
import { CsvChoice } from "./CsvChoice.tsx";
import { CsvDrop } from "./CsvDrop.tsx";
import { isReadable } from "./csvMapping.ts";
import { ProgressBar } from "./ProgressBar.tsx";
import { readWords } from "./readWords.ts";
import { useCsv, type CsvStep } from "./useCsv.ts";
import css from "./AddSource.module.css";

/** A file of posts, dropped or chosen, its columns said; what came of it stays in view. */
export const AddCsv = ({ onClose }: { readonly onClose: () => void }) => {
  const text = useText();
  const { t, error } = text;
  const csv = useCsv();
  const { step, fault } = csv;
  const leave = (): void => {
    csv.leave();
    onClose();
  };
  const send = (): void =>
    void csv.send({
      onRead: (read) => announce(readWords(read, text), "kept"),
      onLeft: (read) => showToast({ text: readWords(read, text) }),
      onLeftFault: (refused) => showToast({ text: error(refused), tone: "warn" }),
    });
  return (
    <div className={css["form"]} role="group" aria-label={t("listen.addCsv")}>
      {step.type === "none" && <CsvDrop onFile={(file) => void csv.look(file)} />}
      {step.type === "looking" && <p role="status">{t("csv.look", { name: step.file.name })}</p>}
      {step.type === "choosing" && (
        <CsvChoice
          {...step}
          onName={(name) => csv.choose({ name })}
          onColumns={(columns) => csv.choose({ columns })}
          onForm={(form) => void csv.look(step.file, form)}
        />
      )}
      {step.type === "sending" && <Sending step={step} />}
      {step.type === "read" && <p>{readWords(step.read, text)}</p>}
      {fault && (
        <p className={css["error"]} role="alert">
          {error(fault)}
        </p>
      )}
      <div className={css["actions"]}>
        {step.type === "read" ? (
          <Button size="s" tone="primary" autoFocus onPress={onClose}>
            {t("listen.done")}
          </Button>
        ) : (
          // the server goes on with a file that it has: it is stopped where its source is shown
          <Button size="s" tone="quiet" onPress={leave}>
            {step.type === "sending" ? (step.share < 1 ? t("csv.stop") : t("csv.close")) : t("frame.cancel")}
          </Button>
        )}
        {step.type === "choosing" && (
          <Button
            size="s"
            tone="primary"
            onPress={send}
            {...(isReadable(step.columns) ? {} : { disabledReason: t("csv.needs") })}
          >
            {t("csv.send")}
          </Button>
        )}
      </div>
    </div>
  );
};

const Sending = ({ step }: { readonly step: Extract<CsvStep, { type: "sending" }> }) => {
  const { t, percent } = useText();
  const isRead = step.share >= 1;
  const { name } = step.file;
  return (
    <ProgressBar
      label={isRead ? t("listen.csvReading", { name }) : t("listen.csvSending", { name, share: percent(step.share) })}
      share={isRead ? undefined : step.share}
    />
  );
};

import { currentPhase, titleOf } from "@palabre/shared/terms";
import { useRef, useState, type ChangeEvent } from "react";
import { useText } from "../../i18n/index.ts";
import { useBoard, useWorkshop } from "../../state/index.ts";
import {
  Button,
  CloseIcon,
  DownloadIcon,
  fileNameOf,
  FileUpIcon,
  IconButton,
  saveFile,
  showToast,
} from "../../ui/index.ts";
import { readAgendaFile, writeAgendaFile, type FileFault } from "./agendaFile.ts";
import { useAgenda } from "./useAgenda.ts";
import css from "./AgendaFile.module.css";

/** The agenda as a file: kept, handed on, opened here. What can't be read changes nothing, and says where it is wrong. */
export const AgendaFile = ({ isAlone = false }: { readonly isAlone?: boolean }) => {
  const { t } = useText();
  const board = useBoard();
  const { phases, edit } = useAgenda();
  const { agenda, now } = useWorkshop();
  const isUnderWay = currentPhase(agenda, now) !== undefined;
  const input = useRef<HTMLInputElement>(null);
  const [faults, setFaults] = useState<readonly FileFault[]>([]);

  const open = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [file] = event.target.files ?? [];
    event.target.value = "";
    if (!file) return;
    const read = readAgendaFile(await file.text(), board.snapshot());
    setFaults(read.faults);
    if (read.faults.length > 0) return;
    edit({ type: "replace", phases: read.phases }, () =>
      showToast({
        text: t("run.opened", { n: read.phases.length }),
        action: { label: t("frame.undo"), onAction: () => edit({ type: "replace", phases }) },
      }),
    );
  };
  const save = (): void => {
    const name = `${fileNameOf(board.workshop().title) || t("run.sheet")}.json`;
    const json = writeAgendaFile(phases, (look) => titleOf(board.card(look) ?? { text: "" }));
    saveFile(new Blob([json], { type: "application/json" }), name);
  };
  return (
    <>
      <Button
        size="s"
        tone={isAlone ? "plain" : "quiet"}
        icon={FileUpIcon}
        // the server keeps the step that is under way, and the file has none of its id
        disabledReason={isUnderWay ? t("run.openNow") : undefined}
        onPress={() => input.current?.click()}
      >
        {t("run.open.file")}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        data-run="file"
        onChange={(event) => void open(event)}
      />
      {!isAlone && (
        <Button size="s" tone="quiet" icon={DownloadIcon} onPress={save}>
          {t("run.saveFile")}
        </Button>
      )}
      {faults.length > 0 && <Faults faults={faults} onClose={() => setFaults([])} />}
    </>
  );
};

/** More would say the same again. */
const MOST = 5;

const Faults = ({ faults, onClose }: { readonly faults: readonly FileFault[]; readonly onClose: () => void }) => {
  const { t } = useText();
  return (
    <div className={css["faults"]} role="alert" data-notice="file">
      <p>{t("run.fileWrong")}</p>
      <IconButton size="s" label={t("frame.close")} icon={CloseIcon} onPress={onClose} />
      <ul>
        {faults.slice(0, MOST).map(({ place, field }) => (
          <li key={`${place} ${field}`}>
            {place === undefined
              ? t(`run.file.${field}`)
              : t("run.fileStep", { n: place, what: t(`run.file.${field}`) })}
          </li>
        ))}
      </ul>
    </div>
  );
};

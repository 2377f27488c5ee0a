import { useEffect, useState } from "react";
import type { AppError } from "@palabre/shared/errors";
import type { PersonUndone } from "@palabre/shared/protocol";
import type { PersonId } from "@palabre/shared/terms";
import { agendaApi, api } from "../api/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard, useUi, useWorkshop } from "../state/index.ts";
import { Button, Dialog, Select, showToast } from "../ui/index.ts";
import { asAppError } from "./pieces/index.ts";
import css from "./HistoryPanel.module.css";

const PERIODS = [
  { id: "minutes", ms: 600_000, label: "history.undoMinutes" },
  { id: "hour", ms: 3_600_000, label: "history.undoHour" },
  { id: "day", ms: 86_400_000, label: "history.undoDay" },
  { id: "all", ms: undefined, label: "history.undoAll" },
] as const;
type Period = (typeof PERIODS)[number]["id"];

/** Takes back what one person did, or did lately; says first how much that is, and how much stays. */
export const UndoPersonDialog = () => {
  const text = useText();
  const { t, error } = text;
  const { me, ui } = useBoard();
  const { people } = useWorkshop();
  const person = useUi(({ undoing }) => undoing);
  const [period, setPeriod] = useState<Period>("all");
  const [isPending, setPending] = useState(false);
  const { tried, fault } = useTry(person, period);
  const close = (): void => ui.set({ dialog: undefined, undoing: undefined });
  const name = (person && people.get(person)?.name) ?? "";
  const undo = async (): Promise<void> => {
    if (!person || !tried) return;
    setPending(true);
    try {
      const { kept } = await api.undoPerson(me.id, person, { since: tried.since });
      showToast({
        text: t("history.undone", { name }),
        // by then others may have gone on: the question says what of theirs would go
        action: kept && {
          label: t("history.undoAsk"),
          onAction: () => ui.set({ dialog: "restore", restoring: kept }),
        },
      });
      close();
    } catch (cause) {
      showToast({ text: error(asAppError(cause)), tone: "warn" });
    } finally {
      setPending(false);
    }
  };
  const choices = [...people]
    .map(([id, facts]) => ({ id, label: id === me.person ? t("board.you", { name: facts.name }) : facts.name }))
    .sort((a, b) => a.label.localeCompare(b.label, text.locale));
  const isNothing = tried !== undefined && tried.trashed + tried.setBack === 0;
  return (
    <Dialog
      title={t("history.undoTitle")}
      isOpen
      onClose={close}
      size="s"
      role="alertdialog"
      footer={
        <>
          <Button tone="quiet" onPress={close}>
            {t("frame.cancel")}
          </Button>
          <Button
            tone="danger"
            isPending={isPending}
            isDisabled={tried === undefined || isNothing}
            onPress={() => void undo()}
          >
            {t("history.undoConfirm")}
          </Button>
        </>
      }
    >
      <div className={css["fields"]}>
        <Select
          label={t("history.undoPerson")}
          placeholder={t("history.undoChoose")}
          choices={choices}
          value={person}
          onChange={(undoing) => ui.set({ undoing })}
        />
        <Select
          label={t("history.undoSince")}
          choices={PERIODS.map(({ id, label }) => ({ id, label: t(label) }))}
          value={period}
          onChange={setPeriod}
        />
      </div>
      <div className={css["counts"]} role="status">
        {fault && <p className={css["fault"]}>{error(fault)}</p>}
        {person && !tried && !fault && <p className={css["loading"]}>{t("history.undoCount")}</p>}
        {isNothing && <p>{t("history.undoNothing")}</p>}
        {tried && !isNothing && <Counts {...tried} />}
      </div>
    </Dialog>
  );
};

const Counts = ({ trashed, setBack, skipped }: PersonUndone) => {
  const { t } = useText();
  return (
    <>
      <ul className={css["changes"]}>
        {trashed > 0 && <li>{t("history.undoTrashed", { n: trashed })}</li>}
        {setBack > 0 && <li>{t("history.undoSetBack", { n: setBack })}</li>}
        {skipped > 0 && <li>{t("history.undoSkipped", { n: skipped })}</li>}
      </ul>
      <p className={css["hint"]}>{t("history.undoSafe")}</p>
    </>
  );
};

/** By the server's clock, as what was done is. */
async function sinceOf(period: Period): Promise<number> {
  const { ms } = PERIODS.find(({ id }) => id === period) ?? {};
  return ms === undefined ? 0 : (await agendaApi.time()) - ms;
}

interface Tried {
  /** with the moment from when on, so that what is counted is what is undone */
  readonly tried?: PersonUndone & { readonly since: number };
  readonly fault?: AppError;
}
function useTry(person: PersonId | undefined, period: Period): Tried {
  const { me } = useBoard();
  const [found, setFound] = useState<Tried & { readonly key: string }>();
  const key = `${person ?? ""} ${period}`;
  useEffect(() => {
    if (!person) return;
    let isOver = false;
    sinceOf(period)
      .then(async (since) => ({ ...(await api.undoPerson(me.id, person, { since, isTry: true })), since }))
      .then((tried) => !isOver && setFound({ key, tried }))
      .catch((cause: unknown) => {
        if (!isOver) setFound({ key, fault: asAppError(cause) });
      });
    return () => {
      isOver = true;
    };
  }, [me.id, person, period, key]);
  return found?.key === key ? found : {};
}

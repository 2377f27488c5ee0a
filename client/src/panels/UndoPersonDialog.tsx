import { useEffect, useState } from "react";
import type { AppError } from "@palabre/shared/errors";
import type { PersonUndone } from "@palabre/shared/protocol";
import type { PersonId } from "@palabre/shared/terms";
import { api } from "../api/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard, useUi, useWorkshop } from "../state/index.ts";
import { Button, Dialog, Select, showToast } from "../ui/index.ts";
import { asAppError } from "./pieces/index.ts";
import { useRestore } from "./useRestore.ts";
import css from "./HistoryPanel.module.css";

const PERIODS = [
  { id: "minutes", ms: 600_000, label: "history.undoMinutes" },
  { id: "hour", ms: 3_600_000, label: "history.undoHour" },
  { id: "day", ms: 86_400_000, label: "history.undoDay" },
  { id: "all", ms: Number.POSITIVE_INFINITY, label: "history.undoAll" },
] as const;
type Period = (typeof PERIODS)[number]["id"];

/** Takes back what one person did, or did lately; says first how much that is, and how much stays. */
export const UndoPersonDialog = () => {
  const text = useText();
  const { t, error } = text;
  const { me, ui } = useBoard();
  const { people } = useWorkshop();
  const restore = useRestore();
  const person = useUi(({ undoing }) => undoing);
  // from when on: fixed when it is chosen, so that what is counted is what is undone
  const [{ period, since }, setPeriod] = useState<{ period: Period; since: number }>({ period: "all", since: 0 });
  const [isPending, setPending] = useState(false);
  const { tried, fault } = useTry(person, since);
  const close = (): void => ui.set({ dialog: undefined, undoing: undefined });
  const name = (person && people.get(person)?.name) ?? "";
  const undo = async (): Promise<void> => {
    if (!person) return;
    setPending(true);
    try {
      const { kept } = await api.undoPerson(me.id, person, { since });
      showToast({
        text: t("history.undone", { name }),
        action: kept && { label: t("frame.undo"), onAction: () => void restore(kept) },
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
          onChange={(next) => setPeriod({ period: next, since: sinceOf(next) })}
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

const sinceOf = (period: Period): number => {
  const { ms = Number.POSITIVE_INFINITY } = PERIODS.find(({ id }) => id === period) ?? {};
  return Math.max(0, Date.now() - ms);
};

interface Tried {
  readonly tried?: PersonUndone;
  readonly fault?: AppError;
}
function useTry(person: PersonId | undefined, since: number): Tried {
  const { me } = useBoard();
  const [found, setFound] = useState<Tried & { readonly key: string }>();
  const key = `${person ?? ""} ${since}`;
  useEffect(() => {
    if (!person) return;
    let isOver = false;
    api
      .undoPerson(me.id, person, { since, isTry: true })
      .then((tried) => !isOver && setFound({ key, tried }))
      .catch((cause: unknown) => {
        if (!isOver) setFound({ key, fault: asAppError(cause) });
      });
    return () => {
      isOver = true;
    };
  }, [me.id, person, since, key]);
  return found?.key === key ? found : {};
}

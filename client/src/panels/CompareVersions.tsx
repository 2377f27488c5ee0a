import { useEffect, useRef, useState } from "react";
import type { AppError } from "@palabre/shared/errors";
import { mayFacilitate } from "@palabre/shared/facilitation";
import type { VersionFacts } from "@palabre/shared/protocol";
import { isSame, type BoardComparison, type VersionId } from "@palabre/shared/terms";
import { api } from "../api/index.ts";
import { useText } from "../i18n/index.ts";
import { NO_MARKS, useBoard, useUi } from "../state/index.ts";
import { BackIcon, Button, EmptyState, HistoryIcon, RetryIcon, Select } from "../ui/index.ts";
import { ComparedThings } from "./ComparedThings.tsx";
import { comparisonMarks } from "./comparisonMarks.ts";
import { versionName } from "./historyWords.ts";
import { inOrder } from "./inOrder.ts";
import { whenWords } from "./whenWords.ts";
import { asAppError, PanelTitle, useNow } from "./pieces/index.ts";
import css from "./HistoryPanel.module.css";

export interface CompareVersionsProps {
  readonly from: VersionFacts;
  readonly versions: readonly VersionFacts[];
  readonly onBack: () => void;
}

/** What the later of two states of the board has, lacks and says otherwise; marked on the canvas as long as it is open. */
export const CompareVersions = ({ from, versions, onBack }: CompareVersionsProps) => {
  const text = useText();
  const { t, error } = text;
  const { me, ui } = useBoard();
  const now = useNow();
  const [chosen, setChosen] = useState<VersionId | "now">("now");
  const [attempt, setAttempt] = useState(0);
  // one that was dropped meanwhile is chosen no more
  const other = versions.find(({ id }) => id === chosen);
  const to = other?.id ?? "now";
  const [earlier, later] = inOrder(from, other);
  const { comparison, fault } = useComparison(earlier.id, later?.id ?? "now", attempt);
  useMarks(to === "now" ? comparison : undefined, earlier.id);
  const nameOf = (version: VersionFacts): string => {
    const when = whenWords(version.at, now, text);
    const name = versionName(version, text);
    return name === undefined ? when : `${name}, ${when}`;
  };
  const others = versions.filter(({ id, kind }) => id !== from.id && (kind !== "minute" || id === to));
  return (
    <>
      <div className={css["back"]}>
        <Button size="s" tone="quiet" icon={BackIcon} onPress={onBack}>
          {t("history.back")}
        </Button>
      </div>
      <PanelTitle>
        {later
          ? t("history.comparedTwo", { from: nameOf(earlier), to: nameOf(later) })
          : t("history.compared", { when: nameOf(earlier) })}
      </PanelTitle>
      <Select
        className={css["with"]}
        label={t("history.compareWith")}
        choices={[
          { id: "now", label: t("history.now") },
          ...others.map((version) => ({ id: version.id, label: nameOf(version) })),
        ]}
        value={to}
        onChange={setChosen}
      />
      {fault && (
        <div className={css["fault"]} role="alert">
          <p>{error(fault)}</p>
          <Button size="s" icon={RetryIcon} onPress={() => setAttempt(attempt + 1)}>
            {t("frame.retry")}
          </Button>
        </div>
      )}
      {!comparison && !fault && (
        <p className={css["loading"]} role="status">
          {t("history.comparing")}
        </p>
      )}
      {comparison && isSame(comparison) && <EmptyState isPlain icon={HistoryIcon} text={t("history.same")} />}
      {comparison && <ComparedThings comparison={comparison} from={earlier} to={later} />}
      {mayFacilitate(me.role) && to === "now" && comparison && !isSame(comparison) && (
        <footer className={css["foot"]}>
          <Button icon={RetryIcon} onPress={() => ui.set({ dialog: "restore", restoring: from })}>
            {t("version.restoreThis")}
          </Button>
        </footer>
      )}
    </>
  );
};

/** Asked again a while after the board has changed, when it is the board of now that is compared; later where an answer takes long. */
const AFTER_CHANGE_MS = 3_000;
const TIMES_ITS_LENGTH = 20;

function useComparison(from: VersionId, to: VersionId | "now", attempt: number) {
  const board = useBoard();
  const [found, setFound] = useState<{ readonly pair: string; readonly comparison: BoardComparison }>();
  const [fault, setFault] = useState<AppError>();
  const [turn, setTurn] = useState(0);
  const tookMs = useRef(0);
  const pair = `${from} ${to}`;
  useEffect(() => {
    const stop = new AbortController();
    const askedAt = performance.now();
    api
      .compareVersion(board.me.id, from, to, stop.signal)
      .then((comparison) => {
        tookMs.current = performance.now() - askedAt;
        setFault(undefined);
        setFound({ pair, comparison });
      })
      .catch((cause: unknown) => {
        if (!stop.signal.aborted) setFault(asAppError(cause));
      });
    return () => stop.abort();
  }, [board, from, to, pair, attempt, turn]);
  useEffect(() => {
    if (to !== "now") return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = board.subscribe("board", () => {
      timer ??= setTimeout(
        () => {
          timer = undefined;
          setTurn((last) => last + 1);
        },
        Math.max(AFTER_CHANGE_MS, TIMES_ITS_LENGTH * tookMs.current),
      );
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [board, to]);
  return { comparison: found?.pair === pair ? found.comparison : undefined, fault };
}

/** @param comparison of this version with the board of now */
function useMarks(comparison: BoardComparison | undefined, compared: VersionId): void {
  const { ui } = useBoard();
  const shown = useUi(({ version }) => version?.id);
  useEffect(() => {
    if (!comparison) return;
    ui.set({ marks: comparisonMarks(comparison, compared, shown) });
    return () => ui.set({ marks: NO_MARKS });
  }, [comparison, compared, shown, ui]);
}

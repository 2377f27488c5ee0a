import { isTrashed } from "@palabre/shared/terms";
import { useState } from "react";
import { useText } from "../i18n/index.ts";
import { offeredReadings, READINGS, useReadingSource, type ReadingId } from "../overlays/index.ts";
import { useBoard, useUi } from "../state/index.ts";
import { Button, Dialog, EmptyState, FrameIcon, Select, showToast, Switch } from "../ui/index.ts";
import { clustersOf } from "./clustersOf.ts";
import { gather } from "./gather.ts";
import { scopeOf } from "./scope.ts";
import css from "./ClustersDialog.module.css";

/** Puts cards together by something that they share: the chosen ones, or all that may be moved. */
export const ClustersDialog = () => {
  const { t } = useText();
  const { ui } = useBoard();
  const isOpen = useUi(({ dialog }) => dialog === "clusters");
  const close = (): void => ui.set({ dialog: undefined });
  return (
    <Dialog title={t("clusters.title")} isOpen={isOpen} onClose={close}>
      {isOpen && <Clusters onClose={close} />}
    </Dialog>
  );
};

const Clusters = ({ onClose }: { readonly onClose: () => void }) => {
  const text = useText();
  const { t, number } = text;
  const board = useBoard();
  const all = useReadingSource();
  const [wanted, setWanted] = useState<ReadingId>();
  const [wantsFrames, setWantsFrames] = useState(true);
  const { isChosen, cards, mayFrame } = scopeOf(board, all.cards);
  const isFramed = mayFrame && wantsFrames;
  const source = { ...all, cards };
  const offered = offeredReadings(source).filter((id) => clustersOf(id, source, text).length > 1);
  const by = offered.find((id) => id === wanted) ?? offered[0];
  if (by === undefined) {
    return <EmptyState isPlain icon={FrameIcon} text={t(cards.length < 2 ? "clusters.few" : "clusters.alike")} />;
  }
  const clusters = clustersOf(by, source, text);
  const put = (): void => {
    const moved = new Set(cards.map(({ id }) => id));
    const still = [...board.snapshot().cards.values()].filter((card) => !isTrashed(card) && !moved.has(card.id));
    const back = gather(board, clusters, still, isFramed);
    if (!back) return;
    onClose();
    showToast({
      text: t("clusters.done", { n: clusters.length }),
      action: { label: t("canvas.actUndo"), onAction: back },
    });
  };
  return (
    <form
      className={css["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        put();
      }}
    >
      <p className={css["scope"]}>{t(isChosen ? "clusters.ofChosen" : "clusters.ofAll", { n: cards.length })}</p>
      <Select
        label={t("clusters.by")}
        choices={offered.map((id) => ({ id, label: t(READINGS[id].label) }))}
        value={by}
        onChange={setWanted}
      />
      <ol className={css["clusters"]} aria-label={t("clusters.preview")}>
        {clusters.map(({ name, cards: { length } }, i) => (
          // two groups may have one name
          <li key={`${i} ${name}`}>
            <b>{name}</b>
            <i style={{ inlineSize: `${(100 * length) / cards.length}%` }} aria-hidden="true" />
            <small>{number(length)}</small>
          </li>
        ))}
      </ol>
      {mayFrame && <Switch label={t("clusters.framed")} isSelected={isFramed} onChange={setWantsFrames} />}
      <div className={css["actions"]}>
        <Button onPress={onClose}>{t("frame.cancel")}</Button>
        <Button tone="primary" type="submit">
          {t("clusters.put")}
        </Button>
      </div>
    </form>
  );
};

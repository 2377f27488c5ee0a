import { useMemo } from "react";
import { useText } from "../../i18n/index.ts";
import { offeredReadings, READINGS, useReadingSource, type ReadingId } from "../../overlays/index.ts";
import { useBoard, useUi, type Overlay } from "../../state/index.ts";
import { Select } from "../../ui/index.ts";
import { Section } from "../pieces/index.ts";
import css from "./ShowOnMap.module.css";

const NOTHING = "nothing";

/** What the cards on the canvas are coloured and sized by. */
export const ShowOnMap = () => {
  const { t } = useText();
  const { ui } = useBoard();
  const source = useReadingSource();
  const overlay = useUi((state) => state.overlay);
  const offered = useMemo(() => offeredReadings(source), [source]);
  const set = (change: Partial<Overlay>): void => {
    const next = { colourBy: undefined, sizeBy: undefined, ...overlay, ...change };
    ui.set({ overlay: (next.colourBy ?? next.sizeBy) === undefined ? undefined : next });
  };
  const choicesOf = (readings: readonly ReadingId[]) => [
    { id: NOTHING, label: t("overlay.nothing") },
    ...readings.map((id) => ({ id, label: t(READINGS[id].label) })),
  ];
  const nameOf = (id: string): string | undefined => (id === NOTHING ? undefined : id);
  return (
    <Section title={t("overlay.title")} note={t("overlay.note")}>
      {offered.length === 0 ? (
        <p className={css["empty"]}>{t("overlay.empty")}</p>
      ) : (
        <div className={css["selects"]} data-section="overlay">
          <Select
            label={t("overlay.colourBy")}
            choices={choicesOf(offered)}
            value={overlay?.colourBy ?? NOTHING}
            onChange={(id) => set({ colourBy: nameOf(id) })}
          />
          <Select
            label={t("overlay.sizeBy")}
            choices={choicesOf(offered.filter((id) => READINGS[id].type === "figure"))}
            value={overlay?.sizeBy ?? NOTHING}
            onChange={(id) => set({ sizeBy: nameOf(id) })}
          />
        </div>
      )}
    </Section>
  );
};

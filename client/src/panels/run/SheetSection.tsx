import { LIMITS, newPhaseId, wordsIn, type Phase, type PhaseId } from "@palabre/shared/terms";
import { GridList } from "react-aria-components/GridList";
import { useDragAndDrop } from "react-aria-components/useDragAndDrop";
import { useText } from "../../i18n/index.ts";
import { useServerMinute } from "../../phase/index.ts";
import { useWorkshop } from "../../state/index.ts";
import { announce, Button, PlusIcon, showToast } from "../../ui/index.ts";
import { Section } from "../pieces/index.ts";
import { AgendaFile } from "./AgendaFile.tsx";
import { copyOf } from "./editAgenda.ts";
import { EmptyAgenda } from "./EmptyAgenda.tsx";
import { foresee, planned } from "./foresee.ts";
import { SaveNotice } from "./SaveNotice.tsx";
import type { RunSectionProps } from "./runSectionProps.ts";
import { SheetRow } from "./SheetRow.tsx";
import { useAgenda } from "./useAgenda.ts";
import { spanWords } from "./spanWords.ts";
import css from "./SheetSection.module.css";

/** The steps in their order, when each will begin, and what changes them. */
export const SheetSection = ({ onEdit }: RunSectionProps) => {
  const text = useText();
  const { t, language } = text;
  const workshop = useWorkshop();
  const at = useServerMinute();
  const { phases, edit } = useAgenda();
  const times = new Map(foresee(phases, workshop, at).map((one) => [one.id, one]));
  const isFull = phases.length >= LIMITS.phasesPerAgenda;
  const idAt = (place: number) => phases[place]?.id;

  const move = (id: PhaseId, by: -1 | 1): void => {
    const place = phases.findIndex((phase) => phase.id === id);
    const to = place + by;
    if (to < 0 || to >= phases.length) return;
    edit({ type: "move", id, before: idAt(by === -1 ? to : to + 1) });
    announce(t("run.moved", { n: to + 1, total: phases.length }));
  };
  const add = (): void => {
    const phase: Phase = { id: newPhaseId(), title: { [language]: t("run.newTitle") }, instruction: {}, minutes: 10 };
    edit({ type: "add", phase });
    onEdit(phase.id);
  };
  const remove = (phase: Phase, place: number): void => {
    edit({ type: "remove", id: phase.id });
    showToast({
      text: t("run.removed", { title: wordsIn(phase.title, language) }),
      action: { label: t("frame.undo"), onAction: () => edit({ type: "add", phase, before: idAt(place) }) },
    });
  };
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": String(key) })),
    onReorder: ({ keys, target }) => {
      const id = phases.find((phase) => keys.has(phase.id))?.id;
      const place = phases.findIndex((phase) => phase.id === target.key);
      if (id === undefined || place === -1) return;
      edit({ type: "move", id, before: idAt(target.dropPosition === "before" ? place : place + 1) });
    },
  });
  if (phases.length === 0)
    return (
      <>
        <SaveNotice />
        <EmptyAgenda onFirst={add} />
      </>
    );
  const { minutes, open } = planned(phases);
  return (
    <Section title={t("run.sheet")} note={open === phases.length ? undefined : spanWords(minutes, text)}>
      <SaveNotice />
      <GridList
        aria-label={t("run.sheet")}
        className={css["list"] ?? ""}
        items={phases.map((phase) => ({ id: phase.id, phase }))}
        keyboardNavigationBehavior="tab"
        dragAndDropHooks={dragAndDropHooks}
        dependencies={[times]}
        onAction={(key) => {
          const phase = phases.find(({ id }) => id === key);
          if (phase) onEdit(phase.id);
        }}
      >
        {({ phase }) => (
          <SheetRow
            phase={phase}
            place={phases.indexOf(phase) + 1}
            isLast={phases.at(-1) === phase}
            foreseen={times.get(phase.id)}
            isFull={isFull}
            onEdit={() => onEdit(phase.id)}
            onMove={(by) => move(phase.id, by)}
            onDuplicate={() => edit({ type: "add", phase: copyOf(phase), before: idAt(phases.indexOf(phase) + 1) })}
            onRemove={() => remove(phase, phases.indexOf(phase) + 1)}
          />
        )}
      </GridList>
      <div className={css["foot"]}>
        <Button size="s" icon={PlusIcon} onPress={add} disabledReason={isFull ? t("run.full") : undefined}>
          {t("run.add")}
        </Button>
        <AgendaFile />
      </div>
    </Section>
  );
};

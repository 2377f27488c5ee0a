import { useId, type CSSProperties } from "react";
import { useText } from "../i18n/index.ts";
import { CardPeek, usePanels, selectedThings } from "../panels/index.ts";
import { BoardContext, useBoard, useSnapshot, useUi } from "../state/index.ts";
import { BareButton, ChevronUpIcon, classes, Icon, useHanging } from "../ui/index.ts";
import { ABOUT_SHOWN, type SidePanelProps } from "./SidePanel.tsx";
import css from "./BottomSheet.module.css";

/** On a phone: the head of the selected card above the dock, and any panel opened over the board. Buttons only, nothing to drag. */
export const BottomSheet = ({ isEnded, shown }: SidePanelProps) => {
  const { t } = useText();
  const board = useBoard();
  const { ui } = board;
  const panels = usePanels();
  const panel = useUi((state) => state.panel);
  const entry = panels.find(({ id }) => id === panel);
  const hanging = useHanging();
  if (!entry) {
    return (
      <BoardContext value={shown}>
        <Peek />
      </BoardContext>
    );
  }
  return (
    <section
      className={classes(css["sheet"], css["open"])}
      aria-label={t(entry.label)}
      data-panel={entry.id}
      inert={isEnded}
      style={{ "--hanging": `${hanging}px` } as CSSProperties}
    >
      <BareButton
        className={css["grab"]}
        aria-label={t("board.foldPanel")}
        onPress={() => ui.set({ panel: undefined })}
      >
        <span className={css["bar"]} />
      </BareButton>
      <div className={css["content"]}>
        <BoardContext value={ABOUT_SHOWN.has(entry.id) ? shown : board}>
          <entry.Content />
        </BoardContext>
      </div>
    </section>
  );
};

const Peek = () => {
  const { t } = useText();
  const { ui } = useBoard();
  const nameId = useId();
  const selection = useUi((state) => state.selection);
  const isEditing = useUi((state) => state.editing !== undefined);
  const { cards, links } = selectedThings(selection, useSnapshot());
  const [card] = cards;
  if (!card || cards.length + links.length !== 1 || isEditing) return null;
  return (
    <section className={classes(css["sheet"], css["peek"])} aria-labelledby={nameId}>
      <span id={nameId} className="sr">
        {t("board.selected")}
      </span>
      <CardPeek card={card} />
      <BareButton className={css["more"]} onPress={() => ui.set({ panel: "card" })}>
        {t("board.readPanel")}
        <Icon of={ChevronUpIcon} size="card" />
      </BareButton>
    </section>
  );
};

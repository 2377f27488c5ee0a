import { useText } from "../i18n/index.ts";
import { usePanels } from "../panels/index.ts";
import { BoardContext, useBoard, useUi, type BoardState, type Panel } from "../state/index.ts";
import css from "./SidePanel.module.css";

export interface SidePanelProps {
  readonly isEnded: boolean;
  /** what the canvas shows */
  readonly shown: BoardState;
}

/** The panels that are about what the canvas shows, or put something on it. */
export const ABOUT_SHOWN: ReadonlySet<Panel> = new Set<Panel>(["card", "listen"]);

/** The open panel, beside the board or over it. */
export const SidePanel = ({ isEnded, shown }: SidePanelProps) => {
  const { t } = useText();
  const board = useBoard();
  const panels = usePanels();
  const open = useUi(({ panel }) => panel);
  const entry = panels.find(({ id }) => id === open);
  if (!entry) return null;
  return (
    <aside key={entry.id} className={css["panel"]} aria-label={t(entry.label)} data-panel={entry.id} inert={isEnded}>
      <BoardContext value={ABOUT_SHOWN.has(entry.id) ? shown : board}>
        <entry.Content />
      </BoardContext>
    </aside>
  );
};

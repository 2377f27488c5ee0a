import { useEffect, useSyncExternalStore } from "react";
import { useText, type Text } from "../../i18n/index.ts";
import { agendaOf } from "../../phase/index.ts";
import { isConnected, useBoard, type BoardState } from "../../state/index.ts";
import { showToast } from "../../ui/index.ts";
import { createAgendaEdits, type AgendaDraft, type AgendaEdits } from "./agendaEdits.ts";
import { troubleWords, watchAgenda } from "./watchAgenda.ts";

/** What is on its way outlives the panel: who closes it loses nothing, and is told there what becomes of it. */
interface Kept {
  readonly edits: AgendaEdits;
  /** in which words what happens without the panel is told */
  readonly speakIn: (text: Text) => void;
}
/** By what the states of one board share: in a silent step the panel is given another. */
const byBoard = new WeakMap<BoardState["me"], Kept>();
function keptOf(board: BoardState): Kept {
  const known = byBoard.get(board.me);
  if (known) return known;
  const { ui } = board;
  const edits = createAgendaEdits({
    agenda: () => board.workshop().agenda,
    onAgenda: (listener) => board.subscribe("workshop", listener),
    onConnected: (listener) =>
      board.subscribe("status", () => {
        if (isConnected(board.status())) listener();
      }),
    save: async (agenda) => (await agendaOf(board)).set(agenda),
  });
  let text: Text | undefined;
  watchAgenda(edits, {
    isPanelOpen: () => ui.get().panel === "run",
    onPanel: ui.subscribe,
    tell: (draft) => {
      const words = text && troubleWords(draft, text);
      if (!text || words === undefined) return;
      const action = { label: text.t("panel.tabRun"), onAction: () => ui.set({ panel: "run" }) };
      showToast({ text: words, tone: "warn", action });
    },
    onWaiting: (unsavedSteps) => ui.set({ unsavedSteps }),
  });
  const kept: Kept = { edits, speakIn: (words) => void (text = words) };
  byBoard.set(board.me, kept);
  return kept;
}

/** The agenda as this screen has it, and what changes it. */
export function useAgenda(): AgendaDraft & Omit<AgendaEdits, "get" | "subscribe"> {
  const text = useText();
  const { edits, speakIn } = keptOf(useBoard());
  useEffect(() => speakIn(text), [speakIn, text]);
  const draft = useSyncExternalStore(edits.subscribe, edits.get);
  return { ...draft, edit: edits.edit, insist: edits.insist, giveUp: edits.giveUp };
}

import { useEffect, useSyncExternalStore } from "react";
import { useText, type Text } from "../../i18n/index.ts";
import { agendaOf } from "../../phase/index.ts";
import { useBoard, type BoardState } from "../../state/index.ts";
import { showToast } from "../../ui/index.ts";
import { createAgendaEdits, type AgendaDraft, type AgendaEdits } from "./agendaEdits.ts";
import { troubleWords, watchAgenda } from "./watchAgenda.ts";

const CONNECTED: ReadonlySet<string> = new Set(["saved", "saving", "late", "notKept"]);

/** What is on its way outlives the panel: who closes it loses nothing, and is told there what becomes of it. */
interface Kept {
  readonly edits: AgendaEdits;
  /** the texts that the panel was drawn in last */
  text: Text | undefined;
}
const byBoard = new WeakMap<BoardState, Kept>();
function keptOf(board: BoardState): Kept {
  const known = byBoard.get(board);
  if (known) return known;
  const { ui } = board;
  const edits = createAgendaEdits({
    agenda: () => board.workshop().agenda,
    onAgenda: (listener) => board.subscribe("workshop", listener),
    onConnected: (listener) =>
      board.subscribe("status", () => {
        if (CONNECTED.has(board.status().type)) listener();
      }),
    save: async (agenda) => (await agendaOf(board)).set(agenda),
  });
  const kept: Kept = { edits, text: undefined };
  watchAgenda(edits, {
    isPanelOpen: () => ui.get().panel === "run",
    onPanel: ui.subscribe,
    tell: (draft) => {
      const words = kept.text && troubleWords(draft, kept.text);
      if (!kept.text || words === undefined) return;
      const action = { label: kept.text.t("panel.tabRun"), onAction: () => ui.set({ panel: "run" }) };
      showToast({ text: words, tone: "warn", action });
    },
    onWaiting: (unsavedSteps) => ui.set({ unsavedSteps }),
  });
  byBoard.set(board, kept);
  return kept;
}

/** The agenda as this screen has it, and what changes it. */
export function useAgenda(): AgendaDraft & Omit<AgendaEdits, "get" | "subscribe"> {
  const text = useText();
  const kept = keptOf(useBoard());
  useEffect(() => {
    kept.text = text;
  }, [kept, text]);
  const { edits } = kept;
  const draft = useSyncExternalStore(edits.subscribe, edits.get);
  return { ...draft, edit: edits.edit, insist: edits.insist, giveUp: edits.giveUp };
}

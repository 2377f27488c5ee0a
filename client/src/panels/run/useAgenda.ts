import { useSyncExternalStore } from "react";
import { agendaOf } from "../../phase/index.ts";
import { useBoard, type BoardState } from "../../state/index.ts";
import { createAgendaEdits, type AgendaDraft, type AgendaEdits } from "./agendaEdits.ts";

/** What is on its way outlives the panel: who closes it loses nothing. */
const byBoard = new WeakMap<BoardState, AgendaEdits>();
function editsOf(board: BoardState): AgendaEdits {
  const known = byBoard.get(board);
  if (known) return known;
  const made = createAgendaEdits({
    agenda: () => board.workshop().agenda,
    onAgenda: (listener) => board.subscribe("workshop", listener),
    save: async (agenda) => (await agendaOf(board)).set(agenda),
  });
  byBoard.set(board, made);
  return made;
}

/** The agenda as this screen has it, and what changes it. */
export function useAgenda(): AgendaDraft & Omit<AgendaEdits, "get" | "subscribe"> {
  const edits = editsOf(useBoard());
  const draft = useSyncExternalStore(edits.subscribe, edits.get);
  return { ...draft, edit: edits.edit, insist: edits.insist, giveUp: edits.giveUp };
}

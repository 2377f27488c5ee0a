import type { Text } from "../../i18n/index.ts";
import type { AgendaDraft, AgendaEdits } from "./agendaEdits.ts";

/** What stands between the agenda of this screen and the server's, in words; undefined while nothing does. */
export function troubleWords({ isMet, fault, waiting }: AgendaDraft, { t, error }: Pick<Text, "t" | "error">) {
  if (isMet) return t("run.met");
  return fault && `${t("run.notSaved", { n: waiting })} ${error(fault)}`;
}

/**
 * Looks after edits whose panel may be closed: what was not saved is told once where the panel does not show it, also to who closes it
 * then; and the page is told how much waits, so that it is not left unasked.
 */
export function watchAgenda(
  edits: Pick<AgendaEdits, "get" | "subscribe">,
  deps: {
    readonly isPanelOpen: () => boolean;
    readonly onPanel: (listener: () => void) => void;
    readonly tell: (draft: AgendaDraft) => void;
    readonly onWaiting: (waiting: number) => void;
  },
): void {
  let isTold = false;
  const look = (): void => {
    const draft = edits.get();
    if ((!draft.isMet && draft.fault === undefined) || deps.isPanelOpen()) isTold = false;
    else if (!isTold) {
      isTold = true;
      deps.tell(draft);
    }
  };
  edits.subscribe(() => {
    deps.onWaiting(edits.get().waiting);
    look();
  });
  deps.onPanel(look);
}

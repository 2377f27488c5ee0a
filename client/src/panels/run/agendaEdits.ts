import { AppError } from "@palabre/shared/errors";
import type { Agenda, Phase } from "@palabre/shared/terms";
import { applyEdit, collides, insisting, isIn, type AgendaEdit } from "./editAgenda.ts";

/** How the agenda of this screen stands to the server's. */
export interface AgendaDraft {
  /** with what is on its way */
  readonly phases: readonly Phase[];
  /** what is on its way: nothing of it is lost until it is saved or given up */
  readonly waiting: number;
  /** somebody else changed the same since: whose is to hold? */
  readonly isMet: boolean;
  /** why nothing was saved at last */
  readonly fault: AppError | undefined;
}

export interface AgendaEdits {
  get(): AgendaDraft;
  subscribe(listener: () => void): () => void;
  /** @param onSaved  told once the server has it, and never when it was given up */
  edit(edit: AgendaEdit, onSaved?: () => void): void;
  /** after a meeting or a fault: mine is tried on what is there now */
  insist(): void;
  /** after a meeting or a fault: what waits is given up, what is there stays */
  giveUp(): void;
}

interface Waiting {
  readonly edit: AgendaEdit;
  /** what the person saw when they did it */
  readonly seen: readonly Phase[];
  readonly onSaved: (() => void) | undefined;
}

/**
 * Sends edits of the agenda one after the other. Each is made to the agenda as it is by then: who works on other steps, or on other
 * facts of the same, is not undone; where two change the same fact, the person is asked.
 */
export function createAgendaEdits(deps: {
  readonly agenda: () => Agenda;
  /** told after each change of the agenda, and maybe of other things */
  readonly onAgenda: (listener: () => void) => () => void;
  /** told while the line to the server holds, also when it is back */
  readonly onConnected: (listener: () => void) => void;
  readonly save: (agenda: Agenda) => Promise<void>;
}): AgendaEdits {
  const { agenda, onAgenda, onConnected, save } = deps;
  const listeners = new Set<() => void>();
  let queue: readonly Waiting[] = [];
  let isSaving = false;
  let isMet = false;
  let fault: AppError | undefined;
  let draft: AgendaDraft | undefined;
  const tell = (): void => {
    draft = undefined;
    for (const listener of listeners) listener();
  };
  let known = agenda();
  let before = known;
  onAgenda(() => {
    if (agenda().revision !== known.revision) [before, known] = [known, agenda()];
    tell();
  });
  /** What waits already is this screen's own: it is no one else's change. */
  const withWaiting = (phases: readonly Phase[]): readonly Phase[] =>
    queue.reduce((each, waiting) => applyEdit(each, waiting.edit), phases);
  /** What is written in a step is committed when it goes off the screen, and what is dragged is let go: who took it out was a moment faster. */
  const seenFor = (edit: AgendaEdit): readonly Phase[] => {
    const now = withWaiting(agenda().phases);
    const isAboutOne = edit.type === "change" || edit.type === "move";
    const isGone = isAboutOne && !now.some(({ id }) => id === edit.id);
    return isGone ? withWaiting(before.phases) : now;
  };

  /** Until the server's answer is seen in the document too: else a step would jump back for a moment. */
  const seen = (revision: number): Promise<void> =>
    new Promise((resolve) => {
      if (agenda().revision >= revision) return resolve();
      const stop = onAgenda(() => {
        if (agenda().revision < revision) return;
        stop();
        resolve();
      });
    });

  const sendNext = async (isInsisting: boolean): Promise<void> => {
    const [first] = queue;
    if (!first || isSaving) return;
    isSaving = true;
    const base = agenda();
    try {
      const isSaved = isIn(base.phases, first.edit);
      if (!isSaved && !isInsisting && collides(first.seen, base.phases, first.edit)) {
        isMet = true;
        fault = undefined;
        return;
      }
      if (!isSaved) {
        const edit = isInsisting ? insisting(first.seen, base.phases, first.edit) : first.edit;
        await save({ revision: base.revision, phases: applyEdit(base.phases, edit) });
        await seen(base.revision + 1);
      }
      fault = undefined;
      // it may have been given up while it was tried again
      queue = queue.filter((waiting) => waiting !== first);
      first.onSaved?.();
    } catch (cause) {
      if (!(cause instanceof AppError)) throw cause;
      // who was faster is seen before it is tried again
      if (cause.code === "conflict") {
        fault = undefined;
        await seen(base.revision + 1);
      } else if (queue.includes(first)) fault = cause;
    } finally {
      isSaving = false;
      tell();
    }
    if (fault === undefined) await sendNext(false);
  };
  const send = (isInsisting: boolean): void => void sendNext(isInsisting);
  // what the server refused needs a person; what it never heard does not
  onConnected(() => {
    if (fault?.code === "unreachable") send(false);
  });

  return {
    get: () =>
      (draft ??= {
        phases: withWaiting(agenda().phases),
        waiting: queue.length,
        isMet,
        fault,
      }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    edit: (edit, onSaved) => {
      queue = [...queue, { edit, seen: seenFor(edit), onSaved }];
      tell();
      if (!isMet && fault === undefined) send(false);
    },
    insist: () => {
      const wasMet = isMet;
      isMet = false;
      fault = undefined;
      tell();
      send(wasMet);
    },
    giveUp: () => {
      queue = isMet ? queue.slice(1) : [];
      isMet = false;
      fault = undefined;
      tell();
      send(false);
    },
  };
}

import { AppError } from "@palabre/shared/errors";
import { selectedCards, selectedLinks, type Action, type ActionContext } from "../action.ts";

/** What the server did not do is said with its reason; nothing was changed. */
const orTell = ({ text, toast }: ActionContext, asked: Promise<void>): void =>
  void asked.catch((fault: unknown) =>
    toast({ text: text.error(fault instanceof AppError ? fault : new AppError("internal", "the request failed")) }),
  );

/** Locks for all but facilitators are the server's: asked for, never written here. */
function setLocks(context: ActionContext, locked: boolean): void {
  const { board, text, announce } = context;
  const things = [...selectedCards(board), ...selectedLinks(board)];
  const said = () => announce(text.t(locked ? "canvas.lockedFor" : "canvas.unlockedFor", { n: things.length }));
  orTell(context, board.conduct.lock(things, locked).then(said));
}

const hasAgenda: Action["when"] = (board) => board.workshop().agenda.phases.length > 0;

export const facilitationActions: readonly Action[] = [
  {
    id: "lock",
    message: "canvas.actLock",
    keys: [{ key: "l", ctrl: true, shift: true }],
    group: "cards",
    isFacilitation: true,
    when: (board) => {
      const { locks } = board.workshop().rules;
      return [...selectedCards(board), ...selectedLinks(board)].some((id) => !locks.has(id));
    },
    run: (context) => setLocks(context, true),
  },
  {
    id: "unlock",
    message: "canvas.actUnlock",
    // the same chord turns: what is locked already is unlocked
    keys: [{ key: "l", ctrl: true, shift: true }],
    group: "cards",
    isFacilitation: true,
    when: (board) => {
      const { locks } = board.workshop().rules;
      return [...selectedCards(board), ...selectedLinks(board)].some((id) => locks.has(id));
    },
    run: (context) => setLocks(context, false),
  },
  {
    id: "freeze",
    message: "canvas.actFreeze",
    keys: [{ key: "f", ctrl: true, shift: true }],
    group: "tools",
    isFacilitation: true,
    when: () => true,
    run: (context) => {
      const { board } = context;
      orTell(context, board.conduct.freeze(!board.workshop().rules.frozen));
    },
  },
  // chords that no hand presses by chance, since the whole room follows
  {
    id: "nextStep",
    message: "canvas.actNextStep",
    keys: [{ key: "Enter", ctrl: true, shift: true }],
    group: "tools",
    isFacilitation: true,
    isFirst: true,
    when: hasAgenda,
    run: ({ board }) => board.ui.set({ steering: { to: "next" } }),
  },
  {
    id: "timer",
    message: "canvas.actTimer",
    keys: [{ key: " ", ctrl: true, shift: true }],
    group: "tools",
    isFacilitation: true,
    isFirst: true,
    when: hasAgenda,
    run: ({ board }) => board.ui.set({ steering: { to: "timer" } }),
  },
];

import { AppError } from "@palabre/shared/errors";
import { LIMITS, type CardId, type ThingId } from "@palabre/shared/terms";
import { selectedCards, selectedLinks, type Action, type ActionContext } from "../action.ts";
import { withContents } from "../remoteDrags.ts";

/** What the server did not do is said with its reason; nothing was changed. */
const orTell = ({ text, toast }: ActionContext, asked: Promise<void>): void =>
  void asked.catch((fault: unknown) =>
    toast({ text: text.error(fault instanceof AppError ? fault : new AppError("internal", "the request failed")) }),
  );

/** What is chosen, with all that lies in the frames among it, and the links between these: a frame is one surface with what it holds. */
function thingsAtHand(board: ActionContext["board"]): readonly ThingId[] {
  const chosen = selectedCards(board);
  const { cards, links } = board.snapshot();
  const held = withContents(chosen, cards);
  const isHeld = (card: CardId) => held.has(card);
  const hasFrame = chosen.some((id) => cards.get(id)?.kind === "frame");
  const between = hasFrame ? [...links.values()].filter(({ from, to }) => isHeld(from) && isHeld(to)) : [];
  return [...new Set([...held, ...selectedLinks(board), ...between.map(({ id }) => id)])];
}

/** Locks for all but facilitators are the server's: asked for, never written here. */
function setLocks(context: ActionContext, locked: boolean): void {
  const { board, text, announce } = context;
  const { locks } = board.workshop().rules;
  const things = thingsAtHand(board).filter((thing) => locks.has(thing) !== locked);
  const said = () => announce(text.t(locked ? "canvas.lockedFor" : "canvas.unlockedFor", { n: things.length }));
  const ask = async (): Promise<void> => {
    for (let at = 0; at < things.length; at += LIMITS.locksPerRequest)
      await board.conduct.lock(things.slice(at, at + LIMITS.locksPerRequest), locked);
  };
  orTell(context, ask().then(said));
}

const hasAgenda: Action["when"] = (board) => board.workshop().agenda.phases.length > 0;

export const facilitationActions: readonly Action[] = [
  {
    id: "lock",
    message: "canvas.actLock",
    keys: [{ key: "l", ctrl: true, shift: true }],
    group: "cards",
    menus: { card: "arrange", link: "arrange" },
    isFacilitation: true,
    when: (board) => {
      const { locks } = board.workshop().rules;
      return thingsAtHand(board).some((id) => !locks.has(id));
    },
    run: (context) => setLocks(context, true),
  },
  {
    id: "unlock",
    message: "canvas.actUnlock",
    // the same chord turns: what is locked already is unlocked
    keys: [{ key: "l", ctrl: true, shift: true }],
    group: "cards",
    menus: { card: "arrange", link: "arrange" },
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

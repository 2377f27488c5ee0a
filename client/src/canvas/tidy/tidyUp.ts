import { isTrashed, type BoardSnapshot, type CardId, type Pair } from "@palabre/shared/terms";
import ELK from "elkjs/lib/elk-api.js";
import { selectedCards, type ActionContext } from "../action.ts";
import { boxOf, middleOf } from "../box.ts";
import { frameAt } from "../fromFlow.ts";
import { glide } from "../glide.ts";
import { layOut, type Tidied } from "./layOut.ts";
import { planTidy } from "./planTidy.ts";

/** Longer than this and nobody waits any more. */
const MOST_MS = 60_000;
/** A board of so many cards takes a while to be laid out: it is said that it is being done. */
const MANY = 300;
let isBusy = false;

/** Lays out what is chosen, or the whole board, off the page's own thread; one step of undo. */
export async function tidyUp(context: ActionContext): Promise<void> {
  const { board, text, toast, view } = context;
  if (isBusy) return;
  const chosen = selectedCards(board);
  const isWhole = chosen.length === 0 || (chosen.length === 1 && board.card(chosen[0]!)?.kind !== "frame");
  const snapshot = board.snapshot();
  const plan = planTidy(snapshot, isWhole ? undefined : new Set(chosen), (id) => mustStay(board, id));
  if (plan.blocks.length === 0) return toast({ text: text.t("arrange.nothingToTidy") });
  if (snapshot.cards.size > MANY) toast({ text: text.t("arrange.tidying") });
  isBusy = true;
  const elk = new ELK({
    workerFactory: () => new Worker(new URL("./elkWorker.ts", import.meta.url), { type: "module" }),
  });
  try {
    const tidied = await Promise.race([layOut(elk, plan), tooLong()]);
    const { isTidy, isKept, n, back } = write(context, snapshot, tidied);
    if (isTidy) return toast({ text: text.t(isKept ? "arrange.nothingToTidy" : "arrange.tidyAlready") });
    // why it was refused has been told
    if (!back) return;
    if (isWhole && tidied.around) view?.fit(tidied.around);
    toast({
      text: text.t("arrange.tidied", { n }),
      action: { label: text.t("canvas.actUndo"), onAction: back },
    });
  } catch {
    // whatever the library stumbled over, or that it was too slow: the board is as it was
    toast({ text: text.t("arrange.tidyFailed") });
  } finally {
    isBusy = false;
    elk.terminateWorker();
  }
}

const tooLong = (): Promise<never> =>
  new Promise((_, reject) => setTimeout(() => reject(new Error("the layout took too long")), MOST_MS));

/** Kept where it is by the step, its owner or a lock: with one of these among the moves, none would be made. */
const mustStay = (board: ActionContext["board"], id: CardId): boolean => board.isLocked(id) || !board.may("move", id);

/**
 * Writes where the cards go; whatever somebody moved, locked or threw away meanwhile is left to them.
 * @returns whether there was nothing to change, and whether that is so because something has to stay by now; else how many were moved, and
 *   what takes that back
 */
function write({ board }: ActionContext, planned: BoardSnapshot, { moves, sizes }: Tidied) {
  const now = board.snapshot();
  const isSame = (id: CardId): boolean => {
    const [card, before] = [now.cards.get(id), planned.cards.get(id)];
    return !!card && !!before && !isTrashed(card) && !mustStay(board, id) && samePlace(card.position, before.position);
  };
  const mine = new Map([...moves].filter(([id]) => isSame(id)));
  // frames that move too lie elsewhere now
  const staying = { cards: new Map([...now.cards].filter(([id]) => !mine.has(id))) };
  const changes = [...mine].flatMap(([id, by]) => {
    const card = now.cards.get(id);
    if (!card) return [];
    const { frame } = card.attributes;
    const to: Pair = [card.position[0] + by[0], card.position[1] + by[1]];
    const size = sizes.get(id);
    const isCarried = card.kind === "frame" || (frame !== undefined && mine.has(frame));
    const next = isCarried ? frame : frameAt(staying, middleOf(boxOf(card, by)));
    if (samePlace(by, [0, 0]) && size === undefined && next === frame) return [];
    return [{ card: id, to, values: { ...(size && { size }), ...(next !== frame && { frame: next }) } }];
  });
  const back = board.commands.arrange(changes);
  // of a draft and the board that lie side by side, one may have been refused
  const done = changes.filter(({ card }) => board.card(card) !== now.cards.get(card));
  if (back) glide(board, new Map(done.map(({ card }) => [card, mine.get(card) ?? [0, 0]])));
  const isKept = [...moves.keys()].some((id) => mustStay(board, id));
  return { isTidy: changes.length === 0, isKept, n: done.length, back };
}

const samePlace = (a: Pair, b: Pair): boolean => a[0] === b[0] && a[1] === b[1];

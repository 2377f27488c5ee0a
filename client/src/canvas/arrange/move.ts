import type { CardId, Pair } from "@palabre/shared/terms";
import { selectedCards, type ActionContext } from "../action.ts";
import { sayLocked } from "../sayLocked.ts";
import { boxOf, middleOf } from "../box.ts";
import { frameAt, framesOnceMoved } from "../fromFlow.ts";
import { glide } from "../glide.ts";
import { alignTo, spreadOut, type Side, type Spread } from "./align.ts";
import { unitsOf, type Unit } from "./units.ts";

/** What is chosen, as what moves as one. */
const chosenUnits = ({ board }: ActionContext): readonly Unit[] =>
  unitsOf(board.snapshot(), selectedCards(board), {
    isLocked: board.isLocked,
    inGroup: board.ui.get().inGroup,
  });

export function align(context: ActionContext, side: Side): void {
  const units = chosenUnits(context);
  tell(context, units, moveBy(context, alignTo(units, side)), "arrange.aligned");
}

export function spread(context: ActionContext, along: Spread): void {
  const units = chosenUnits(context);
  tell(context, units, moveBy(context, spreadOut(units, along)), "arrange.spread");
}

/** Moves each card its own way, in one step; in which frame it lies follows. */
function moveBy({ board }: ActionContext, moves: ReadonlyMap<CardId, Pair>): boolean {
  const snapshot = board.snapshot();
  const frames = framesOnceMoved(snapshot, moves);
  const back = board.commands.arrange(
    [...moves].flatMap(([id, by]) => {
      const card = snapshot.cards.get(id);
      if (!card) return [];
      const { frame } = card.attributes;
      const to: Pair = [card.position[0] + by[0], card.position[1] + by[1]];
      // who goes with their frame stays in it, and frames lie in none
      if (card.kind === "frame" || (frame !== undefined && moves.has(frame))) return [{ card: id, to }];
      const next = frameAt(frames, middleOf(boxOf(card, by)));
      return [{ card: id, to, ...(next === frame ? {} : { values: { frame: next } }) }];
    }),
  );
  if (back) glide(board, moves);
  return back !== undefined;
}

function tell(
  context: ActionContext,
  units: readonly Unit[],
  isMoved: boolean,
  words: "arrange.aligned" | "arrange.spread",
): void {
  if (isMoved) return context.announce(context.text.t(words, { n: units.length }));
  const stuck = units.find(({ isStuck }) => isStuck);
  const locked = stuck && [...stuck.cards].find((id) => context.board.isLocked(id));
  if (locked !== undefined) sayLocked(context, locked);
}

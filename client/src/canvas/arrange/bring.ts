import { bringInto } from "@palabre/shared/outline";
import { isTrashed, type Card, type CardId } from "@palabre/shared/terms";
import type { BoardState } from "../house.ts";
import { nameOf, selectedCards, type ActionContext } from "../action.ts";
import { sayLocked } from "../sayLocked.ts";

/** The frames of a board, in which cards can lie. */
export const framesOf = (board: BoardState): readonly Card[] =>
  [...board.snapshot().cards.values()].filter((card) => card.kind === "frame" && !isTrashed(card));

/** Frames hold cards, and no other frames. */
export const isBringable = (board: BoardState, id: CardId): boolean => board.card(id)?.kind !== "frame";

/** Brings the chosen cards to free places in a frame, or out of all frames, in one step; what is locked stays. */
export function bring(context: ActionContext, frame: Card | undefined): void {
  const { board, text, announce } = context;
  const chosen = selectedCards(board).filter((id) => isBringable(board, id));
  const free = chosen.filter((id) => !board.isLocked(id)).flatMap((id) => board.card(id) ?? []);
  const [first] = free;
  if (!first) return chosen[0] && sayLocked(context, chosen[0]);
  if (!board.commands.arrange(bringInto(frame, free, board.snapshot()))) return;
  const title = nameOf(context, first.id);
  const into = frame && nameOf(context, frame.id);
  if (free.length > 1)
    announce(
      into === undefined
        ? text.t("arrange.broughtOut", { n: free.length })
        : text.t("arrange.brought", { n: free.length, frame: into }),
    );
  else
    announce(
      into === undefined ? text.t("canvas.movedOut", { title }) : text.t("canvas.movedInto", { title, frame: into }),
    );
}

import { LIMITS, type CardId, type Pair } from "@palabre/shared/terms";
import { useEffect, useMemo, useRef, useState } from "react";
import { nameOf, type ActionContext } from "./action.ts";
import { isHere } from "../state/index.ts";
import { framesAfterDrop } from "./fromFlow.ts";
import { withContents } from "./remoteDrags.ts";

/** Cards that are moved here and not yet written. */
export interface Moving {
  readonly dragged: ReadonlySet<CardId>;
  /** with those that lie in a dragged frame */
  readonly cards: ReadonlySet<CardId>;
  readonly by: Pair;
  readonly isLifted: boolean;
}
export interface Mover {
  /** Shows cards moved by [dx, dy] board px, here and, unless they are to be copied, to the others. */
  show(dragged: Iterable<CardId>, by: Pair, isCopy?: boolean): void;
  /** Writes where the cards were let go: one write, one step of undo. */
  drop(): void;
  /** Gives a drag up: the cards go back to where they lie. */
  cancel(): void;
  /** Writes a burst of nudges at once; a drag goes on. */
  settle(): void;
  /** whether cards are under the pointer just now */
  isDragging(): boolean;
  /** Moves cards a little; a burst is written once, a while after its last one, or before other cards are moved. Not while a hand drags. */
  nudge(dragged: Iterable<CardId>, by: Pair): void;
  /** What is moved just now, which the canvas may not have been told. */
  now(): Moving | undefined;
  /** Tells each move. A listener that answers true has shown it by itself: the canvas is not drawn anew for it. */
  onMove(listener: (moving: Moving | undefined) => boolean): () => void;
  /** Tells the canvas what others have shown by themselves. */
  tell(): void;
}

/** How long after the last nudge a burst is over. */
const BURST_MS = 500;

/** What is being moved here: local until it is dropped, and shown to the others on the way. */
export function useMoving(context: ActionContext): readonly [Moving | undefined, Mover] {
  const [moving, setMoving] = useState<Moving>();
  const now = useRef<Moving>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const mover = useMemo((): Mover => {
    const { board } = context;
    const listeners = new Set<(moving: Moving | undefined) => boolean>();
    const tell = () => setMoving(now.current);
    const set = (next: Moving | undefined) => {
      now.current = next;
      if (![...listeners].map((listener) => listener(next)).includes(true)) tell();
    };
    const show = (cards: Iterable<CardId>, by: Pair, isLifted: boolean, isCopy = false) => {
      const dragged = new Set(cards);
      set({ dragged, cards: withContents(dragged, board.snapshot().cards), by, isLifted });
      board.commands.showDrag(isCopy ? undefined : { cards: [...dragged].slice(0, LIMITS.draggedCards), by });
    };
    const end = () => {
      clearTimeout(timer.current);
      const ended = now.current;
      if (ended) set(undefined);
      return ended;
    };
    const drop = () => {
      const dropped = end();
      if (!dropped) return;
      const { by } = dropped;
      // what somebody put in the trash meanwhile stays where it lay
      const dragged = new Set([...dropped.dragged].filter((id) => isHere(board, id)));
      if (dragged.size > 0 && (by[0] !== 0 || by[1] !== 0)) {
        const frames = framesAfterDrop(board.snapshot(), dragged, by);
        if (board.commands.moveCards(dragged, by, frames)) tellFrames(context, frames);
      }
      // after the write, so that who hears both in this order sees the cards land where they are
      board.commands.showDrag(undefined);
    };
    return {
      show: (cards, by, isCopy) => show(cards, by, true, isCopy),
      drop,
      cancel: () => {
        if (now.current?.isLifted !== true) return;
        end();
        board.commands.showDrag(undefined);
      },
      isDragging: () => now.current?.isLifted === true,
      settle: () => {
        if (now.current?.isLifted === false) drop();
      },
      nudge: (cards, [dx, dy]) => {
        if (now.current?.isLifted === true) return;
        const named = new Set(cards);
        if (now.current && !isSame(now.current.dragged, named)) drop();
        const [x, y] = now.current?.by ?? [0, 0];
        show(named, [x + dx, y + dy], false);
        clearTimeout(timer.current);
        timer.current = setTimeout(drop, BURST_MS);
      },
      now: () => now.current,
      onMove: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      tell,
    };
  }, [context]);

  // what was nudged when the page went on to something else is not lost
  useEffect(() => () => mover.drop(), [mover]);
  return [moving, mover];
}

/** Whether two sets hold the same cards. */
export const isSame = (a: ReadonlySet<CardId>, b: ReadonlySet<CardId>): boolean =>
  a.size === b.size && [...a].every((id) => b.has(id));

/** Says into which frame a card came: the words for what others see. */
function tellFrames(context: ActionContext, frames: ReadonlyMap<CardId, CardId | undefined>): void {
  const [first] = frames;
  if (!first) return;
  const [card, frame] = first;
  const title = nameOf(context, card);
  const { t } = context.text;
  context.announce(
    frame === undefined
      ? t("canvas.movedOut", { title })
      : t("canvas.movedInto", { title, frame: nameOf(context, frame) }),
  );
}

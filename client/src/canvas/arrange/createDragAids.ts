import type { CardId, Pair } from "@palabre/shared/terms";
import { boundsOf, boxOf, type Box } from "../box.ts";
import type { ActionContext } from "../action.ts";
import type { DragAids, HeldKeys } from "../dragAids.ts";
import type { Places } from "../far/places.ts";
import { grown } from "../far/window.ts";

import { withContents } from "../remoteDrags.ts";
import type { Mover } from "../useMoving.ts";
import { copyOf } from "./copyOf.ts";
import { guidesOf, holdAt, linesOf, type Guide, type Lines } from "./guides.ts";
import { sayNotCopied } from "./sayNotCopied.ts";

/** What is drawn over the board while a hand drags. */
export interface Aid {
  readonly guides: readonly Guide[];
  /** where the cards lie whose copies are dragged */
  readonly left: readonly Box[];
}
export const NO_AID: Aid = { guides: [], left: [] };

interface Parts {
  readonly context: ActionContext;
  readonly mover: Mover;
  readonly places: () => Places;
  /** what is seen of the board, and px of the screen to one of the board; undefined where the board is painted from far */
  readonly sight: () => { readonly seen: Box; readonly zoom: number } | undefined;
  readonly onAid: (aid: Aid) => void;
}

/** How near a line holds what is dragged, in px of the screen. */
const REACH_PX = 6;
/** The dots of the ground, in board px. */
export const GRID_PX = 24;
/** Beyond so many, outlines say no more than the cards in the hand do. */
const MOST_LEFT = 60;

export function createDragAids({ context, mover, places, sight, onAid }: Parts): DragAids {
  const { board } = context;
  interface Drag {
    readonly cards: readonly CardId[];
    readonly box: Box;
    readonly boxes: readonly Box[];
    readonly lines: Lines | undefined;
    readonly reach: number;
    last: { readonly by: Pair; readonly keys: HeldKeys } | undefined;
  }
  let drag: Drag | undefined;

  const linesAround = (cards: readonly CardId[]): Pick<Drag, "lines" | "reach"> => {
    const at = sight();
    if (!at) return { lines: undefined, reach: 0 };
    const snapshot = board.snapshot();
    const carried = withContents(cards, snapshot.cards);
    const near = [...places().within(grown(at.seen, 0.5))].flatMap((id) => {
      const card = carried.has(id) ? undefined : snapshot.cards.get(id);
      return card ? [boxOf(card)] : [];
    });
    return { lines: linesOf(near), reach: REACH_PX / at.zoom };
  };
  const held = ({ box, lines, reach }: Drag, raw: Pair, { shiftKey, ctrlKey, metaKey }: HeldKeys): Pair => {
    const isAcross = Math.abs(raw[0]) >= Math.abs(raw[1]);
    const [dx, dy] = shiftKey ? (isAcross ? [raw[0], 0] : [0, raw[1]]) : raw;
    if (ctrlKey || metaKey) return [dx, dy];
    const [x, y] = [box.x + dx, box.y + dy];
    if (board.ui.get().isOnGrid) {
      const [toX, toY] = [x, y].map((at) => Math.round(at / GRID_PX) * GRID_PX) as [number, number];
      return [shiftKey && !isAcross ? 0 : toX - box.x, shiftKey && isAcross ? 0 : toY - box.y];
    }
    if (!lines) return [dx, dy];
    const [byX, byY] = holdAt({ ...box, x, y }, lines, reach);
    return [shiftKey && !isAcross ? 0 : dx + byX, shiftKey && isAcross ? 0 : dy + byY];
  };
  const show = (by: Pair, keys: HeldKeys) => {
    if (!drag) return;
    drag.last = { by, keys };
    const shown = held(drag, by, keys);
    mover.show(drag.cards, shown, keys.altKey);
    const isFree = keys.ctrlKey || keys.metaKey || board.ui.get().isOnGrid;
    const box = { ...drag.box, x: drag.box.x + shown[0], y: drag.box.y + shown[1] };
    const guides = drag.lines && !isFree ? guidesOf(box, drag.lines) : [];
    const left = keys.altKey ? drag.boxes : [];
    onAid(guides.length === 0 && left.length === 0 ? NO_AID : { guides, left });
  };
  /** A key changes what a hand that rests is doing; Esc gives it up, and nothing else meanwhile. */
  const onKey = (event: KeyboardEvent) => {
    if (drag && event.key === "Escape" && event.type === "keydown") {
      event.preventDefault();
      event.stopPropagation();
      return cancel();
    }
    if (!drag?.last || !["Alt", "Shift", "Control", "Meta"].includes(event.key)) return;
    event.preventDefault();
    show(drag.last.by, event);
  };
  const end = (): Drag | undefined => {
    window.removeEventListener("keydown", onKey, true);
    window.removeEventListener("keyup", onKey, true);
    const ended = drag;
    drag = undefined;
    onAid(NO_AID);
    return ended;
  };
  const cancel = () => {
    end();
    mover.cancel();
  };
  return {
    begin: (cards) => {
      end();
      const boxes = cards.flatMap((id) => board.card(id) ?? []).map((card) => boxOf(card));
      const box = boundsOf(boxes);
      if (!box) return;
      drag = { cards, box, boxes: boxes.slice(0, MOST_LEFT), ...linesAround(cards), last: undefined };
      // before the canvas, for which Esc is another key
      window.addEventListener("keydown", onKey, true);
      window.addEventListener("keyup", onKey, true);
    },
    show,
    drop: (keys) => {
      const ended = end();
      if (!keys.altKey || !ended?.last) return mover.drop();
      const by = held(ended, ended.last.by, keys);
      mover.cancel();
      sayNotCopied(context, ended.cards);
      const { cards, links } = copyOf(board, ended.cards, by);
      board.commands.addCards(cards, links);
    },
    cancel,
  };
}

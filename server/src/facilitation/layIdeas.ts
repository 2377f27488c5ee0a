import {
  isTrashed,
  sizeOf,
  type BoardSnapshot,
  type Card,
  type CardAttributes,
  type CardId,
  type Pair,
} from "@palabre/shared/terms";

/** Air between two cards, and between cards and the line of their frame, in board px. */
const AIR_PX = 24;
/** What the tab of a frame takes at its top. */
const TAB_PX = 40;

export interface Laid {
  /** of each idea, in their order */
  readonly positions: readonly Pair[];
  /** the frame that they lie in, and how large it has to be for them */
  readonly frame?: { readonly id: CardId; readonly size: Pair };
}

/**
 * Where ideas go, in rows: into the frame of the phase, below what lies in it, which grows downwards for them; without one, to the
 * right of all that is on the board.
 */
export function layIdeas(
  ideas: readonly { readonly kind: string; readonly attributes: CardAttributes }[],
  { cards }: Pick<BoardSnapshot, "cards">,
  look: CardId | undefined,
): Laid {
  const present = [...cards.values()].filter((card) => !isTrashed(card));
  const frame = present.find(({ id, kind }) => id === look && kind === "frame");
  const sizes = ideas.map(sizeOf);
  const width = Math.max(...sizes.map(([w]) => w), 0) + AIR_PX;
  const height = Math.max(...sizes.map(([, h]) => h), 0) + AIR_PX;
  const inRows = ([left, top]: Pair, columns: number): readonly Pair[] =>
    ideas.map((_, index) => [left + (index % columns) * width, top + Math.floor(index / columns) * height]);
  if (!frame) {
    const boxes = present.map(boxOf);
    const left = Math.max(0, ...boxes.map(({ right }) => right + 2 * AIR_PX));
    const top = boxes.length === 0 ? 0 : Math.min(...boxes.map((box) => box.top));
    return { positions: inRows([left, top], Math.ceil(Math.sqrt(ideas.length))) };
  }
  const box = boxOf(frame);
  const inside = present.filter((card) => card.id !== frame.id && isIn(card, frame)).map(boxOf);
  const top = Math.max(box.top + TAB_PX, ...inside.map(({ bottom }) => bottom + AIR_PX));
  const columns = Math.max(1, Math.floor((box.right - box.left - AIR_PX) / width));
  const bottom = top + Math.ceil(ideas.length / columns) * height;
  return {
    positions: inRows([box.left + AIR_PX, top], columns),
    frame: {
      id: frame.id,
      size: [Math.max(box.right - box.left, width + AIR_PX), Math.max(box.bottom, bottom) - box.top],
    },
  };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
function boxOf(card: Card): Box {
  const [left, top] = card.position;
  const [width, height] = sizeOf(card);
  return { left, top, right: left + width, bottom: top + height };
}
function isIn(card: Card, frame: Card): boolean {
  if (card.attributes.frame === frame.id) return true;
  const [own, around] = [boxOf(card), boxOf(frame)];
  return own.left >= around.left && own.right <= around.right && own.top >= around.top && own.bottom <= around.bottom;
}

import { LIMITS, sizeOf, type BoardSnapshot, type CardAttributes, type CardId, type Pair } from "@palabre/shared/terms";
import { allOf, boxOf, unitsOf, type Box, type Unit } from "./box.ts";
import { lastGap } from "./lastGap.ts";
import { makeRoom } from "./makeRoom.ts";

/** Air between two cards, and between cards and the line of their frame, in board px. */
const AIR_PX = 24;
/** What the tab of a frame takes at its top. */
const TAB_PX = 40;
/** The shape of a screen: what is revealed is looked at whole, by a room before a projector. */
const SCREEN: Pair = [16, 9];

export interface Laid {
  /** of each idea, in their order */
  readonly positions: readonly Pair[];
  /** the frame that they lie in */
  readonly frame?: CardId;
  /** frames that grow: theirs, and those in which that lies */
  readonly sizes: ReadonlyMap<CardId, Pair>;
  /** what goes aside for them */
  readonly moves: ReadonlyMap<CardId, Pair>;
}

/**
 * Where ideas go: into the frame of the phase, in rows, where nothing lies yet. It grows to the right and downwards as far as it must, to the
 * shape that a screen shows largest, and what is around it makes room. Without a frame, and where that lies so far out that it has no room
 * for them, to the right of all that is on the board.
 */
export function layIdeas(
  ideas: readonly { readonly kind: string; readonly attributes: CardAttributes }[],
  board: Pick<BoardSnapshot, "cards">,
  look: CardId | undefined,
): Laid {
  const sizes = ideas.map(sizeOf);
  const cell: Pair = [
    Math.max(...sizes.map(([width]) => width), 0) + AIR_PX,
    Math.max(...sizes.map(([, height]) => height), 0) + AIR_PX,
  ];
  const units = unitsOf(board);
  const path = pathTo(units, look);
  const target = path.at(-1);
  const inFrame = target?.card.kind === "frame" ? layInFrame(ideas.length, cell, units, path, target) : undefined;
  return inFrame?.positions.every(isOnBoard) ? inFrame : layBeside(ideas.length, cell, units);
}
const isOnBoard = (position: Pair): boolean => Math.max(...position) <= LIMITS.coordinatePx;

function layBeside(count: number, cell: Pair, units: readonly Unit[]): Laid {
  const { cells, size } = bestBlock(count, NOTHING_TAKEN, ([columns, rows]) => [columns * cell[0], rows * cell[1]]);
  const boxes = Array.from(allOf(units), ({ card }) => boxOf(card));
  const end = Math.max(0, ...boxes.map(({ right }) => right + 2 * AIR_PX));
  const spans = boxes.map(({ left, right }) => [left, right] as const);
  const left = end + size[0] <= LIMITS.coordinatePx ? end : lastGap(spans, size[0], 2 * AIR_PX);
  const top = boxes.length === 0 ? 0 : Math.min(...boxes.map((box) => box.top), LIMITS.coordinatePx - size[1]);
  return { positions: placesOf(cells, [left, top], cell), sizes: new Map(), moves: new Map() };
}

function layInFrame(count: number, cell: Pair, units: readonly Unit[], path: readonly Unit[], target: Unit): Laid {
  const own = boxOf(target.card);
  const start: Pair = [own.left + AIR_PX, own.top + TAB_PX];
  // what is right of it or below it can go aside; what reaches into it stays, and has to be left free
  const beside = (target.within?.holds ?? units).filter(
    (unit) => unit !== target && unit.box.left < own.right && unit.box.top < own.bottom,
  );
  const taken = takenCells(
    [...target.holds, ...beside].map(({ box }) => box),
    start,
    cell,
  );
  const { cells, size } = bestBlock(count, taken, ([columns, rows]) => [
    Math.max(own.right - own.left, AIR_PX + columns * cell[0]),
    Math.max(own.bottom - own.top, TAB_PX + rows * cell[1]),
  ]);
  const wanted: Box = { ...own, right: own.left + size[0], bottom: own.top + size[1] };
  const { aside, grown } = makeRoom(path, units, wanted, AIR_PX);
  const atMost = (px: number): number => Math.min(LIMITS.coordinatePx, px);
  const moves = new Map<CardId, Pair>();
  for (const [unit, by] of aside)
    for (const { card } of allOf([unit]))
      moves.set(card.id, [atMost(card.position[0] + by[0]), atMost(card.position[1] + by[1])]);
  const sizes = [...grown].map(
    ([{ id }, { left, top, right, bottom }]) => [id, [atMost(right - left), atMost(bottom - top)]] as const,
  );
  return { positions: placesOf(cells, start, cell), frame: target.card.id, sizes: new Map(sizes), moves };
}

/** The frames in which a card lies, from the outermost one, and the card; empty when it is not there. */
function pathTo(units: readonly Unit[], card: CardId | undefined): readonly Unit[] {
  const path: Unit[] = [];
  for (const unit of card === undefined ? [] : allOf(units))
    if (unit.card.id === card) for (let at: Unit | undefined = unit; at; at = at.within) path.push(at);
  return path.toReversed();
}

/** Column and row. */
type Cell = Pair;
/** Cells of the grid that stay free. */
interface Taken {
  readonly count: number;
  has(column: number, row: number): boolean;
}
const NOTHING_TAKEN: Taken = { count: 0, has: () => false };
/** Columns, or rows, beyond which nothing is laid: as many cards as a board holds need fewer. */
const MOST_CELLS = 300;

/**
 * The cells of the grid in which something lies, or nearly. Only the corners of each box are noted, and summed up once for all of them
 * (a summed-area table the other way round): thousands may lie over the whole grid.
 */
function takenCells(boxes: readonly Box[], [left, top]: Pair, [width, height]: Pair): Taken {
  const side = MOST_CELLS + 1;
  const begun = new Int32Array(side * side);
  const at = (index: number): number => begun[index] ?? 0;
  const near = AIR_PX / 2;
  const last = (end: number, start: number, length: number) =>
    Math.min(MOST_CELLS, Math.ceil((end + near - start) / length));
  // a card takes its cell but for the air at its end
  const first = (begin: number, start: number, length: number) =>
    Math.max(0, Math.floor((begin - near - start + AIR_PX) / length));
  for (const box of boxes) {
    const [fromColumn, toColumn] = [first(box.left, left, width), last(box.right, left, width)];
    const [fromRow, toRow] = [first(box.top, top, height), last(box.bottom, top, height)];
    if (fromColumn >= toColumn || fromRow >= toRow) continue;
    for (const [column, row, sign] of [
      [fromColumn, fromRow, 1],
      [toColumn, fromRow, -1],
      [fromColumn, toRow, -1],
      [toColumn, toRow, 1],
    ] as const)
      begun[column * side + row] = at(column * side + row) + sign;
  }
  let count = 0;
  for (let column = 0; column < side; column += 1)
    for (let row = 0; row < side; row += 1) {
      const before = column > 0 ? at((column - 1) * side + row) : 0;
      const above = row > 0 ? at(column * side + row - 1) : 0;
      const both = column > 0 && row > 0 ? at((column - 1) * side + row - 1) : 0;
      const over = at(column * side + row) + before + above - both;
      begun[column * side + row] = over;
      if (over > 0) count += 1;
    }
  return { count, has: (column, row) => column < side && row < side && at(column * side + row) > 0 };
}

/** Cells for so many, row by row, in as many columns as a screen shows largest; of those alike, what takes the least surface. */
function bestBlock(
  count: number,
  taken: Taken,
  sizeFor: (block: readonly [columns: number, rows: number]) => Pair,
): { readonly cells: readonly Cell[]; readonly size: Pair } {
  let best: { readonly cells: readonly Cell[]; readonly size: Pair } | undefined;
  for (let columns = 1; columns <= Math.min(MOST_CELLS, count + taken.count); columns += 1) {
    const cells: Cell[] = [];
    for (let row = 0; cells.length < count; row += 1)
      for (let column = 0; column < columns && cells.length < count; column += 1)
        if (!taken.has(column, row)) cells.push([column, row]);
    const size = sizeFor([columns, (cells.at(-1)?.[1] ?? -1) + 1]);
    if (!best || isBetter(size, best.size)) best = { cells, size };
  }
  return best ?? { cells: [], size: sizeFor([0, 0]) };
}
const onScreen = ([width, height]: Pair): number => Math.max(width / SCREEN[0], height / SCREEN[1]);
const isBetter = (a: Pair, b: Pair): boolean =>
  onScreen(a) < onScreen(b) || (onScreen(a) === onScreen(b) && a[0] * a[1] <= b[0] * b[1]);

const placesOf = (cells: readonly Cell[], [left, top]: Pair, [width, height]: Pair): readonly Pair[] =>
  cells.map(([column, row]) => [left + column * width, top + row * height]);

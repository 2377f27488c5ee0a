import type { ELK, ElkNode } from "elkjs/lib/elk-api.js";
import type { CardId, Pair } from "@palabre/shared/terms";
import { boundsOf, type Box } from "../box.ts";
import { cardsOf, type Block, type Inside, type TidyPlan } from "./planTidy.ts";

/** What comes of it. */
export interface Tidied {
  /** how far each card goes */
  readonly moves: ReadonlyMap<CardId, Pair>;
  /** how large a frame has to be for what lies in it */
  readonly sizes: ReadonlyMap<CardId, Pair>;
  readonly around: Box | undefined;
}

/** Links lead from left to right; what is not linked stands beside, in about the shape of a screen. */
const OPTIONS = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.aspectRatio": "1.6",
  "elk.spacing.nodeNode": "40",
  "elk.spacing.componentComponent": "56",
  "elk.layered.spacing.nodeNodeBetweenLayers": "120",
  // the ways of links are the canvas's own: here they only take a little room, and little time
  "elk.edgeRouting": "POLYLINE",
  "elk.layered.nodePlacement.strategy": "LINEAR_SEGMENTS",
  "elk.layered.thoroughness": "3",
  "elk.spacing.edgeNode": "8",
  "elk.spacing.edgeEdge": "4",
  "elk.layered.considerModelOrder.strategy": "PREFER_NODES",
  "elk.layered.considerModelOrder.components": "MODEL_ORDER",
};
/** Room for the tab of a frame, and around what lies in it. */
const PADDING = "[top=56,left=32,bottom=32,right=32]";
/** What is laid out keeps this far from what stays. */
const APART_PX = 40;

/** Lays blocks out, where their upper left corner was, and aside from what stays. */
export async function layOut(elk: Pick<ELK, "layout">, plan: TidyPlan): Promise<Tidied> {
  const root = await elk.layout({ id: "board", layoutOptions: OPTIONS, ...graphOf(plan) });
  const nodes = new Map((root.children ?? []).map((node) => [node.id, node]));
  const boxes = plan.blocks.flatMap(({ id }) => boxAt(nodes.get(id)) ?? []);
  const [before, after] = [boundsOf(plan.blocks.map(({ box }) => box)), boundsOf(boxes)];
  const moves = new Map<CardId, Pair>();
  const sizes = new Map<CardId, Pair>();
  if (!before || !after) return { moves, sizes, around: undefined };
  const home: Pair = [before.x - after.x, before.y - after.y];
  const aside = asideOf(
    boxes.map((box) => moved(box, home)),
    plan.still,
  );
  const by: Pair = [home[0] + aside[0], home[1] + aside[1]];
  const put = (block: Block, node: ElkNode | undefined, origin: Pair): void => {
    const box = boxAt(node);
    if (!box) return;
    const at: Pair = [Math.round(origin[0] + box.x), Math.round(origin[1] + box.y)];
    const move: Pair = [at[0] - block.box.x, at[1] - block.box.y];
    for (const card of block.inside ? block.cards : cardsOf(block)) moves.set(card, move);
    if (!block.inside) return;
    const size: Pair = [Math.round(box.width), Math.round(box.height)];
    const isSame = size[0] === block.box.width && size[1] === block.box.height;
    for (const frame of block.cards) if (!isSame) sizes.set(frame, size);
    const within = new Map((node?.children ?? []).map((each) => [each.id, each]));
    for (const each of block.inside.blocks) put(each, within.get(each.id), at);
  };
  for (const block of plan.blocks) put(block, nodes.get(block.id), by);
  return { moves, sizes, around: moved(after, by) };
}

const graphOf = ({ blocks, links }: Inside): Pick<ElkNode, "children" | "edges"> => ({
  children: blocks.map(({ id, box: { width, height }, inside }): ElkNode =>
    inside
      ? {
          id,
          ...graphOf(inside),
          layoutOptions: {
            ...OPTIONS,
            "elk.padding": PADDING,
            // nobody's frame becomes smaller than it was drawn
            "elk.nodeSize.constraints": "[MINIMUM_SIZE]",
            "elk.nodeSize.minimum": `(${width}, ${height})`,
          },
        }
      : { id, width, height },
  ),
  edges: links.map(([from, to]) => ({ id: `${from} ${to}`, sources: [from], targets: [to] })),
});

const boxAt = (node: ElkNode | undefined): Box | undefined =>
  node && { x: node.x ?? 0, y: node.y ?? 0, width: node.width ?? 0, height: node.height ?? 0 };
const moved = (box: Box, [dx, dy]: Pair): Box => ({ ...box, x: box.x + dx, y: box.y + dy });

/** How far boxes have to go together, to the right or down, whichever is less, so that none lies over what stays. */
function asideOf(boxes: readonly Box[], still: readonly Box[]): Pair {
  const alongOf = (axis: 0 | 1): Pair => {
    const by: [number, number] = [0, 0];
    for (let isFree = false; !isFree;) {
      isFree = true;
      for (const box of boxes)
        for (const other of still) {
          if (!isNear(moved(box, by), other)) continue;
          by[axis] = axis === 0 ? other.x + other.width + APART_PX - box.x : other.y + other.height + APART_PX - box.y;
          isFree = false;
        }
    }
    return by;
  };
  const [right, down] = [alongOf(0), alongOf(1)];
  return right[0] < down[1] ? right : down;
}
/** Nearer than this two things look as if they belonged together. */
const CLEAR_PX = 24;
const isNear = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width + CLEAR_PX &&
  b.x < a.x + a.width + CLEAR_PX &&
  a.y < b.y + b.height + CLEAR_PX &&
  b.y < a.y + a.height + CLEAR_PX;

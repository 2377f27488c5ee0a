import { ViewportPortal } from "@xyflow/react";
import { useBoard } from "../state/index.ts";
import { boxOf, middleOf } from "./box.ts";
import { drawLink, type Shape, type Side } from "./linkPath.ts";
import { chooseSides } from "./routes.ts";
import type { LinkDraft } from "./useLinkDraft.ts";
import css from "./LinkDraftLine.module.css";

/** The link that is being drawn, and the card that it would reach. */
export const LinkDraftLine = ({ draft: { from, side, to, over } }: { readonly draft: LinkDraft }) => {
  const board = useBoard();
  const origin = board.card(from);
  const target = over === undefined ? undefined : board.card(over);
  if (!origin) return null;
  const start = shapeOf(boxOf(origin), origin.kind);
  const end: Shape = target
    ? shapeOf(boxOf(target), target.kind)
    : { x: to[0], y: to[1], width: 0, height: 0, silhouette: "box" };
  const endSide: Side = target ? chooseSides(start, end, () => false)[1] : OPPOSITE[side];
  const drawing = drawLink(
    start,
    { side, shift: 0 },
    end,
    { side: endSide, shift: 0 },
    { polarity: "+", strength: 2, delay: false },
  );
  const [x, y] = middleOf(end);
  return (
    <ViewportPortal>
      <svg className={css["layer"]} aria-hidden="true">
        <path className={css["line"]} d={drawing.line} />
        <path className={css["head"]} d={drawing.end.d} />
        {target && (
          <rect
            className={css["target"]}
            x={x - end.width / 2 - 6}
            y={y - end.height / 2 - 6}
            width={end.width + 12}
            height={end.height + 12}
            rx={14}
          />
        )}
      </svg>
    </ViewportPortal>
  );
};

const OPPOSITE: Readonly<Record<Side, Side>> = { left: "right", right: "left", top: "bottom", bottom: "top" };
const shapeOf = (box: ReturnType<typeof boxOf>, kind: string): Shape => ({
  ...box,
  silhouette: kind === "factor" ? "hexagon" : kind === "strategy" ? "flag" : "box",
});

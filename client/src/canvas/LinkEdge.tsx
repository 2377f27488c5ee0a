import { EdgeLabelRenderer, type EdgeProps } from "@xyflow/react";
import { memo, useMemo } from "react";
import { useText } from "../i18n/index.ts";
import { classes } from "../ui/index.ts";
import { drawLink, shapeAt, type LinkDrawing } from "./linkPath.ts";
import { linkWords } from "./linkWords.ts";
import type { LinkFlowEdge } from "./toFlow.ts";
import css from "./LinkEdge.module.css";

/** A link as it is drawn. React Flow tells where the middles of its two cards are shown, also while they are dragged. */
export const LinkEdge = memo(({ data, selected, sourceX, sourceY, targetX, targetY }: EdgeProps<LinkFlowEdge>) => {
  const text = useText();
  const drawing = useMemo(() => {
    if (!data) return undefined;
    const [from, to] = data.ends;
    return drawLink(
      shapeAt([sourceX, sourceY], from),
      data.route.from,
      shapeAt([targetX, targetY], to),
      data.route.to,
      data.link,
    );
  }, [data, sourceX, sourceY, targetX, targetY]);
  if (!data || !drawing) return null;
  const { link, ends } = data;
  const isPlus = link.polarity === "+";
  return (
    <>
      <g
        role="img"
        aria-label={linkWords(link, [ends[0].title, ends[1].title], text)}
        className={classes(css["link"], isPlus ? css["plus"] : css["minus"])}
        data-link={link.id}
      >
        {selected && <Casing drawing={drawing} />}
        <path className={css["line"]} d={drawing.line} strokeWidth={drawing.width} />
        {drawing.end.type === "head" ? (
          <path className={css["head"]} d={drawing.end.d} />
        ) : (
          <path d={drawing.end.d} strokeWidth={drawing.end.width} />
        )}
        {drawing.delay && (
          <g className={css["delay"]}>
            <path className={css["gap"]} d={drawing.delay.gap} strokeWidth={6.4} />
            <path d={drawing.delay.strokes} strokeWidth={2.2} />
          </g>
        )}
        <g className={css["sign"]} transform={`translate(${drawing.middle.join(" ")})`}>
          <circle r={9.5} />
          <path d={isPlus ? "M-4.2 0H4.2M0 -4.2V4.2" : "M-4.2 0H4.2"} strokeWidth={2.4} />
        </g>
        {selected &&
          [drawing.from, drawing.to].map(([x, y], i) => <circle key={i} className={css["grip"]} cx={x} cy={y} r={5} />)}
        <path className={css["hit"]} d={drawing.line} strokeWidth={24} />
      </g>
      {link.label !== "" && (
        <EdgeLabelRenderer>
          <span
            className={css["label"]}
            data-link-label={link.id}
            style={{
              transform: `translate(${drawing.middle[0]}px, ${drawing.middle[1] + LABEL_BELOW_PX}px) translateX(-50%)`,
            }}
          >
            {link.label}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
LinkEdge.displayName = "LinkEdge";

const LABEL_BELOW_PX = 18;

/** Two px of leaf on both sides of everything that is drawn of a chosen link. */
const Casing = ({ drawing }: { readonly drawing: LinkDrawing }) => (
  <g className={css["casing"]}>
    <path d={drawing.line} strokeWidth={drawing.width + 4} />
    <path d={drawing.end.d} strokeWidth={drawing.end.width + 4} />
  </g>
);

import type { Pair } from "@palabre/shared/terms";
import { EdgeLabelRenderer, type EdgeProps } from "@xyflow/react";
import { memo, useMemo } from "react";
import { useText } from "../i18n/index.ts";
import { useIsLockedForAll, useUi } from "../state/index.ts";
import { classes } from "../ui/index.ts";
import { drawLink, shapeAt, type LinkDrawing } from "./linkPath.ts";
import { linkWords } from "./linkWords.ts";
import type { LinkData, LinkFlowEdge } from "./toFlow.ts";
import css from "./LinkEdge.module.css";

/** A link as it is drawn. React Flow tells where the middles of its two cards are shown, also while they are dragged. */
export const LinkEdge = memo(({ data, selected, sourceX, sourceY, targetX, targetY }: EdgeProps<LinkFlowEdge>) => {
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
  return <Drawn data={data} drawing={drawing} selected={selected === true} />;
});
LinkEdge.displayName = "LinkEdge";

/** React Flow puts each link into a picture of its own, which says nothing once the link is read where its card is. */
const beSilent = (drawn: SVGGElement | null): void => drawn?.ownerSVGElement?.setAttribute("role", "none");

const Drawn = ({
  data,
  drawing,
  selected,
}: {
  readonly data: LinkData;
  readonly drawing: LinkDrawing;
  readonly selected: boolean;
}) => {
  const text = useText();
  const { link, ends, isDim } = data;
  const isLocked = useIsLockedForAll(link.id);
  const seal = useUi(({ seals }) => seals.get(link.id));
  const isPlus = link.polarity === "+";
  return (
    <>
      <g
        role="img"
        aria-label={[linkWords({ ...link, isLocked }, [ends[0].title, ends[1].title], text), seal?.words]
          .filter(Boolean)
          .join(", ")}
        className={classes(css["link"], isPlus ? css["plus"] : css["minus"], isDim && css["dim"])}
        data-link={link.id}
        ref={beSilent}
        id={`link-${link.id}`}
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
        <Sign at={drawing.middle} isPlus={isPlus} />
        {isLocked && <Lock at={[drawing.middle[0] + LOCK_BESIDE_PX, drawing.middle[1]]} />}
        {selected &&
          [drawing.from, drawing.to].map(([x, y], i) => <circle key={i} className={css["grip"]} cx={x} cy={y} r={5} />)}
        <path className={css["hit"]} d={drawing.line} strokeWidth={24} />
      </g>
      {seal && (
        <EdgeLabelRenderer>
          <span
            className={classes(css["seal"], isDim && css["dim"])}
            style={{
              transform: `translate(${drawing.middle[0]}px, ${drawing.middle[1] - SEAL_ABOVE_PX}px) translate(-50%, -100%)`,
            }}
          >
            {seal.tags}
          </span>
        </EdgeLabelRenderer>
      )}
      {link.label !== "" && (
        <EdgeLabelRenderer>
          <span
            className={classes(css["label"], isDim && css["dim"])}
            aria-hidden
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
};

const LABEL_BELOW_PX = 18;
/** the foot of what a link wears, above its disc */
const SEAL_ABOVE_PX = 12;
/** the lock's middle, from that of the disc: side by side */
const LOCK_BESIDE_PX = 19;

interface Placed {
  /** its middle; written into what is drawn, since each `transform` is one more thing for the browser to place at each step of the view */
  readonly at: Pair;
}
const Sign = ({ at: [x, y], isPlus }: Placed & { readonly isPlus: boolean }) => (
  <g className={css["sign"]}>
    <circle cx={x} cy={y} r={9.5} />
    <path d={`M${x - 4.2} ${y}h8.4${isPlus ? `M${x} ${y - 4.2}v8.4` : ""}`} strokeWidth={2.4} />
  </g>
);
const Lock = ({ at: [x, y] }: Placed) => (
  <g className={css["lock"]}>
    <circle cx={x} cy={y} r={8} />
    <path
      d={`M${x - 3.6} ${y - 0.8}h7.2v5h-7.2zM${x - 2.2} ${y - 0.8}v-1.6a2.2 2.2 0 0 1 4.4 0v1.6`}
      strokeWidth={1.4}
    />
  </g>
);

/** Two px of leaf on both sides of everything that is drawn of a chosen link. */
const Casing = ({ drawing }: { readonly drawing: LinkDrawing }) => (
  <g className={css["casing"]}>
    <path d={drawing.line} strokeWidth={drawing.width + 4} />
    <path d={drawing.end.d} strokeWidth={drawing.end.width + 4} />
  </g>
);

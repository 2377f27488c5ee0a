import { titleOf, type Card } from "@palabre/shared/terms";
import { useText } from "../house.ts";
import { readStroke, svgPath } from "./stroke.ts";
import { inkOf } from "./penColours.ts";
import css from "./DrawingContent.module.css";

/** A line drawn by hand, taken hold of where it is drawn; its box is nothing. */
export const DrawingContent = ({ card }: { readonly card: Card }) => {
  const { t } = useText();
  const stroke = readStroke(card.attributes.path);
  if (!stroke) return <span className={css["unread"]}>{t("card.noDrawing")}</span>;
  const line = svgPath(stroke.points);
  return (
    <svg
      className={css["drawing"]}
      viewBox={`0 0 ${stroke.size[0]} ${stroke.size[1]}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={titleOf(card) || t("card.drawing")}
    >
      <path className={css["hold"]} d={line} />
      <path
        className={css["line"]}
        style={{ stroke: inkOf(card.attributes.colour) }}
        d={line}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
};

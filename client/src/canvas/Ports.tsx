import type { CardId } from "@palabre/shared/terms";
import { classes } from "../ui/index.ts";
import { useCanvas } from "./canvasContext.ts";
import type { Side } from "./linkPath.ts";
import css from "./Ports.module.css";

const SIDES: readonly Side[] = ["top", "right", "bottom", "left"];

/** Where a link is drawn from with the pointer; the keyboard has the action Link. */
export const Ports = ({ card }: { readonly card: CardId }) => {
  const { startLink } = useCanvas();
  return SIDES.map((side) => (
    <span
      key={side}
      data-port={side}
      className={classes(css["port"], css[side], "nodrag", "nopan")}
      onPointerDown={(event) => startLink(card, side, event)}
    />
  ));
};

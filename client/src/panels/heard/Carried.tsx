import { DEFAULT_SIZES } from "@palabre/shared/terms";
import { KindIcon, kindWord } from "../../figures/index.ts";
import { useText } from "../../i18n/index.ts";
import { classes } from "../../ui/index.ts";
import type { Placeable } from "./placing.ts";
import type { CarriedAt } from "./useCarry.ts";
import css from "./Carried.module.css";

/** The card under the pointer that carries it, as large as it will be on the board. */
export const Carried = ({ card, carried }: { readonly card: Placeable; readonly carried: CarriedAt | undefined }) => {
  const text = useText();
  if (!carried) return null;
  const [width, height] = DEFAULT_SIZES[card.kind];
  const [x, y] = carried.at;
  return (
    <div
      className={classes(css["carried"], css[card.kind], carried.isOver && css["over"])}
      style={{
        width,
        height,
        translate: `${x - width / 2}px ${y - height / 2 - 3}px`,
        scale: carried.scale,
      }}
      aria-hidden="true"
    >
      <p className={css["kind"]}>
        <KindIcon kind={card.kind} />
        {kindWord({ kind: card.kind, attributes: {} }, text)}
      </p>
      <p className={css["text"]}>{card.text}</p>
    </div>
  );
};

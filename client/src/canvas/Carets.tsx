import type { CardId } from "@palabre/shared/terms";
import { useState, type CSSProperties } from "react";
import { useOthers } from "../state/index.ts";
import { classes } from "../ui/index.ts";
import { keepCarets, NO_CARETS, placesOf } from "./caretPlaces.ts";
import css from "./Carets.module.css";

export interface CaretsProps {
  readonly card: CardId;
  /** what stands in the field now */
  readonly text: string;
  /** how the field is set, so that each letter lies where it lies there */
  readonly className: string | undefined;
}

/** The carets of the others who write in the same card, each with a name, over the field that one writes in oneself. */
export const Carets = ({ card, text, className }: CaretsProps) => {
  const others = useOthers().filter(({ presence }) => presence.editing === card);
  const [kept, setKept] = useState(NO_CARETS);
  const now = keepCarets(kept, text, others);
  if (now !== kept) setKept(now);
  return placesOf(now, others).map(({ client, name, colour, start, end }) => (
    <div
      key={client}
      className={classes(css["mirror"], className)}
      style={{ "--who": `var(--person-${colour})` } as CSSProperties}
      data-caret={name}
      data-caret-at={end}
      aria-hidden="true"
    >
      {text.slice(0, start)}
      <mark>{text.slice(start, end)}</mark>
      <span className={css["caret"]}>
        <b>{name}</b>
      </span>
      {text.slice(end)}
    </div>
  ));
};

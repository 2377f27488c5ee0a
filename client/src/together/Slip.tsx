import type { CSSProperties, ReactNode } from "react";
import type { PersonColour } from "@palabre/shared/terms";
import { useUi } from "../state/index.ts";
import { classes } from "../ui/index.ts";
import css from "./Slip.module.css";

export interface SlipProps {
  /** which of them it is, for tests and for who styles one */
  readonly of: string;
  /** the ink of the person whom it is about */
  readonly colour?: PersonColour | undefined;
  readonly children: ReactNode;
}

/** One line that hangs from the top bar, in the middle of the canvas: what is so now, and what to do about it. */
export const Slip = ({ of, colour, children }: SlipProps) => {
  const isCovered = useUi(({ panel }) => panel !== undefined);
  return (
    <div
      className={classes(css["slip"], isCovered && css["covered"], colour !== undefined && css["personal"])}
      style={colour === undefined ? undefined : ({ "--who": `var(--person-${colour})` } as CSSProperties)}
      data-together={of}
    >
      {children}
    </div>
  );
};

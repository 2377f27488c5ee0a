import type { IconDrawing } from "./icons.ts";
import type { Key } from "./keyPress.ts";

/** A line of the palette: something to do, by its name. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconDrawing | undefined;
  readonly keys?: Key | undefined;
  readonly onAction: () => void;
}

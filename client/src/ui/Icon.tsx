import type { LucideIcon } from "lucide-react";
import { classes } from "./classes.ts";
import css from "./Icon.module.css";

/** px on screen and stroke on the 24 grid, by where the icon stands. */
const SIZES = {
  meta: [14, 2],
  card: [16, 1.8],
  control: [18, 1.8],
  tool: [20, 1.8],
  large: [28, 1.8],
} as const;
export type IconSize = keyof typeof SIZES;

export interface IconProps {
  readonly of: LucideIcon;
  readonly size?: IconSize;
  readonly className?: string | undefined;
}

/** A picture beside a word: never alone, hence never read aloud. */
export const Icon = ({ of: Drawing, size = "control", className }: IconProps) => {
  const [px, stroke] = SIZES[size];
  return <Drawing size={px} strokeWidth={stroke} className={classes(css["icon"], className)} aria-hidden="true" />;
};

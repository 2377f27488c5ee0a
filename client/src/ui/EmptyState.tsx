import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";
import type { IconDrawing } from "./icons.ts";
import css from "./EmptyState.module.css";

export interface EmptyStateProps {
  readonly icon?: IconDrawing | undefined;
  readonly title?: string | undefined;
  readonly text: ReactNode;
  /** the buttons that end the emptiness */
  readonly actions?: ReactNode;
  /** inside a panel: no outline, less air */
  readonly isPlain?: boolean;
}

/** Nothing here yet: what it is for, and what to do. */
export const EmptyState = ({ icon, title, text, actions, isPlain = false }: EmptyStateProps) => (
  <div className={classes(css["empty"], isPlain && css["plain"])}>
    {icon && <Icon of={icon} size="large" className={css["icon"]} />}
    {title !== undefined && <p className={css["title"]}>{title}</p>}
    <p className={css["text"]}>{text}</p>
    {actions !== undefined && <div className={css["actions"]}>{actions}</div>}
  </div>
);

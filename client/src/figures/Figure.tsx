import type { ReactNode } from "react";
import css from "./Figure.module.css";

/** One figure with what it counts under it. */
export const Figure = ({ value, label }: { readonly value: ReactNode; readonly label: ReactNode }) => (
  <span className={css["figure"]}>
    <b>{value}</b>
    <small>{label}</small>
  </span>
);

import type { Ref } from "react";
import css from "./SectionHead.module.css";

export interface SectionHeadProps {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly ref?: Ref<HTMLHeadingElement>;
}

/** A section's title; it can be jumped to, so it can hold the focus. */
export const SectionHead = ({ id, title, hint, ref }: SectionHeadProps) => (
  <div className={css["head"]}>
    <h2 id={id} ref={ref} tabIndex={-1} className={css["title"]}>
      {title}
    </h2>
    <small>{hint}</small>
  </div>
);

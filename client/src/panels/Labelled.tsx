import type { ReactNode } from "react";
import css from "./Labelled.module.css";

/** A drawn label over a control that names itself. */
export const Labelled = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className={css["labelled"]}>
    <span className={css["label"]} aria-hidden="true">
      {label}
    </span>
    {children}
  </div>
);

/** A fact for those who may only read it. */
export const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className={css["labelled"]}>
    <dt className={css["label"]}>{label}</dt>
    <dd className={css["value"]}>{children}</dd>
  </div>
);

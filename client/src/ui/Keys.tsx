import css from "./Keys.module.css";

/** A key or a chord, drawn beside what it does. */
export const Keys = ({ children }: { readonly children: string }) => <kbd className={css["keys"]}>{children}</kbd>;

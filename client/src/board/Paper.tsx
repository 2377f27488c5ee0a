import type { ReactNode } from "react";
import { useText } from "../i18n/index.ts";
import { Logo } from "../ui/index.ts";
import css from "./BoardScreen.module.css";

/** The bars and the ground of a board that is being opened: what comes will lie here. Nothing turns or blinks. */
export const Paper = () => {
  const { t } = useText();
  return (
    <div className={css["app"]} aria-busy="true">
      <header className={css["topbar"]}>
        <Logo px={30} />
      </header>
      <div className={css["rail"]} />
      <Ground>
        <p className="sr" role="status">
          {t("frame.loading")}
        </p>
      </Ground>
      <div className={css["tabs"]} />
    </div>
  );
};

/** The canvas' place: dots, and the shade of the tree. */
export const Ground = ({ children }: { readonly children: ReactNode }) => (
  <main id="canvas" tabIndex={-1} className={css["canvas"]}>
    {children}
  </main>
);

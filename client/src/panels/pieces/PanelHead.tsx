import type { ReactNode } from "react";
import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { CloseIcon, IconButton } from "../../ui/index.ts";
import css from "./PanelHead.module.css";

/** The line at the head of every panel: what it is about, its few buttons, and the way out. */
export const PanelHead = ({ children, actions }: { readonly children: ReactNode; readonly actions?: ReactNode }) => {
  const { t } = useText();
  const { ui } = useBoard();
  return (
    <div className={css["head"]}>
      {children}
      <span className={css["actions"]}>
        {actions}
        <IconButton size="s" label={t("panel.close")} icon={CloseIcon} onPress={() => ui.set({ panel: undefined })} />
      </span>
    </div>
  );
};

/** A panel's own title, in the serif where it names what people wrote. */
export const PanelTitle = ({ children }: { readonly children: ReactNode }) => (
  <h2 className={css["title"]}>{children}</h2>
);

/** A part of a panel, with a heading and what is counted under it. */
export const Section = ({
  title,
  note,
  children,
}: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}) => (
  <section className={css["section"]}>
    <h3 className={css["heading"]}>
      {title}
      {note !== undefined && <small>{note}</small>}
    </h3>
    {children}
  </section>
);

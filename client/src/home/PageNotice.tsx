import type { ReactNode } from "react";
import { useText } from "../i18n/index.ts";
import { Button, classes, HomeIcon, Icon, Logo, type IconDrawing } from "../ui/index.ts";
import { goHome } from "./navigation.ts";
import css from "./PageNotice.module.css";

export interface PageNoticeProps {
  readonly icon?: IconDrawing;
  readonly title: string;
  readonly text: string;
  /** what to do about it, before the way home */
  readonly action?: ReactNode;
}

/** A whole page that says one thing and how to go on. */
export const PageNotice = ({ icon, title, text, action }: PageNoticeProps) => {
  const { t } = useText();
  return (
    <main className={css["page"]}>
      <div className={css["notice"]} role="alert">
        {icon ? <Icon of={icon} size="large" className={css["icon"]} /> : <Logo px={48} />}
        <h1 className={css["title"]}>{title}</h1>
        <p className={css["text"]}>{text}</p>
        <div className={css["actions"]}>
          {action}
          <Button tone={action === undefined ? "primary" : "quiet"} icon={HomeIcon} onPress={goHome}>
            {t("frame.home")}
          </Button>
        </div>
      </div>
    </main>
  );
};

/** While a page opens: the logo on the ground, and a word for who waits longer than a moment. */
export const PageOpening = () => {
  const { t } = useText();
  return (
    <main className={classes(css["page"], css["opening"])} aria-busy="true">
      <div className={css["notice"]}>
        <Logo px={48} />
        <p className={css["text"]}>{t("frame.loading")}</p>
      </div>
    </main>
  );
};

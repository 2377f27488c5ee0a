import { useText } from "../../i18n/index.ts";
import { useUi } from "../../state/index.ts";
import { Icon, ListenIcon } from "../../ui/index.ts";
import { PostColumns } from "../heard/index.ts";
import { PanelHead, PanelTitle } from "../pieces/index.ts";
import { SECTIONS } from "./sections.ts";
import css from "./ListenPanel.module.css";

/** What the board listens to, and what it heard. Facilitators lead the sources; everybody reads the posts. */
export const ListenPanel = () => {
  const { t } = useText();
  const isSideBySide = useUi((state) => state.isSideBySide);
  return (
    <>
      <PanelHead>
        <span className={css["kind"]}>
          <Icon of={ListenIcon} size="card" />
          {t("panel.tabListen")}
        </span>
      </PanelHead>
      {isSideBySide ? <PostColumns /> : <Sections />}
    </>
  );
};

const Sections = () => (
  <>
    <PanelTitle>{useText().t("listen.title")}</PanelTitle>
    {SECTIONS.map((Section, place) => (
      <Section key={place} />
    ))}
  </>
);

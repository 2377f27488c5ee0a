import { mayFacilitate } from "@palabre/shared/facilitation";
import { useText } from "../i18n/index.ts";
import { useBoard, useUi, useWorkshop } from "../state/index.ts";
import { EmptyState, Icon, ListenIcon } from "../ui/index.ts";
import { PanelHead, PanelTitle } from "./pieces/index.ts";
import { PostColumns, PostStream, Suggestions, Themes } from "./heard/index.ts";
import { Sources } from "./Sources.tsx";
import { useNow } from "./useNow.ts";
import css from "./ListenPanel.module.css";

/** What the board listens to, and what it heard. Facilitators lead the sources; everybody reads the posts. */
export const ListenPanel = () => {
  const { t } = useText();
  const { me } = useBoard();
  const { listening } = useWorkshop();
  const isFacilitator = mayFacilitate(me.role);
  const isSideBySide = useUi((state) => state.isSideBySide);
  const head = (
    <PanelHead>
      <span className={css["kind"]}>
        <Icon of={ListenIcon} size="card" />
        {t("panel.tabListen")}
      </span>
    </PanelHead>
  );
  if (isSideBySide) {
    return (
      <>
        {head}
        <PostColumns />
      </>
    );
  }
  return (
    <>
      {head}
      <PanelTitle>{t("listen.title")}</PanelTitle>
      {listening.sources > 0 && <Summary />}
      {isFacilitator && <Sources />}
      {!isFacilitator && listening.sources === 0 && (
        <EmptyState isPlain icon={ListenIcon} text={t("listen.emptyForAll")} />
      )}
      {listening.posts > 0 && (
        <>
          <Suggestions />
          <Themes />
          <PostStream />
        </>
      )}
    </>
  );
};

const Summary = () => {
  const { t, relativeTime } = useText();
  const now = useNow();
  const { sources, posts, readAt, late } = useWorkshop().listening;
  return (
    <p className={css["summary"]}>
      {t("listen.summarySources", { n: sources })}, {t("listen.summaryPosts", { n: posts })}
      {readAt !== undefined && `. ${t("listen.summaryRead", { when: relativeTime(Math.min(readAt, now), now) })}`}
      {late > 0 && <span className={css["late"]}> {t("listen.summaryLate", { n: late })}</span>}
    </p>
  );
};

import { mayFacilitate } from "@palabre/shared/facilitation";
import { useText } from "../../i18n/index.ts";
import { useBoard, useWorkshop } from "../../state/index.ts";
import { EmptyState, ListenIcon } from "../../ui/index.ts";
import { useNow } from "../pieces/index.ts";
import css from "./SummarySection.module.css";

/** How much is heard, from how many sources, and when last; that nothing is, to those who can't change it. */
export const SummarySection = () => {
  const { t, relativeTime } = useText();
  const { me } = useBoard();
  const now = useNow();
  const { sources, posts, readAt, late, comparedBy } = useWorkshop().listening;
  if (sources === 0) {
    return mayFacilitate(me.role) ? undefined : <EmptyState isPlain icon={ListenIcon} text={t("listen.emptyForAll")} />;
  }
  return (
    <p className={css["summary"]}>
      {t("listen.summarySources", { n: sources })}, {t("listen.summaryPosts", { n: posts })}
      {readAt !== undefined && `. ${t("listen.summaryRead", { when: relativeTime(Math.min(readAt, now), now) })}`}
      {late > 0 && <span className={css["late"]}> {t("listen.summaryLate", { n: late })}</span>}
      {comparedBy !== undefined && <span className={css["sent"]}>{t("listen.comparedBy", { model: comparedBy })}</span>}
    </p>
  );
};

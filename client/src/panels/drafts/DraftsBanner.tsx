import { mayWrite } from "@palabre/shared/facilitation";
import { currentPhase, type PhaseId } from "@palabre/shared/terms";
import { useEffect, useMemo } from "react";
import { useText } from "../../i18n/index.ts";
import { useBoard, useWorkshop, type Drafting } from "../../state/index.ts";
import { classes, Icon, OnlyMeIcon } from "../../ui/index.ts";
import { EndDrafts } from "./EndDrafts.tsx";
import css from "./drafts.module.css";

export interface DraftsBannerProps {
  /** the phase whose drafts it is about */
  readonly phase: PhaseId;
  /** this person's own; undefined while it is opened, and for those who have none */
  readonly drafting: Drafting | undefined;
}

/** That people write in silence, what was promised to them, and how much waits; facilitators end it from here. */
export const DraftsBanner = ({ phase: id, drafting }: DraftsBannerProps) => {
  const { t } = useText();
  const { me, mayFacilitate } = useBoard();
  const { agenda, now, drafts } = useWorkshop();
  const waiting = drafts.find(({ phase }) => phase === id);
  const phase = agenda.phases.find((each) => each.id === id);
  const isOpen = currentPhase(agenda, now)?.id === id;
  const { ideas = 0 } = waiting ?? {};
  const isSigned = waiting && waiting.people > 0 ? waiting.signed : phase?.signed === true;
  const mayDraft = mayWrite(me.role, "draft");
  const saying = !isOpen
    ? "drafts.over"
    : !mayDraft
      ? "drafts.silentForViewers"
      : drafting
        ? "drafts.silent"
        : "drafts.opening";
  useMark(drafting);
  return (
    <div className={classes(css["banner"])} data-banner="drafts">
      <Icon of={OnlyMeIcon} />
      <p>
        <b>{t(saying)}</b>
        {saying === "drafts.silent" && <span>{t(isSigned ? "drafts.signed" : "drafts.anonymous")}</span>}
      </p>
      <span className={css["count"]} data-waiting={ideas}>
        {ideas === 0 ? t("drafts.none") : t("drafts.waiting", { n: ideas })}
      </span>
      {mayFacilitate && waiting && ideas > 0 && <EndDrafts drafts={waiting} />}
    </div>
  );
};

/** What every card of one's own draft wears: nobody is to wonder who sees it. */
function useMark(drafting: Drafting | undefined): void {
  const { t } = useText();
  const mark = useMemo(
    () => ({
      words: t("drafts.onlyYou"),
      className: css["draft"] ?? "",
      style: {},
      tags: (
        <span className={css["mark"]}>
          <Icon of={OnlyMeIcon} size="meta" />
          {t("drafts.onlyYou")}
        </span>
      ),
      colour: undefined,
    }),
    [t],
  );
  useEffect(() => {
    drafting?.dressIn(mark);
    return () => drafting?.dressIn(undefined);
  }, [drafting, mark]);
}

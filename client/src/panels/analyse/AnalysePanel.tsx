import { useDeferredValue, type ComponentType } from "react";
import { useAsked } from "../../analysis/index.ts";
import { useText } from "../../i18n/index.ts";
import { useBoard, useMayEdit } from "../../state/index.ts";
import { AnalyseIcon, Button, EmptyState, LinkIcon } from "../../ui/index.ts";
import { PanelHead } from "../pieces/index.ts";
import { BudgetSection } from "./BudgetSection.tsx";
import { LeverageSection } from "./LeverageSection.tsx";
import { LoopsSection } from "./LoopsSection.tsx";
import { PlaneSection } from "./PlaneSection.tsx";
import { ShowOnMap } from "./ShowOnMap.tsx";
import { WhatIf } from "./WhatIf.tsx";
import { RobustSection } from "./RobustSection.tsx";
import { TableLink } from "./TableLink.tsx";
import { TalkSection } from "./TalkSection.tsx";
import css from "./AnalysePanel.module.css";

interface AnalyseSection {
  readonly Section: ComponentType;
  /** says nothing of a board on which nothing acts on anything */
  readonly needsLinks: boolean;
}
/** From above to below: a new one is one more line. */
const SECTIONS: readonly AnalyseSection[] = [
  { Section: TableLink, needsLinks: false },
  { Section: PlaneSection, needsLinks: true },
  { Section: LoopsSection, needsLinks: true },
  { Section: WhatIf, needsLinks: true },
  { Section: LeverageSection, needsLinks: true },
  { Section: BudgetSection, needsLinks: false },
  { Section: RobustSection, needsLinks: true },
  { Section: TalkSection, needsLinks: true },
  { Section: ShowOnMap, needsLinks: false },
];

/** What the map says, taken together: who drives whom, where it turns in circles, what a choice would change. */
export const AnalysePanel = () => {
  const { t } = useText();
  const { answer, isFresh, isFailed, retry } = useAsked("structure", undefined);
  const hasLinks = (answer?.linkCount ?? 0) > 0;
  // the head is there at once, all below it comes in slices
  const isReady = useDeferredValue(answer !== undefined, false);
  const counts = answer && [
    isFresh ? t("analyse.upToDate") : t("analyse.computing"),
    t("analyse.cards", { n: answer.cards.size }),
    t("analyse.links", { n: answer.linkCount }),
  ];
  return (
    <>
      <PanelHead>
        <h2 className={css["title"]}>{t("panel.tabAnalyse")}</h2>
        <small className={css["counts"]}>{counts?.join(", ") ?? t("analyse.computing")}</small>
      </PanelHead>
      {isFailed && (
        <div className={css["failed"]} role="alert">
          <p>{t("analyse.failed")}</p>
          <Button size="s" onPress={retry}>
            {t("frame.retry")}
          </Button>
        </div>
      )}
      {answer && !hasLinks && <NoLinks />}
      {isReady && SECTIONS.map(({ Section, needsLinks }, i) => (hasLinks || !needsLinks) && <Section key={i} />)}
    </>
  );
};

const NoLinks = () => {
  const { t } = useText();
  const { ui } = useBoard();
  const mayEdit = useMayEdit();
  return (
    <EmptyState
      isPlain
      icon={AnalyseIcon}
      text={t("analyse.empty")}
      actions={
        mayEdit && (
          <Button icon={LinkIcon} onPress={() => ui.set({ tool: { type: "link", polarity: "+" } })}>
            {t("analyse.emptyAction")}
          </Button>
        )
      }
    />
  );
};

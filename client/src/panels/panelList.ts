import { currentPhase } from "@palabre/shared/terms";
import type { ComponentType } from "react";
import type { MessageKey } from "../i18n/index.ts";
import { useAlerts, useBoard, useHasBallots, useWorkshop, type Panel } from "../state/index.ts";
import {
  AnalyseIcon,
  CardIcon,
  HistoryIcon,
  ListenIcon,
  PeopleIcon,
  RunIcon,
  VoteIcon,
  type IconDrawing,
} from "../ui/index.ts";
import { AnalysePanel, CardPanel, HistoryPanel, ListenPanel, PeoplePanel, RunPanel, VotePanel } from "./laterPanels.ts";

export interface PanelEntry {
  readonly id: Panel;
  readonly icon: IconDrawing;
  readonly label: Extract<MessageKey, `panel.tab${string}`>;
  readonly Content: ComponentType;
  /** for those who lead the workshop only */
  readonly isFacilitation?: boolean;
  /** what asks to be looked at in it: alerts that are raised */
  readonly alerts?: number;
}

/** The panels, in the order of their tabs: a new one is one more entry. */
const PANELS: readonly PanelEntry[] = [
  { id: "card", icon: CardIcon, label: "panel.tabCard", Content: CardPanel },
  { id: "listen", icon: ListenIcon, label: "panel.tabListen", Content: ListenPanel },
  { id: "analyse", icon: AnalyseIcon, label: "panel.tabAnalyse", Content: AnalysePanel },
  { id: "vote", icon: VoteIcon, label: "panel.tabVote", Content: VotePanel },
  { id: "people", icon: PeopleIcon, label: "panel.tabPeople", Content: PeoplePanel },
  { id: "run", icon: RunIcon, label: "panel.tabRun", Content: RunPanel, isFacilitation: true },
  { id: "history", icon: HistoryIcon, label: "panel.tabHistory", Content: HistoryPanel },
];

/** Those that a person has; where a step shows participants few tools, the card, the people, and votes where there are or will be any. */
export const usePanels = (): readonly PanelEntry[] => {
  const { mayFacilitate } = useBoard();
  const { agenda, now } = useWorkshop();
  const alerts = useAlerts().size;
  const phase = currentPhase(agenda, now);
  const isFew = phase?.fewTools === true;
  const hasVotes = useHasBallots();
  const isVoting = hasVotes || phase?.ballot !== undefined;
  const panels = mayFacilitate
    ? PANELS
    : PANELS.filter(({ id, isFacilitation }) =>
        isFew ? id === "card" || (id === "vote" && isVoting) || id === "people" : isFacilitation !== true,
      );
  return alerts === 0 ? panels : panels.map((entry) => (entry.id === "listen" ? { ...entry, alerts } : entry));
};

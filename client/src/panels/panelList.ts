import type { ComponentType } from "react";
import type { MessageKey } from "../i18n/index.ts";
import type { Panel } from "../state/index.ts";
import { AnalyseIcon, CardIcon, HistoryIcon, ListenIcon, type IconDrawing } from "../ui/index.ts";
import { AnalysePanel, CardPanel, HistoryPanel, ListenPanel } from "./laterPanels.ts";

export interface PanelEntry {
  readonly id: Panel;
  readonly icon: IconDrawing;
  readonly label: Extract<MessageKey, `panel.tab${string}`>;
  readonly Content: ComponentType;
}

/** The panels, in the order of their tabs: a new one is one more entry. */
export const PANEL_LIST: readonly PanelEntry[] = [
  { id: "card", icon: CardIcon, label: "panel.tabCard", Content: CardPanel },
  { id: "listen", icon: ListenIcon, label: "panel.tabListen", Content: ListenPanel },
  { id: "analyse", icon: AnalyseIcon, label: "panel.tabAnalyse", Content: AnalysePanel },
  { id: "history", icon: HistoryIcon, label: "panel.tabHistory", Content: HistoryPanel },
];

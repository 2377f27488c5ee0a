export { CardPeek } from "./CardPeek.tsx";
export { PANEL_LIST } from "./panelList.ts";
export { selectedThings } from "./selectedThings.ts";
export { fetchPanels, SharePanel, TrashDialog } from "./laterPanels.ts";

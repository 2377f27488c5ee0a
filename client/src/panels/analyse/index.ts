export { AnalysePanel } from "./AnalysePanel.tsx";
export { SpotlightSlip } from "./SpotlightSlip.tsx";

export { BottomSheet } from "./BottomSheet.tsx";
export { Dock } from "./Dock.tsx";
export { DrawTool } from "./DrawTool.tsx";
export { fetchFinding, FindingTools, FindSlip } from "./FindingTools.tsx";
export { MoreItems } from "./MoreItems.tsx";
export { NameSlip } from "./NameSlip.tsx";
export { RulesBanner } from "./RulesBanner.tsx";
export { VersionBar } from "./VersionBar.tsx";

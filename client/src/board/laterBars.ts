import { lazy } from "react";

const bars = () => import("./bars.ts");

/** A board is seen before anything on it is asked for: its menus, its banners, its finding tools and a phone's bars are fetched beside it, in one piece. */
export const BottomSheet = lazy(async () => ({ default: (await bars()).BottomSheet }));
export const Dock = lazy(async () => ({ default: (await bars()).Dock }));
export const DrawTool = lazy(async () => ({ default: (await bars()).DrawTool }));
export const FindingTools = lazy(async () => ({ default: (await bars()).FindingTools }));
export const MoreMenu = lazy(async () => ({ default: (await bars()).MoreMenu }));
export const NameSlip = lazy(async () => ({ default: (await bars()).NameSlip }));
export const RulesBanner = lazy(async () => ({ default: (await bars()).RulesBanner }));
export const VersionBar = lazy(async () => ({ default: (await bars()).VersionBar }));

/** Fetches them, and what they open, ahead of need. */
export const fetchBars = async (): Promise<void> => {
  const { fetchFinding } = await bars();
  await fetchFinding();
};

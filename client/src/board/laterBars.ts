import { loadActions } from "../canvas/index.ts";
import { later } from "../ui/index.ts";

const fetched = () => import("./bars.ts");
const bars = async (): ReturnType<typeof fetched> => {
  // some of what they offer comes with them
  await loadActions();
  return fetched();
};

/** A board is seen before anything on it is asked for: its menus, its banners, its finding tools and a phone's bars are fetched beside it, in one piece. */
export const BottomSheet = later(async () => (await bars()).BottomSheet);
export const Dock = later(async () => (await bars()).Dock);
export const DrawTool = later(async () => (await bars()).DrawTool);
export const FindSlip = later(async () => (await bars()).FindSlip);
export const FindingTools = later(async () => (await bars()).FindingTools);
export const MoreItems = later(async () => (await bars()).MoreItems);
export const NameSlip = later(async () => (await bars()).NameSlip);
export const RulesBanner = later(async () => (await bars()).RulesBanner);
export const VersionBar = later(async () => (await bars()).VersionBar);

/** Fetches them, and what they open, ahead of need. */
export const fetchBars = async (): Promise<void> => {
  const { fetchFinding } = await bars();
  await fetchFinding();
};

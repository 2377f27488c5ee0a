import { withTexts } from "../i18n/index.ts";
import { later } from "../ui/index.ts";

/** What those who are together ask of each other is fetched after the board. */
export const fetchTogether = () => withTexts(["together"], () => import("../together/index.ts"));
export const FollowFrame = later(async () => (await fetchTogether()).FollowFrame);
export const HandButton = later(async () => (await fetchTogether()).HandButton);
export const TogetherSlips = later(async () => (await fetchTogether()).TogetherSlips);

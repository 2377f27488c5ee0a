import { lazy } from "react";
import { withTexts } from "../i18n/index.ts";

/** What those who are together ask of each other is fetched after the board. */
export const fetchTogether = () => withTexts(["together"], () => import("../together/index.ts"));
export const FollowFrame = lazy(async () => ({ default: (await fetchTogether()).FollowFrame }));
export const HandButton = lazy(async () => ({ default: (await fetchTogether()).HandButton }));
export const TogetherSlips = lazy(async () => ({ default: (await fetchTogether()).TogetherSlips }));

import type { Robustness } from "@palabre/shared/analysis/decision";
import { useAsked } from "../../analysis/index.ts";

/** How well the choice holds; undefined until the first draws are made. */
export const useRobustness = (): Robustness | undefined => useAsked("robust", undefined).answer;

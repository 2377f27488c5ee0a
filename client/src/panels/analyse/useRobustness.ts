import type { Robustness } from "@palabre/shared/analysis/decision";
import { useAsked } from "../../analysis/index.ts";
import { useAnnotations } from "../../state/index.ts";
import { toldRobustness } from "./toldRobustness.ts";

/**
 * How well the choice holds; undefined until the first draws are made. Once people have weighed the links it is what the server says,
 * which alone has their papers.
 */
export const useRobustness = (): Robustness | undefined => {
  const annotations = useAnnotations();
  const { answer } = useAsked("robust", undefined);
  return toldRobustness(annotations) ?? answer;
};

export { openAnalysis, type Analysis } from "./analysis.ts";
export { createAnnotator } from "./annotator.ts";
export { openForgetting } from "./forgetting.ts";

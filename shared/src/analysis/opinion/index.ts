export { computeConsensus, readConsensus } from "./consensus.ts";
export { readDelphi } from "./delphi.ts";
export { classifyKano, computeKano, KANO_ANSWERS, KANO_CATEGORIES, readKano } from "./kano.ts";
export { computeConcordance, concordanceOf, readConcordance } from "./kendall.ts";
export { AGREEMENT_METRICS, computeAlpha, readAgreement } from "./krippendorff.ts";
export { computeOpportunity, readOpportunity } from "./opportunity.ts";
export { computeQuartiles, QUARTILE_DEFINITIONS } from "./quartileDefinitions.ts";

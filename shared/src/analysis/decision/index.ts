export { readComposition } from "./composition.ts";
export { readCriteria } from "./criteria.ts";
export { readEngagement } from "./engagement.ts";
export { COOPERATION_LEVELS, DELICATE_FACETS, FACET_COUNTS, strategyFor } from "./factors.ts";
export { frontierOf } from "./frontier.ts";
export { findPortfolios, findServingPortfolios } from "./portfolio.ts";
export { readEstimates, socialReturn, sroiRatio, stackGains } from "./socialRoi.ts";
export { createRobustRun } from "./robust.ts";

export { readComposition } from "./composition.ts";
export { readCriteria } from "./criteria.ts";
export { readEngagement } from "./engagement.ts";
export { COOPERATION_LEVELS, DELICATE_FACETS, FACET_COUNTS, strategyFor } from "./factors.ts";
export { frontierOf } from "./frontier.ts";
export { findPortfolios, findServingPortfolios } from "./portfolio.ts";
export { readEstimates, socialReturn, sroiRatio, stackGains } from "./socialRoi.ts";
export { createRobustRun, type Robustness, type RobustRun } from "./robust.ts";
export { readChoice, type Choice, type Portfolio, type StrategyChoice } from "./choice.ts";
export type { Weighing } from "./weighing.ts";
export {
  countMakers,
  readDisagreements,
  readImportance,
  talkFirst,
  type Deciding,
  type Disagreement,
  type TalkItem,
} from "./talkFirst.ts";

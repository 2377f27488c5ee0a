export type { RankedBallot } from "./ballots.ts";
export { readConsent } from "./consent.ts";
export { countDots } from "./dots.ts";
export { runInstantRunoff } from "./instantRunoff.ts";
export { findKemenyScore } from "./kemeny.ts";
export { judgeByMajority } from "./majorityJudgment.ts";
export { writeMajorityValue } from "./majorityValue.ts";
export { countQuadratic } from "./quadratic.ts";
export { countRanked } from "./ranked.ts";

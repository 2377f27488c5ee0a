export { findConsensus, groupConsensus, priorityOf } from "./consensus.ts";
export { findOpinionGroups, type OpinionGroups } from "./findOpinionGroups.ts";
export { kMeans } from "./kMeans.ts";
export { readOpinionSpace, type Point } from "./opinionSpace.ts";
export { twoProportionTest } from "./proportions.ts";
export { adjustedRandIndex } from "./randIndex.ts";
export { findRepresentative } from "./representative.ts";
export { meanSilhouette, silhouettesOf } from "./silhouette.ts";
export { countVotes, tally, type Tally, type Vote, type VoteTable } from "./votes.ts";

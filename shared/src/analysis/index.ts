export { affectedBy, type BoardFact, type Stale } from "./affectedBy.ts";
export { annotate, annotateHeard, annotateOnMap, isMeasured, joinAnnotations } from "./annotate.ts";
export { annotateLinks } from "./annotateLinks.ts";
export type { Robustness, Weighing } from "./decision/index.ts";
export type { SignedMap } from "./structure/index.ts";
export {
  DRAWS,
  drawPeople,
  thinkOfChoice,
  thinkOfMap,
  type ChoiceThought,
  type MapThought,
  type Thought,
} from "./thought.ts";
export type { Heard } from "./evidence.ts";
export { heardSpan, heardUntil, isHeardBefore, periodOf, type HeardSpan } from "./period.ts";
export { NO_VOTES, readVotes, type Votes } from "./votes.ts";
export { chooseQuotes } from "./quotes.ts";

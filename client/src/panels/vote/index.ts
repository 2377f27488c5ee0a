export { BallotLine } from "./BallotLine.tsx";
export { BallotSlip } from "./BallotSlip.tsx";
export { LinkWeighing } from "./LinkWeighing.tsx";
export { OpenPlanned } from "./OpenPlanned.tsx";
export { usePlanned } from "./usePlanned.ts";
export { useVotesOn } from "./useVotesOn.ts";
export { VoteMarks } from "./VoteMarks.tsx";
export { VotePanel } from "./VotePanel.tsx";

export { optionsAsked } from "./optionsAsked.ts";
export { plannedThere } from "./plannedThere.ts";
export { whyNoPaper } from "./whyNoPaper.ts";
export { PAPERS_NEEDED } from "./papersNeeded.ts";
export { weighingOf } from "./weighingOf.ts";
export { tallyBallot } from "./tallyBallot.ts";

export { whyNoPaper } from "./whyNoPaper.ts";
export { tallyBallot } from "./tallyBallot.ts";

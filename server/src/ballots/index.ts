export { openBallots, type Ballots } from "./ballots.ts";

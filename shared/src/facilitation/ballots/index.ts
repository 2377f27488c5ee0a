/** @public */
export { whyNoPaper, type PaperProblem } from "./whyNoPaper.ts";

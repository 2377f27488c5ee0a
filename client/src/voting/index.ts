export { questionOf, writtenWords } from "./askedWords.ts";
export { BallotForm } from "./BallotForm.tsx";
export { gradeNames } from "./gradeNames.ts";
export { handingIn } from "./handingIn.ts";
export { optionName } from "./optionName.ts";
export { startPaper } from "./startPaper.ts";
export { writtenOn } from "./written.ts";

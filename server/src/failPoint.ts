/**
 * Places where a test may let the process die, to see what the disk then holds.
 *
 * `FAIL_AT=before-commit:3` kills it with SIGKILL when it comes by there for the third time (in that thread; `:1` can be left out).
 * Without it a fail-point is an empty function.
 */
export type FailPoint =
  | "before-write"
  | "before-commit"
  | "after-commit"
  | "before-broadcast"
  | "before-answer"
  | "during-reveal"
  | "after-reveal"
  | "during-papers"
  | "after-papers"
  | "during-checkpoint"
  | "before-trim";

const [wanted = "", count = "1"] = (process.env["FAIL_AT"] ?? "").split(":");

export const failPoint: (name: FailPoint) => void = wanted === "" ? () => {} : dieAt(wanted, Number(count));

function dieAt(wanted: string, count: number): (name: FailPoint) => void {
  let left = count;
  return (name) => {
    if (name !== wanted) return;
    left -= 1;
    // from a worker thread too it is the whole process that dies
    if (left === 0) process.kill(process.pid, "SIGKILL");
  };
}

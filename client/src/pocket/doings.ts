import type { PocketView } from "@palabre/shared/protocol";

/** What a phone is for just now. */
export type Doing = "vote" | "result" | "write" | "react" | "wait";

/** What can be done, what the step is for first. */
export function doingsOf({
  ballots,
  results,
  write,
  mayReact,
}: Pick<PocketView, "ballots" | "results" | "write" | "mayReact">): readonly Doing[] {
  const doings: Doing[] = [];
  if (ballots.length > 0) doings.push("vote");
  if (results.length > 0) doings.push("result");
  if (write.kinds.length > 0) doings.push("write");
  if (mayReact) doings.push("react");
  return doings;
}

/** What is shown of that: what was chosen if it can still be done. */
export const chosenDoing = (doings: readonly Doing[], wanted: Doing | undefined): Doing =>
  wanted !== undefined && doings.includes(wanted) ? wanted : (doings[0] ?? "wait");

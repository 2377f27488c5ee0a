import type { BallotId } from "@palabre/shared/terms";
import type { Waiting } from "./waiting.ts";

export type UnsentPaper = Extract<Waiting, { readonly type: "paper" }>;

export const isPaper = (waiting: Waiting): waiting is UnsentPaper => waiting.type === "paper";

/** The paper of a ballot that the server has not acknowledged, or did not take: only its `state` says whether it is on its way. */
export const unsentPaper = (waiting: readonly Waiting[], ballot: BallotId): UnsentPaper | undefined =>
  waiting.filter(isPaper).find((each) => each.ballot === ballot);

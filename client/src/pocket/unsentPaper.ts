import type { BallotId } from "@palabre/shared/terms";
import type { Waiting } from "./waiting.ts";

type UnsentPaper = Extract<Waiting, { readonly type: "paper" }>;

/** The paper of a ballot that the server has not acknowledged, or did not take: only its `state` says whether it is on its way. */
export const unsentPaper = (waiting: readonly Waiting[], ballot: BallotId): UnsentPaper | undefined =>
  waiting.find((each): each is UnsentPaper => each.type === "paper" && each.ballot === ballot);

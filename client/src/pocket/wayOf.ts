import type { IdeaKind, PocketView, SendIdea } from "@palabre/shared/protocol";

/** How an idea that was not taken can be said now. */
export interface Way {
  /** its own, or else what the step takes in its place */
  readonly kind: IdeaKind;
  /** among what is written in silence in this step; absent: openly, with its person's name */
  readonly draft: PocketView["write"]["draft"];
}

/** @returns undefined when the step takes nothing that is written */
export function wayOf({ kind }: Pick<SendIdea, "kind">, { kinds, draft }: PocketView["write"]): Way | undefined {
  const taken = [kind, "note" as const].find((each) => kinds.includes(each)) ?? kinds[0];
  return taken && { kind: taken, draft };
}

/** Whether the silent step that it was written for still goes on. */
export const isInTime = ({ draft: of }: Pick<SendIdea, "draft">, { draft }: PocketView["write"]): boolean =>
  of !== undefined && draft?.phase === of.phase && draft.round === of.round;

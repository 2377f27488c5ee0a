import type { CardId, Post, SourceId } from "../terms/index.ts";

/** What was heard of one expectation. */
export interface Heard {
  /** the posts that voice it, in any order, each once */
  readonly posts: readonly Post[];
  /** Where in a post's text to quote it: `text.slice(start, end)`. Asked only of the few posts that may be shown. */
  quote(text: string): { readonly start: number; readonly end: number } | undefined;
}

/** All that an analysis knows besides the board: what was heard, and the time it is. */
export interface Evidence {
  /** epoch ms at which the figures' period ends */
  readonly now: number;
  /** when the newest post of the board was written, whatever it speaks of; undefined = nothing was heard yet */
  readonly newestAt: number | undefined;
  /** whether the time before the period was listened to as well, as `isHeardBefore` says */
  readonly isHeardBefore: boolean;
  /** the sources' names, as a person reads them */
  readonly sources: ReadonlyMap<SourceId, string>;
  /** by expectation; one that listens for nothing has no entry */
  readonly heard: ReadonlyMap<CardId, Heard>;
}
/** The part of the evidence that is the same for every card. */
export type Listening = Pick<Evidence, "now" | "newestAt" | "isHeardBefore" | "sources">;

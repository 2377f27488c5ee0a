import type { SourceId } from "./ids.ts";

/**
 * One item heard from a source, normalised: plain text (no HTML), epoch milliseconds, an address that may be empty.
 *
 * `id` is stable for one source (`<source>:<native id>`, else a hash of what identifies it), so that hearing an item twice
 * adds nothing.
 */
export interface Post {
  readonly id: string;
  readonly source: SourceId;
  readonly text: string;
  readonly at: number;
  readonly url: string;
  readonly author: string;
  /** as the source says, else empty */
  readonly language: string;
}

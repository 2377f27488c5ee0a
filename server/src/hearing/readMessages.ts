import type { BoardId, Post } from "@palabre/shared/terms";
import type { LabelledPost, PostReading } from "../stores/index.ts";

/** What the reading thread is told and asked; messages keep their order. */
export type ReadRequest =
  /** Makes it know a board: what was said of its posts, and the posts that later ones may repeat, oldest first. */
  | {
      readonly type: "open";
      readonly board: BoardId;
      readonly labels: readonly LabelledPost[];
      readonly recent: readonly Post[];
    }
  /** What was said of a board's posts is this now. */
  | { readonly type: "teach"; readonly board: BoardId; readonly labels: readonly LabelledPost[] }
  | {
      readonly type: "read";
      readonly board: BoardId;
      readonly posts: readonly Post[];
      /** they were read before: only what is said of them may differ */
      readonly isAgain: boolean;
    };

/** `isKnown` = false: the board has to be opened first, the thread is new or knew too many. */
export interface ReadAnswer {
  readonly isKnown: boolean;
  readonly readings: readonly PostReading[];
}

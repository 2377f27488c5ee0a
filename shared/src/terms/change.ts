import type { PersonId } from "./ids.ts";
import type { Json } from "./json.ts";

/** What became of a text, from its start to its end, in letters and not in counts, so that it can be read backwards too. */
export type TextDelta = readonly (
  | { readonly keep: number }
  | { readonly remove: string }
  | { readonly insert: string }
)[];

/**
 * One fact of `board` and what became of it.
 *
 * `key` is `card/<id>`, `position/<id>`, `text/<id>`, `attribute/<id>/<name>`, `link/<id>` or `comment/<id>`. A missing `before` or
 * `after` means: not set. A text has `delta` in the place of both.
 */
export interface ChangedFact {
  readonly key: string;
  readonly before?: Json | undefined;
  readonly after?: Json | undefined;
  readonly delta?: TextDelta | undefined;
}

/** What one act changed. */
export interface ChangeEntry {
  readonly at: number;
  /** undefined = the server */
  readonly person?: PersonId | undefined;
  /** the phase in which it was made, where there is one */
  readonly phase?: string | undefined;
  readonly facts: readonly ChangedFact[];
}

import type { BoardId, ThemeId } from "@palabre/shared/terms";

/** A post as the thread of themes is told of it; `theme` is the one it has. */
export interface GatheredPost {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly theme?: ThemeId | undefined;
}

/** What the thread of themes is told and asked; messages keep their order. */
export type ThemeRequest =
  /** Posts from which themes are to be found, part by part; `isFirst` forgets those gathered before. */
  | {
      readonly type: "gather";
      readonly board: BoardId;
      readonly posts: readonly GatheredPost[];
      readonly isFirst: boolean;
    }
  /** Finds the themes of what was gathered, and forgets it. */
  | { readonly type: "find"; readonly board: BoardId }
  /** Which themes posts speak of, as they were found last. */
  | { readonly type: "join"; readonly board: BoardId; readonly posts: readonly GatheredPost[] };

export interface ThemeAnswer {
  /** false: the thread knows no themes of the board, they have to be found */
  readonly isKnown: boolean;
  /** posts whose theme is another than they came with */
  readonly changes: readonly (readonly [post: string, theme: ThemeId | undefined])[];
  /** of "find": the largest first */
  readonly themes?: readonly FoundTheme[];
}

/** What of a theme stays until themes are found anew. */
export interface FoundTheme {
  readonly id: ThemeId;
  readonly name: string;
  readonly keyphrases: readonly string[];
  readonly query: string;
}

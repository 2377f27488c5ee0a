import type { Stale, Votes } from "@palabre/shared/analysis";
import type {
  Annotation,
  Budget,
  Card,
  CardId,
  Language,
  Link,
  LinkAnnotation,
  LinkId,
  Post,
  SourceId,
  SourceKind,
} from "@palabre/shared/terms";

/**
 * What the analysis thread is told and asked. It keeps what it was told of a board, so that a change costs the thread that
 * serves people only the change; messages keep their order.
 *
 * `key` names one following of one board: a board that is left and joined again is another following.
 */
export type AnalysisRequest =
  | { readonly type: "open"; readonly key: string; readonly language: Language }
  /** Cards and links as they are now, `undefined` for what is gone; `stale` is what is to be measured again. */
  | {
      readonly type: "draw";
      readonly key: string;
      readonly cards: readonly (readonly [CardId, Card | undefined])[];
      readonly links: readonly (readonly [LinkId, Link | undefined])[];
      readonly stale: Stale;
    }
  | { readonly type: "hear"; readonly key: string; readonly posts: readonly Post[] }
  | { readonly type: "budget"; readonly key: string; readonly budget: Budget | undefined }
  /** What published ballots say, in the place of what they said before. */
  | { readonly type: "votes"; readonly key: string; readonly votes: Votes }
  /** Measures what is stale, for so long at most; to be asked again while some is left. `until` is when the figures' period ends. */
  | {
      readonly type: "annotate";
      readonly key: string;
      readonly until: number;
      readonly sources: readonly ToldSource[];
    }
  | { readonly type: "forget"; readonly key: string };

/** A source, what it is called, its kind, since when the board has it, and when it was last heard where it is listened to no more. In the order in which they were added. */
export type ToldSource = readonly [SourceId, string, SourceKind, number, (number | undefined)?];

/** What came out differently from what was given before; `undefined` = there is nothing to say of it any more. */
export type Changes<Id, T> = readonly (readonly [Id, T | undefined])[];
export type AnnotationChanges = Changes<CardId, Annotation>;
export type LinkChanges = Changes<LinkId, LinkAnnotation>;
/**
 * `left` is 0 when all is measured: an answer is never so large that reading it would hold anybody up, and asking never takes so long that
 * others would wait for it.
 */
export interface Annotated {
  readonly changes: AnnotationChanges;
  readonly links: LinkChanges;
  readonly left: number;
}

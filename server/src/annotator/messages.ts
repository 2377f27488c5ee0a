import type { Annotation, Card, CardId, Language, Link, LinkId, Post, SourceId } from "@palabre/shared/terms";

/**
 * What the analysis thread is told and asked. It keeps what it was told of a board, so that a change costs the thread that
 * serves people only the change; messages keep their order.
 *
 * `key` names one following of one board: a board that is left and joined again is another following.
 */
export type AnalysisRequest =
  | { readonly type: "open"; readonly key: number; readonly language: Language }
  /** Cards and links as they are now, `undefined` for what is gone; `stale` are the cards to be measured again. */
  | {
      readonly type: "draw";
      readonly key: number;
      readonly cards: readonly (readonly [CardId, Card | undefined])[];
      readonly links: readonly (readonly [LinkId, Link | undefined])[];
      readonly stale: readonly CardId[];
    }
  | { readonly type: "hear"; readonly key: number; readonly posts: readonly Post[] }
  /** Measures what is stale, so many cards at most; to be asked again while some are left. `until` is when the figures' period ends. */
  | {
      readonly type: "annotate";
      readonly key: number;
      readonly until: number;
      readonly sources: readonly (readonly [SourceId, string])[];
    }
  | { readonly type: "forget"; readonly key: number };

/** Annotations that came out differently from those given before; `undefined` = the card has none any more. */
export type AnnotationChanges = readonly (readonly [CardId, Annotation | undefined])[];
/** `left` counts the cards that are still stale: an answer is never so large that reading it would hold anybody up. */
export interface Annotated {
  readonly changes: AnnotationChanges;
  readonly left: number;
}

export interface AnalysisMessage {
  readonly id: number;
  readonly request: AnalysisRequest;
}
export type AnalysisAnswer =
  | { readonly id: number; readonly ok: true; readonly annotated: Annotated }
  | { readonly id: number; readonly ok: false; readonly error: unknown };

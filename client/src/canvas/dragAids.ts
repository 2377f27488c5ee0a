import type { CardId, Pair } from "@palabre/shared/terms";

/** Which keys are held while something is dragged. */
export interface HeldKeys {
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** What helps a hand that drags cards: it holds them at the lines of others, keeps them on one axis, copies them. */
export interface DragAids {
  begin(cards: readonly CardId[]): void;
  /** Shows the cards where the hand has brought them, [dx, dy] board px from where they lay, helped by what is held. */
  show(by: Pair, keys: HeldKeys): void;
  /** Ends a drag that was let go. */
  drop(keys: HeldKeys): void;
  cancel(): void;
}

import type { CardId, LinkId, Pair } from "@palabre/shared/terms";
import type { BoardState } from "./boardState.ts";

/** What all states of one board share, its draft and its earlier ones too: a person has one view of it, whichever is drawn. */
type AnyState = Pick<BoardState, "me">;

/** A rectangle of the board: top left corner and size, in board px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What of the board a person looks at, as actions steer it. Zoom 1 is 100 %. */
export interface View {
  zoomBy(factor: number): void;
  zoomTo(zoom: number): void;
  /** Shows a whole box, never larger than 100 %. */
  fit(box: Box): void;
  /**
   * Glides to a whole box in a second, because somebody else asks for it; gives the way back to where the person was. Undefined, and
   * nothing moves, while the hand carries something.
   * @param isBeside whether what hangs from the top of the canvas just now is kept clear of; else all see the same of the board
   */
  bringTo(box: Box, isBeside: boolean): (() => void) | undefined;
  /** Shows a box at once, as large as it goes; whoever asks for it moves the view step by step. */
  show(box: Box): void;
  /** what is seen of the board */
  seen(): Box;
  /** Calls back after each change of what is seen, in the step that makes it; returns the undoing. */
  onMove(listener: () => void): () => void;
  /** Moves just so far that a box is seen. */
  reveal(box: Box): void;
  /** Zooms in on a box when it is too small to be typed in, else just reveals it. */
  comeNear(box: Box): void;
  /** the middle of what is seen, in board px */
  middle(): Pair;
  /** the point of the board that lies under a point of the page; undefined beside the canvas, and under what lies over it */
  at(page: Pair): Pair | undefined;
  /** the middle of a free place for something of this size, near the middle of what is seen */
  roomFor(size: Pair): Pair;
  /** the frame in the middle of a box, of several the innermost */
  frameIn(box: Box): CardId | undefined;
  /** Brings the keyboard to a card, wherever it lies. */
  focusCard(card: CardId): void;
  /** the card that the keyboard is or was at last */
  focused(): CardId | undefined;
  /** Moves the chosen cards a little; a burst of these is one write. */
  nudge(by: Pair): void;
  /** Writes at once what a burst of nudges has moved. */
  settle(): void;
  /** Shows cards on their way from where they lay to where they have just been written. @param moves how far each went, in board px */
  glide(moves: ReadonlyMap<CardId, Pair>): void;
  /** Opens the label of a link for typing. */
  labelLink(link: LinkId): void;
}

/** The view of each open board, while its canvas is mounted: rail and menus act on it from outside. */
const views = new WeakMap<BoardState["me"], View>();
export const viewOf = ({ me }: AnyState): View | undefined => views.get(me);
export function setView({ me }: AnyState, view: View): () => void {
  views.set(me, view);
  return () => {
    if (views.get(me) === view) views.delete(me);
  };
}

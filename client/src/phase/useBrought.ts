import { isTrashed, sizeOf, type CardId } from "@palabre/shared/terms";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useBoard, type BoardState } from "../state/index.ts";
import type { Step } from "./readPhase.ts";

export interface Brought {
  /** the card that the step looks at; undefined once the person has answered */
  readonly card: CardId | undefined;
  /** to where the person was; undefined while they were not moved */
  readonly back: (() => void) | undefined;
  readonly go: () => void;
  readonly stay: () => void;
}
/** What moves the view of a board; undefined while no canvas is mounted. Handed in, since the canvas is no part of this chunk. */
export type ViewOf = (
  board: BoardState,
) => { bringTo(box: Box, isBeside: boolean): (() => void) | undefined } | undefined;
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type State = Pick<Brought, "card" | "back">;
const NOWHERE: State = { card: undefined, back: undefined };

/** The canvas may be mounted after who asks it; longer than this, nobody looks at the board. */
const PATIENCE_FRAMES = 120;

/**
 * Brings the person to what a step looks at as it begins; not while they write or carry something: then they are asked. So is who had
 * something in hand already when their page, over a slow line, came to know of the step that is under way.
 */
export function useBrought(step: Step | undefined, viewOf: ViewOf): Brought {
  const board = useBoard();
  const [state, setState] = useState<State>(NOWHERE);
  const isOpening = useRef(true);
  const key = step && `${step.phase.id} ${step.now.startedAt}`;
  const bringTo = (card: CardId): void => {
    // what is said of it is drawn first: it takes room that the card must not lie under
    flushSync(() => setState({ card, back: () => undefined }));
    setState({ card, back: bring(board, viewOf, card) });
  };
  const begin = useEffectEvent(() => {
    const { editing, selection } = board.ui.get();
    const isBusy = editing !== undefined || (isOpening.current && selection.size > 0);
    isOpening.current = false;
    const look = step?.phase.look;
    if (look === undefined || !isThere(board, look)) return setState(NOWHERE);
    if (isBusy) setState({ card: look, back: undefined });
    else bringTo(look);
  });
  useEffect(() => {
    let frame = 0;
    const tryIn = (frames: number): void => {
      if (viewOf(board) || frames === 0) return begin();
      frame = requestAnimationFrame(() => tryIn(frames - 1));
    };
    // not within the drawing of the step itself
    frame = requestAnimationFrame(() => tryIn(PATIENCE_FRAMES));
    return () => cancelAnimationFrame(frame);
  }, [key, board, viewOf]);
  const { card, back } = state;
  return {
    card,
    back:
      back &&
      (() => {
        back();
        setState(NOWHERE);
      }),
    go: () => {
      if (card !== undefined) bringTo(card);
    },
    stay: () => setState(NOWHERE),
  };
}

const isThere = (board: BoardState, id: CardId): boolean => {
  const card = board.card(id);
  return card !== undefined && !isTrashed(card);
};

function bring(board: BoardState, viewOf: ViewOf, id: CardId): (() => void) | undefined {
  const card = board.card(id);
  if (!card) return undefined;
  const [x, y] = card.position;
  const [width, height] = sizeOf(card);
  return viewOf(board)?.bringTo({ x, y, width, height }, true);
}

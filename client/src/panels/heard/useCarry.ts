import type { CardId, Pair } from "@palabre/shared/terms";
import { useEffect, useRef, useState, type PointerEvent } from "react";
import { useBoard, viewOf } from "../../state/index.ts";
import { place, type Placeable } from "./placing.ts";

/** Pixels that a pointer may tremble while it clicks. */
const CLICK_PX = 4;

/** Where a carried card is, in px of the page. */
export interface CarriedAt {
  readonly at: Pair;
  /** how large the board is drawn */
  readonly scale: number;
  /** whether it would lie on the board if it were let go */
  readonly isOver: boolean;
}
export interface Carry {
  readonly carried: CarriedAt | undefined;
  /** what a card is taken by */
  readonly grip: { readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void };
}

/**
 * Carries a card by the pointer from a panel to the board, where it is let go. Esc, and letting go beside the board, put it back. Who
 * has no pointer has the button beside.
 */
export function useCarry(card: Placeable, onPlaced: (id: CardId) => void): Carry {
  const board = useBoard();
  const [carried, setCarried] = useState<CarriedAt>();
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0 || !(event.target instanceof Element) || event.target.closest("button, a") !== null) return;
    // a finger that slides over a card scrolls; it carries by the grip alone
    if (event.pointerType === "touch" && event.target.closest("[data-grip]") === null) return;
    const { pointerId, clientX, clientY } = event;
    let isCarrying = false;
    const placeOf = (moved: globalThis.PointerEvent) => viewOf(board)?.at([moved.clientX, moved.clientY]);
    const onMove = (moved: globalThis.PointerEvent): void => {
      if (moved.pointerId !== pointerId) return;
      isCarrying ||= Math.hypot(moved.clientX - clientX, moved.clientY - clientY) > CLICK_PX;
      if (!isCarrying) return;
      // no text is chosen on the way
      getSelection()?.removeAllRanges();
      const scale = scaleOf(viewOf(board)?.seen().width);
      setCarried({ at: [moved.clientX, moved.clientY], scale, isOver: placeOf(moved) !== undefined });
    };
    const onUp = (moved: globalThis.PointerEvent): void => {
      if (moved.pointerId !== pointerId) return;
      const middle = isCarrying ? placeOf(moved) : undefined;
      stop.current?.();
      const id = middle && place(board, card, middle);
      if (id !== undefined) onPlaced(id);
    };
    const onKey = (pressed: KeyboardEvent): void => {
      if (pressed.key !== "Escape" || !isCarrying) return;
      pressed.preventDefault();
      pressed.stopPropagation();
      stop.current?.();
    };
    const end = (): void => stop.current?.();
    stop.current?.();
    stop.current = () => {
      stop.current = undefined;
      setCarried(undefined);
      removeEventListener("pointermove", onMove);
      removeEventListener("pointerup", onUp);
      removeEventListener("pointercancel", end);
      removeEventListener("blur", end);
      removeEventListener("keydown", onKey, true);
    };
    addEventListener("pointermove", onMove);
    addEventListener("pointerup", onUp);
    addEventListener("pointercancel", end);
    addEventListener("blur", end);
    addEventListener("keydown", onKey, true);
  };
  return { carried, grip: { onPointerDown } };
}

/** CSS px of a board px; a card is never carried larger than it is. @param seen board px across the canvas */
function scaleOf(seen: number | undefined): number {
  const canvas = document.querySelector("[data-canvas]")?.clientWidth;
  if (seen === undefined || canvas === undefined || seen === 0) return 1;
  return Math.max(0.3, Math.min(1, canvas / seen));
}

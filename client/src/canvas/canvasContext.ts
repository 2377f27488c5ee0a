import type { CardId } from "@palabre/shared/terms";
import { createContext, useContext, type PointerEvent } from "react";
import type { Way } from "./fromFlow.ts";
import type { Side } from "./linkPath.ts";

/** What a card or a link asks of the canvas that it lies on; stays the same object. */
export interface Canvas {
  /** Ends the typing in a card and begins a new one below it, one to its right that it is linked to, or one to its left that is linked to it. */
  goOn(from: CardId, way: Way): void;
  /** Brings a card into view and the keyboard to it. */
  focusCard(card: CardId): void;
  /** Begins to draw a link from a side of a card. */
  startLink(card: CardId, side: Side, event: PointerEvent<HTMLElement>): void;
}
export const CanvasContext = createContext<Canvas | undefined>(undefined);

export function useCanvas(): Canvas {
  const canvas = useContext(CanvasContext);
  if (!canvas) throw new Error("useCanvas is for what lies on a canvas");
  return canvas;
}

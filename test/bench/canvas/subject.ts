import type { Page } from "playwright-core";
import type { DrawnMap } from "./drawnMap.ts";

export const SUBJECTS = ["palabre", "naive", "excalidraw", "tldraw"] as const;
export type SubjectName = (typeof SUBJECTS)[number];

/** A canvas in a page of its own, with a map on it. */
export interface Subject {
  readonly page: Page;
  readonly map: DrawnMap;
  /** Shows the map, from nothing; what is measured as loading. */
  load(): Promise<void>;
  /** Shows the whole map. */
  fit(): Promise<void>;
  /** Brings a point of the board to the middle of the view. */
  look(at: readonly [number, number], zoom: number): Promise<void>;
  /** Where a point of the board is on the screen. */
  onScreen(at: readonly [number, number]): Promise<readonly [number, number]>;
  /** Where a card lies on the board. */
  where(card: number): Promise<readonly [number, number]>;
  select(cards: readonly number[]): Promise<void>;
  /** Moves cards as if other people had: [card, x, y]. */
  move(moves: readonly (readonly [number, number, number])[]): Promise<void>;
  end(): Promise<void>;
}

export const VIEW = { width: 1_440, height: 900 } as const;

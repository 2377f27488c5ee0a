import type { CardId, Pair } from "@palabre/shared/terms";
import type { BoardState } from "../state/index.ts";

const GLIDE_MS = 420;
/** More cards than this are where they go at once: the page could not keep up. */
const MOST = 400;

/**
 * Shows cards on their way from where they lay to where they have just been written, links and all.
 * @param moves how far each card went, in board px
 */
export function glide({ ui }: Pick<BoardState, "ui">, moves: ReadonlyMap<CardId, Pair>): void {
  if (moves.size === 0 || moves.size > MOST || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const start = performance.now();
  const step = (): void => {
    const t = Math.min(1, (performance.now() - start) / GLIDE_MS);
    // fast at first, and then it settles
    const left = (1 - t) ** 3;
    ui.set({ gliding: t === 1 ? STILL : new Map([...moves].map(([id, [x, y]]) => [id, [-x * left, -y * left]])) });
    if (t < 1) requestAnimationFrame(step);
  };
  step();
}
const STILL: ReadonlyMap<CardId, Pair> = new Map();

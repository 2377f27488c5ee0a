import { gatherFigures, type FigureNotice, type SaidOfCards, type ToldFigures } from "./gatherFigures.ts";

/** What one edit moves is told in one go, after the edit itself. */
const GATHER_MS = 4_000;
/** Figures that move all the time would leave no room for what people do. */
const PAUSE_MS = 60_000;

export interface FigureTeller {
  /** The figures may be others now. */
  readonly look: () => void;
  readonly close: () => void;
}

/**
 * Hands on which figures have changed: all at once, some seconds after the first of them, and once a minute at most.
 * @param say hands on what is left to say, and whether anything was said: silence needs no pause
 */
export function createFigureTeller(
  read: () => SaidOfCards,
  say: (notices: readonly FigureNotice[]) => boolean,
  clock: { readonly now: () => number; readonly after: (ms: number, act: () => void) => () => void },
): FigureTeller {
  const told: ToldFigures = new Map();
  let saidAt = Number.NEGATIVE_INFINITY;
  let stopWaiting: (() => void) | undefined;
  gatherFigures(read(), told);
  const tell = (): void => {
    stopWaiting = undefined;
    if (say(gatherFigures(read(), told))) saidAt = clock.now();
  };
  return {
    look: () => {
      stopWaiting ??= clock.after(Math.max(GATHER_MS, saidAt + PAUSE_MS - clock.now()), tell);
    },
    close: () => stopWaiting?.(),
  };
}

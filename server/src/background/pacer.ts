import { setImmediate as nextTurn } from "node:timers/promises";

/** Work between two turns of the event loop: what people type meanwhile waits no longer than this. */
const TURN_MS = 10;

/** Gives a function to be awaited between small pieces of a long work: it lets others run whenever enough was done. */
export function createPacer(): () => Promise<void> {
  let turnStartedAt = performance.now();
  return async () => {
    if (performance.now() - turnStartedAt < TURN_MS) return;
    await nextTurn();
    turnStartedAt = performance.now();
  };
}

import { CLOSE } from "@palabre/shared/protocol";

/** A connection as far as its end goes; one of those that are led to another server, too. */
export interface Leaving {
  close(code: number): void;
  readonly closed: Promise<void>;
}

/** Connections that end within this time end together: finer than a crowd of pages can come back. */
const STEP_MS = 50;

/**
 * Ends connections one after the other, evenly over a time, so that those who come back to another server don't all come at once.
 *
 * What each of them sent until its turn is on disk by then, and its barriers are answered; those whose turn is still to come go on working.
 * @param settled resolves once what was received is on disk
 * @param pause   waits so many milliseconds
 */
export async function drain(
  open: readonly Leaving[],
  overMs: number,
  world: { settled: () => Promise<void>; pause: (ms: number) => Promise<void> },
): Promise<void> {
  const groups = Math.max(1, Math.min(open.length, Math.ceil(overMs / STEP_MS)));
  const startOf = (group: number) => Math.floor((group * open.length) / groups);
  for (let group = 0; group < groups; group += 1) {
    if (group > 0) await world.pause(overMs / groups);
    await world.settled();
    for (const connection of open.slice(startOf(group), startOf(group + 1))) connection.close(CLOSE.restart);
  }
  await Promise.all(open.map((connection) => connection.closed));
}

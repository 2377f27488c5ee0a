import { createRate } from "./rates.ts";

/**
 * How many codes may be guessed wrong. A right one costs nothing: three hundred people of a venue behind one address all get in, and their
 * slips of the finger don't use up what the address has. Who guesses is slowed down before a code is looked at, so that a right guess is
 * worth nothing then. The odds are in `access/slides.ts`.
 */
export interface Guesses {
  /** Whether a code from this network is looked at now. */
  mayTry(network: string): boolean;
  missed(network: string): void;
}

/** How many times what one network may miss all together may: enough for a hundred workshops that begin at once. */
const IN_ALL = 10;

/** @param perMinute wrong codes from one network; that many at once, too */
export function createGuesses(perMinute: number, now: () => number): Guesses {
  const ofNetwork = createRate(perMinute, now);
  const inAll = createRate(perMinute * IN_ALL, now);
  return {
    mayTry: (network) => ofNetwork.has(network) && inAll.has(""),
    missed: (network) => {
      // a network that goes on missing has none left, and takes nothing from all others
      if (ofNetwork.take(network)) inAll.take("");
    },
  };
}

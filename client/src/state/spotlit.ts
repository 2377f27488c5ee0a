import type { Spotlight, SpotlitThings } from "@palabre/shared/terms";

/** What a person chose to see for themselves while the light that all share was that of the moment `over`; no things: the whole board. */
export interface OwnLight {
  readonly things: SpotlitThings | undefined;
  readonly over: number | undefined;
}

/** What stays lit on this screen while all else steps back. */
export interface Spotlit {
  readonly things: SpotlitThings;
  /** shown to everybody, by a facilitator */
  readonly isShared: boolean;
}

/** One's own choice holds until facilitators light something else, or end it. */
export function spotlitOf(shared: Spotlight | undefined, own: OwnLight | undefined): Spotlit | undefined {
  if (own !== undefined && own.over === shared?.at) return own.things && { things: own.things, isShared: false };
  return shared && { things: shared, isShared: true };
}

import { z } from "zod/mini";
import { personIdSchema, type PersonId } from "./ids.ts";
import { LIMITS } from "./limits.ts";

/** Left, top, width and height of a part of the board, in board px. */
export type Place = readonly [x: number, y: number, width: number, height: number];
const coordinate: z.ZodMiniNumber = z.number().check(z.minimum(-LIMITS.coordinatePx), z.maximum(LIMITS.coordinatePx));
const length: z.ZodMiniNumber = z.number().check(z.positive(), z.maximum(2 * LIMITS.coordinatePx));
export const placeSchema: z.ZodMiniType<Place> = z.tuple([coordinate, coordinate, length, length]);

/** Where a facilitator brought everybody, and when. */
export interface Gathering {
  readonly at: number;
  readonly by: PersonId;
  readonly place: Place;
}
export const gatheringSchema: z.ZodMiniType<Gathering> = z.object({
  at: z.number(),
  by: personIdSchema,
  place: placeSchema,
});

/** Since when something holds, in epoch ms of the server's clock. */
export interface Since {
  readonly at: number;
}
export const sinceSchema: z.ZodMiniType<Since> = z.object({ at: z.number() });

/** What those who are together show and ask of each other; on the server, so that a lost connection loses none of it. */
export interface Together {
  /** hands that are up; `inOrder` tells who raised theirs first */
  readonly hands: ReadonlyMap<PersonId, Since>;
  /** the question whether all are ready, while it is asked, and who said yes */
  readonly readyCheck: { readonly at: number; readonly ready: ReadonlySet<PersonId> } | undefined;
  /** the last time that everybody was brought somewhere */
  readonly gathering: Gathering | undefined;
  /** nobody sees where the others point */
  readonly areCursorsHidden: boolean;
}

/** Who waits, from the one who waits longest. */
export const inOrder = (hands: ReadonlyMap<PersonId, Since>): readonly PersonId[] =>
  [...hands].sort(([a, { at: from }], [b, { at: then }]) => from - then || (a < b ? -1 : 1)).map(([person]) => person);

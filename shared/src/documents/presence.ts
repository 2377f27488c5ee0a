import { z } from "zod/mini";
import {
  cardIdSchema,
  linkIdSchema,
  LIMITS,
  nameSchema,
  personColourSchema,
  personIdSchema,
  placeSchema,
  roleSchema,
  type CardId,
  type LinkId,
  type Pair,
  type PersonColour,
  type PersonId,
  type Place,
  type Role,
} from "../terms/index.ts";

const coordinate = z.number();
const pair = z.tuple([coordinate, coordinate]);
/** between two letters of a text */
const place = z.int().check(z.minimum(0), z.maximum(LIMITS.textLength));

/** Who is present. The server writes it over whatever a client says of itself. */
export interface PresentUser {
  readonly person: PersonId;
  readonly name: string;
  readonly role: Role;
  readonly colour: PersonColour;
}
export type Caret = readonly [start: number, end: number, length: number];
/** What a person shows of themselves while here; gone when they leave. */
export interface Presence {
  readonly user: PresentUser;
  /** pointer, in board px */
  readonly cursor?: Pair | undefined;
  readonly selection?: readonly (CardId | LinkId)[] | undefined;
  /** a drag that is going on: these cards are shown moved by [dx, dy] board px until dropped */
  readonly drag?: { readonly cards: readonly CardId[]; readonly by: Pair } | undefined;
  /** the card whose text is being typed */
  readonly editing?: CardId | undefined;
  /** where the caret stands in that text, or what is marked there, from one end to the other, and how long the text was then */
  readonly caret?: Caret | undefined;
  /** the part of the board that is on the screen; shown while somebody follows */
  readonly view?: Place | undefined;
  /** whose view this person's own goes with */
  readonly following?: PersonId | undefined;
  /** the pointer leaves a trail of light */
  readonly laser?: true | undefined;
  /** here with a phone, which shows no view of the board */
  readonly phone?: true | undefined;
}
/** The part that a client writes itself. */
export type OwnPresence = Omit<Presence, "user" | "phone">;

const selected = z.union([cardIdSchema, linkIdSchema]);
const presenceSchema: z.ZodMiniType<Presence> = z.object({
  user: z.object({ person: personIdSchema, name: nameSchema, role: roleSchema, colour: personColourSchema }),
  cursor: z.catch(z.optional(pair), undefined),
  selection: z.catch(z.optional(z.array(selected).check(z.maxLength(LIMITS.draggedCards))), undefined),
  drag: z.catch(
    z.optional(z.object({ cards: z.array(cardIdSchema).check(z.maxLength(LIMITS.draggedCards)), by: pair })),
    undefined,
  ),
  editing: z.catch(z.optional(cardIdSchema), undefined),
  caret: z.catch(z.optional(z.tuple([place, place, place])), undefined),
  view: z.catch(z.optional(placeSchema), undefined),
  following: z.catch(z.optional(personIdSchema), undefined),
  laser: z.catch(z.optional(z.literal(true)), undefined),
  phone: z.catch(z.optional(z.literal(true)), undefined),
});

/** Reads one presence state as it came from the wire; undefined when it names nobody. */
export const readPresence = (state: unknown): Presence | undefined => {
  const parsed = presenceSchema.safeParse(state);
  return parsed.success ? parsed.data : undefined;
};

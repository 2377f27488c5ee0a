import { z } from "zod/mini";
import {
  boardIdSchema,
  joinCodeSchema,
  languageSchema,
  LIMITS,
  nameSchema,
  personIdSchema,
  roleSchema,
  standingSchema,
  type BoardId,
  type JoinCode,
  type Language,
  type PersonId,
  type Role,
  type Standing,
} from "../terms/index.ts";
import { sessionOpenedSchema, type SessionOpened } from "./http.ts";

/** How long a code is good for, by the server's clock: while its slide is shown, and two hours at most. */
export const SLIDE = {
  /** how often a page that shows the slide says so */
  keepAliveMs: 20_000,
  /** how long after that was last heard the code opens nothing */
  graceMs: 60_000,
  /** a slide that is shown for longer gets another code */
  codeMs: 7_200_000,
} as const;

/** Shows the slide, or goes on showing it: the same code comes back while it is good. `isFresh` asks for another one now. */
export interface ShowSlide {
  readonly isFresh?: boolean | undefined;
}
export const showSlideSchema: z.ZodMiniType<ShowSlide> = z.object({ isFresh: z.optional(z.boolean()) });

export interface SlideShown {
  /** six letters, to be read and typed */
  readonly code: JoinCode;
  /** the join page with the long code behind `#` */
  readonly address: string;
  /** where a camera goes: the phone's own page, with the long code behind `#` */
  readonly phone: string;
  /** when the code is over, however long the slide is shown */
  readonly endsAt: number;
}
export const slideShownSchema: z.ZodMiniType<SlideShown> = z.object({
  code: joinCodeSchema,
  address: z.string(),
  phone: z.string(),
  endsAt: z.number(),
});

/** Trades a code for a session; `code` as it was typed. */
export interface Join {
  readonly code: string;
  readonly name?: string | undefined;
  readonly bearer?: boolean | undefined;
}
export const joinSchema: z.ZodMiniType<Join> = z.object({
  code: z.string().check(z.minLength(1), z.maxLength(200)),
  name: z.optional(nameSchema),
  bearer: z.optional(z.boolean()),
});
export interface Joined extends SessionOpened {
  readonly board: BoardId;
}
export const joinedSchema: z.ZodMiniType<Joined> = z.intersection(
  sessionOpenedSchema,
  z.object({ board: boardIdSchema }),
);

/** `known`: how one stood when one last heard. The reply is held back until that is another, up to `WAITING_HOLD_MS`. */
export const doorQuerySchema: z.ZodMiniObject<{ known: z.ZodMiniOptional<z.ZodMiniType<Standing>> }> = z.object({
  known: z.optional(standingSchema),
});

/** How one stands at the door of a board. */
export interface AtTheDoor {
  readonly standing: Standing;
  readonly title: string;
  readonly language: Language;
  readonly name: string;
  readonly role: Role;
}
export const atTheDoorSchema: z.ZodMiniType<AtTheDoor> = z.object({
  standing: standingSchema,
  title: z.string(),
  language: languageSchema,
  name: nameSchema,
  role: roleSchema,
});
export const WAITING_HOLD_MS = 20_000;

/** Opens the waiting room, or closes it, which lets in all who stand in it. */
export const setWaitingRoomSchema: z.ZodMiniType<{ readonly isOn: boolean }> = z.object({ isOn: z.boolean() });
/** Without `people`: all who wait. */
export interface Admit {
  readonly people?: readonly PersonId[] | undefined;
}
const people = z.array(personIdSchema).check(z.minLength(1), z.maxLength(LIMITS.waitingPerBoard));
export const admitSchema: z.ZodMiniType<Admit> = z.object({ people: z.optional(people) });
export const refuseSchema: z.ZodMiniType<{ readonly people: readonly PersonId[] }> = z.object({ people });

import { z } from "zod/mini";
import {
  nameSchema,
  personColourSchema,
  roleSchema,
  type PersonColour,
  type PersonId,
  type Role,
} from "../terms/index.ts";
import type { StateDoc } from "./doc.ts";
import type { DeskMap, StateChange } from "./stateChange.ts";

/**
 * The door of a board, on the desk of its facilitators: whether there is a waiting room, and who stands in it. Whether a session may
 * enter is with the session; this is what facilitators see of it.
 */
export interface WaitingPerson {
  readonly name: string;
  readonly role: Role;
  readonly colour: PersonColour;
  /** since when they wait, or when they were refused */
  readonly at: number;
  readonly isRefused: boolean;
}
export const waitingSchema: z.ZodMiniType<WaitingPerson> = z.object({
  name: nameSchema,
  role: roleSchema,
  colour: personColourSchema,
  at: z.number(),
  isRefused: z.boolean(),
});

const DOOR = "door" satisfies DeskMap;
const WAITING_ROOM = "waitingRoom";

export const hasWaitingRoom = (doc: StateDoc): boolean => doc.getMap(DOOR).get(WAITING_ROOM) === "on";

/** What to write to open the waiting room or to close it. */
export const doorOpening = (isOn: boolean): StateChange => ({
  map: DOOR,
  key: WAITING_ROOM,
  value: isOn ? "on" : undefined,
});

/** What to write to show who waits at the door; undefined when they don't any more. */
export const waitingAt = (person: PersonId, waiting: WaitingPerson | undefined): StateChange => ({
  map: "waiting",
  key: person,
  value: waiting,
});

import { z } from "zod/mini";
import { LIMITS } from "./limits.ts";

export const ROLES = ["facilitator", "participant", "viewer"] as const;
export type Role = (typeof ROLES)[number];
export const roleSchema: z.ZodMiniEnum<{ [R in Role]: R }> = z.enum(ROLES);

/** From most to least rights: a device that opens two links of one board keeps the higher role. */
export const higherRole = (a: Role, b: Role): Role => (ROLES.indexOf(a) <= ROLES.indexOf(b) ? a : b);

/** One of the eight inks of `tokens.css` (`--person-1` to `--person-8`). */
export const PERSON_COLOURS = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export type PersonColour = (typeof PERSON_COLOURS)[number];
export const personColourSchema: z.ZodMiniType<PersonColour> = z.literal(PERSON_COLOURS);

/** How a session stands at the door of its board: `waiting` until a facilitator lets it in or refuses it. */
export const STANDINGS = ["in", "waiting", "refused"] as const;
export type Standing = (typeof STANDINGS)[number];
export const standingSchema: z.ZodMiniType<Standing> = z.enum(STANDINGS);

/** What a person is called: one line, trimmed, without control characters. */
export const nameSchema: z.ZodMiniType<string> = z.pipe(
  z.pipe(
    z.string(),
    z.transform((name) => name.replaceAll(/\p{C}/gu, " ").replaceAll(/\s+/g, " ").trim()),
  ),
  z.string().check(z.minLength(1), z.maxLength(LIMITS.nameLength)),
);

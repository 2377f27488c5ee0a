import { z } from "zod/mini";

declare const brand: unique symbol;
/** What opens a board while its slide is shown: six letters that a person types, or those and ten more that only a camera reads. */
export type JoinCode = string & { readonly [brand]: "JoinCode" };

/**
 * The letters of a code: no vowel, hence no word that a room would laugh at, and neither I nor O, which pass for digits, nor U, which
 * passes for V. 21 letters: six of them make 85,766,121 codes, sixteen 1.4 · 10²¹.
 */
export const JOIN_LETTERS = "BCDFGHJKLMNPQRSTVWXYZ";
/** How many letters a person types. */
export const JOIN_CODE_LENGTH = 6;
/** How many letters the QR code carries: the six, and enough more that nobody finds them by trying. */
export const LONG_CODE_LENGTH = 16;

const PATTERN = new RegExp(`^(?:[${JOIN_LETTERS}]{${JOIN_CODE_LENGTH}}|[${JOIN_LETTERS}]{${LONG_CODE_LENGTH}})$`);
/** What people put between letters: spaces of any width, dashes, dots. */
const BETWEEN = /[\s\p{Pd}.·_]/gu;

/** Reads a code as it was typed: in small letters, in groups, as a phone spelled it out. Undefined when it can't be one. */
export function readJoinCode(typed: string): JoinCode | undefined {
  // what is longer is no code, however it is spelled
  if (typed.length > 100) return undefined;
  const letters = typed.normalize("NFKC").replaceAll(BETWEEN, "").toUpperCase();
  // the brand exists in types only: what matches the pattern is a code
  return PATTERN.test(letters) ? (letters as JoinCode) : undefined;
}

/** A code as the server hands it out. */
export const joinCodeSchema: z.ZodMiniType<JoinCode> = z
  .string()
  .check(z.regex(PATTERN)) as unknown as z.ZodMiniType<JoinCode>;

/** The six letters in two groups of three, as they are shown and typed. */
export const showJoinCode = (code: JoinCode): string => `${code.slice(0, 3)} ${code.slice(3, JOIN_CODE_LENGTH)}`;

/** The six letters one by one, for who hears them. */
export const spellJoinCode = (code: JoinCode): string => code.slice(0, JOIN_CODE_LENGTH).split("").join(", ");

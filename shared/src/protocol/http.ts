import { z } from "zod";
import {
  boardIdSchema,
  languageSchema,
  LIMITS,
  nameSchema,
  personColourSchema,
  personIdSchema,
  roleSchema,
  TEMPLATES,
  type BoardId,
  type Language,
  type PersonColour,
  type PersonId,
  type Role,
  type TemplateName,
} from "../terms/index.ts";
import { historyDaysSchema } from "./history.ts";

/** Requests and replies of the HTTP interface; the routes themselves, with their verbs, are in `server/http`. */

const time = z.number().int().nonnegative();
/** all white space but the narrow one that French sets before ? ! : and ; */
const BLANKS = /[^\S\u202F]+/g;
const titleSchema: z.ZodType<string> = z
  .string()
  .transform((title) => title.replaceAll(/\p{C}/gu, " ").replaceAll(BLANKS, " ").trim())
  .pipe(z.string().min(1).max(LIMITS.titleLength));

export interface CreateBoard {
  readonly title: string;
  readonly template?: TemplateName | undefined;
  readonly language?: Language | undefined;
}
export const createBoardSchema: z.ZodType<CreateBoard> = z.object({
  title: titleSchema,
  template: z.enum(TEMPLATES).optional(),
  language: languageSchema.optional(),
});

export type Links = { readonly [R in Role]: string };
export const linksSchema: z.ZodType<Links> = z.object({
  facilitator: z.string(),
  participant: z.string(),
  viewer: z.string(),
});
export interface BoardCreated {
  readonly id: BoardId;
  readonly links: Links;
}
export const boardCreatedSchema: z.ZodType<BoardCreated> = z.object({ id: boardIdSchema, links: linksSchema });

export interface OpenSession {
  readonly secret: string;
  readonly name?: string | undefined;
  readonly bearer?: boolean | undefined;
}
export const openSessionSchema: z.ZodType<OpenSession> = z.object({
  secret: z.string().min(1).max(200),
  name: nameSchema.optional(),
  bearer: z.boolean().optional(),
});
export interface SessionOpened {
  readonly person: PersonId;
  readonly role: Role;
  readonly name: string;
  readonly colour: PersonColour;
  readonly expiresAt: number;
  /** only when asked for with `bearer` */
  readonly session?: string | undefined;
  /** the session opens nothing until a facilitator lets it in: `GET …/waiting` says when */
  readonly isWaiting?: boolean | undefined;
}
export const sessionOpenedSchema: z.ZodType<SessionOpened> = z.object({
  person: personIdSchema,
  role: roleSchema,
  name: nameSchema,
  colour: personColourSchema,
  expiresAt: time,
  session: z.string().optional(),
  isWaiting: z.boolean().optional(),
});

/** One board as the holder of a session sees it. */
export interface BoardFacts {
  readonly id: BoardId;
  readonly title: string;
  readonly language: Language;
  readonly person: PersonId;
  readonly role: Role;
  readonly name: string;
  readonly colour: PersonColour;
  readonly createdAt: number;
  readonly seenAt: number;
}
export const boardFactsSchema: z.ZodType<BoardFacts> = z.object({
  id: boardIdSchema,
  title: z.string(),
  language: languageSchema,
  person: personIdSchema,
  role: roleSchema,
  name: nameSchema,
  colour: personColourSchema,
  createdAt: time,
  seenAt: time,
});
/** The boards of this device, last seen first. */
export const boardListSchema: z.ZodType<{ readonly boards: readonly BoardFacts[] }> = z.object({
  boards: z.array(boardFactsSchema),
});

/** At least one of them. */
export interface ChangeBoard {
  readonly title?: string | undefined;
  readonly historyDays?: number | undefined;
}
export const changeBoardSchema: z.ZodType<ChangeBoard> = z
  .object({ title: titleSchema.optional(), historyDays: historyDaysSchema.optional() })
  .refine(({ title, historyDays }) => title !== undefined || historyDays !== undefined, { path: ["title"] });
export const changeMeSchema: z.ZodType<{ readonly name: string }> = z.object({ name: nameSchema });

/** RFC 9457, `application/problem+json`: `code` is of the closed list in `errors.ts` and never changes its meaning. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string | undefined;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
}
export const problemSchema: z.ZodType<Problem> = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

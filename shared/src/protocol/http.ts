import { z } from "zod/mini";
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

const time = z.int().check(z.nonnegative());
/** all white space but the narrow one that French sets before ? ! : and ; */
const BLANKS = /[^\S\u202F]+/g;
const titleSchema: z.ZodMiniType<string> = z.pipe(
  z.pipe(
    z.string(),
    z.transform((title) => title.replaceAll(/\p{C}/gu, " ").replaceAll(BLANKS, " ").trim()),
  ),
  z.string().check(z.minLength(1), z.maxLength(LIMITS.titleLength)),
);

export interface CreateBoard {
  readonly title: string;
  readonly template?: TemplateName | undefined;
  readonly language?: Language | undefined;
}
export const createBoardSchema: z.ZodMiniType<CreateBoard> = z.object({
  title: titleSchema,
  template: z.optional(z.enum(TEMPLATES)),
  language: z.optional(languageSchema),
});

export type Links = { readonly [R in Role]: string };
export const linksSchema: z.ZodMiniType<Links> = z.object({
  facilitator: z.string(),
  participant: z.string(),
  viewer: z.string(),
});
export interface BoardCreated {
  readonly id: BoardId;
  readonly links: Links;
}
export const boardCreatedSchema: z.ZodMiniType<BoardCreated> = z.object({ id: boardIdSchema, links: linksSchema });

export interface OpenSession {
  readonly secret: string;
  readonly name?: string | undefined;
  readonly bearer?: boolean | undefined;
}
export const openSessionSchema: z.ZodMiniType<OpenSession> = z.object({
  secret: z.string().check(z.minLength(1), z.maxLength(200)),
  name: z.optional(nameSchema),
  bearer: z.optional(z.boolean()),
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
export const sessionOpenedSchema: z.ZodMiniType<SessionOpened> = z.object({
  person: personIdSchema,
  role: roleSchema,
  name: nameSchema,
  colour: personColourSchema,
  expiresAt: time,
  session: z.optional(z.string()),
  isWaiting: z.optional(z.boolean()),
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
export const boardFactsSchema: z.ZodMiniType<BoardFacts> = z.object({
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
export const boardListSchema: z.ZodMiniType<{ readonly boards: readonly BoardFacts[] }> = z.object({
  boards: z.array(boardFactsSchema),
});

/** At least one of them. */
export interface ChangeBoard {
  readonly title?: string | undefined;
  readonly historyDays?: number | undefined;
}
export const changeBoardSchema: z.ZodMiniType<ChangeBoard> = z
  .object({ title: z.optional(titleSchema), historyDays: z.optional(historyDaysSchema) })
  .check(z.refine(({ title, historyDays }) => title !== undefined || historyDays !== undefined, { path: ["title"] }));
export const changeMeSchema: z.ZodMiniType<{ readonly name: string }> = z.object({ name: nameSchema });

/** RFC 9457, `application/problem+json`: `code` is of the closed list in `errors.ts` and never changes its meaning. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string | undefined;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
}
export const problemSchema: z.ZodMiniType<Problem> = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.optional(z.string()),
  details: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
});

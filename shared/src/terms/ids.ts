import { nanoid } from "nanoid";
import { z } from "zod/mini";

declare const brand: unique symbol;
/** A string that is known to be an id of one kind: a CardId can't be handed where a LinkId is asked. */
export type Id<Name extends string> = string & { readonly [brand]: Name };

export type BoardId = Id<"BoardId">;
export type CardId = Id<"CardId">;
export type LinkId = Id<"LinkId">;
export type CommentId = Id<"CommentId">;
export type PersonId = Id<"PersonId">;
export type SourceId = Id<"SourceId">;
export type VersionId = Id<"VersionId">;
export type ThemeId = Id<"ThemeId">;
export type AlertId = Id<"AlertId">;
export type PhaseId = Id<"PhaseId">;
export type BallotId = Id<"BallotId">;
/** What an attribute can be set on. */
export type ThingId = CardId | LinkId | CommentId;

/** 21 characters of A–Z a–z 0–9 _ -: 126 random bits, no two alike in practice, safe in an address and in an attribute's key. */
const idSchema = <Name extends string>(): z.ZodMiniType<Id<Name>> =>
  // the brand exists in types only: what matches the pattern is an id
  z.string().check(z.regex(/^[\w-]{21}$/)) as unknown as z.ZodMiniType<Id<Name>>;

/** A card, a link or a comment: their ids are made alike. */
export const thingIdSchema: z.ZodMiniType<ThingId> = idSchema() as unknown as z.ZodMiniType<ThingId>;
export const boardIdSchema: z.ZodMiniType<BoardId> = idSchema();
export const cardIdSchema: z.ZodMiniType<CardId> = idSchema();
export const linkIdSchema: z.ZodMiniType<LinkId> = idSchema();
export const commentIdSchema: z.ZodMiniType<CommentId> = idSchema();
export const personIdSchema: z.ZodMiniType<PersonId> = idSchema();
export const sourceIdSchema: z.ZodMiniType<SourceId> = idSchema();
export const versionIdSchema: z.ZodMiniType<VersionId> = idSchema();
export const themeIdSchema: z.ZodMiniType<ThemeId> = idSchema();
export const alertIdSchema: z.ZodMiniType<AlertId> = idSchema();
export const phaseIdSchema: z.ZodMiniType<PhaseId> = idSchema();
export const ballotIdSchema: z.ZodMiniType<BallotId> = idSchema();

/** The only place where ids are born. */
const newId = <Name extends string>(schema: z.ZodMiniType<Id<Name>>): Id<Name> => schema.parse(nanoid());
export const newBoardId = (): BoardId => newId(boardIdSchema);
export const newCardId = (): CardId => newId(cardIdSchema);
export const newLinkId = (): LinkId => newId(linkIdSchema);
export const newCommentId = (): CommentId => newId(commentIdSchema);
export const newPersonId = (): PersonId => newId(personIdSchema);
export const newSourceId = (): SourceId => newId(sourceIdSchema);
export const newVersionId = (): VersionId => newId(versionIdSchema);
export const newThemeId = (): ThemeId => newId(themeIdSchema);
export const newAlertId = (): AlertId => newId(alertIdSchema);
export const newPhaseId = (): PhaseId => newId(phaseIdSchema);
export const newBallotId = (): BallotId => newId(ballotIdSchema);

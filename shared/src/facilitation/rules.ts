import type { Role } from "../terms/index.ts";

type RuledDocument = "board" | "workshop" | "desk";

/** Who may read and who may write each document: a property of the document, whatever is in it. */
const DOCUMENT_RULES: Readonly<
  Record<RuledDocument, { readonly read: readonly Role[]; readonly write: readonly Role[] }>
> = {
  board: { read: ["facilitator", "participant", "viewer"], write: ["facilitator", "participant"] },
  workshop: { read: ["facilitator", "participant", "viewer"], write: [] },
  desk: { read: ["facilitator"], write: [] },
};

export const mayRead = (role: Role, document: RuledDocument): boolean => DOCUMENT_RULES[document].read.includes(role);
/** The server itself writes every document; this is about people. */
export const mayWrite = (role: Role, document: RuledDocument): boolean => DOCUMENT_RULES[document].write.includes(role);
/** Commands by HTTP that change the workshop: title, links, sources. */
export const mayFacilitate = (role: Role): boolean => role === "facilitator";

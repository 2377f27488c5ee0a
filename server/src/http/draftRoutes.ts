import { ofDraftsSchema, revealedSchema } from "@palabre/shared/protocol";
import type { RouteDescription } from "./routeDescription.ts";

/** What facilitators do with the drafts of a silent phase. People write them at `/sync/<board>/draft`, each their own. */
export const DRAFT_ROUTES = {
  revealDrafts: {
    method: "POST",
    path: "/api/boards/:id/reveal",
    summary:
      "Put the ideas that were written in silence on the board, in an order that says nothing, and erase the drafts; a second time changes nothing",
    access: "facilitator",
    body: ofDraftsSchema,
    status: 200,
    reply: revealedSchema,
    problems: ["bad-request", "damaged-document"],
  },
  discardDrafts: {
    method: "DELETE",
    path: "/api/boards/:id/drafts",
    summary: "Erase the drafts of a silent phase for good; a second time changes nothing",
    access: "facilitator",
    body: ofDraftsSchema,
    status: 204,
    problems: ["bad-request", "damaged-document"],
  },
} as const satisfies Readonly<Record<string, RouteDescription>>;

import { decisionFactsSchema, decisionSchema } from "@palabre/shared/terms";
import type { RouteDescription } from "./routeDescription.ts";

/** What a group decided of its cards, as its facilitators record it. */
export const DECISION_ROUTES = {
  setDecision: {
    method: "PUT",
    path: "/api/boards/:id/decisions/:card",
    summary:
      "Record what was decided of a card, in the place of what was recorded before; its review date opens it again",
    access: "facilitator",
    body: decisionFactsSchema,
    status: 200,
    reply: decisionSchema,
    problems: ["bad-request"],
  },
  removeDecision: {
    method: "DELETE",
    path: "/api/boards/:id/decisions/:card",
    summary: "Take back what was recorded of a card",
    access: "facilitator",
    status: 204,
    problems: ["bad-request"],
  },
} as const satisfies Readonly<Record<string, RouteDescription>>;

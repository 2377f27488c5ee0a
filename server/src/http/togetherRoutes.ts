import { setMutedSchema, setRemovedSchema } from "@palabre/shared/protocol";
import type { RouteDescription } from "./routeDescription.ts";

/** The routes of those who are together on a board. */
export const TOGETHER_ROUTES = {
  setMuted: {
    method: "PUT",
    path: "/api/boards/:id/people/:person/muted",
    summary: "Let a participant look on only, or write again; an edit under way has three seconds",
    access: "facilitator",
    body: setMutedSchema,
    status: 204,
    problems: [],
  },
  setRemoved: {
    method: "PUT",
    path: "/api/boards/:id/people/:person/removed",
    summary: "Send another person off the board until they are let back in; their devices open nothing meanwhile",
    access: "facilitator",
    body: setRemovedSchema,
    status: 204,
    problems: [],
  },
} as const satisfies Readonly<Record<string, RouteDescription>>;

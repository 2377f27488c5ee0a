import { ideaSentSchema, pocketViewSchema, sendIdeaSchema, setReactionSchema } from "@palabre/shared/protocol";
import type { RouteDescription } from "./routeDescription.ts";

/** A workshop on a phone: what is to be shown, followed by events, and what is sent. */
export const POCKET_ROUTES = {
  pocket: {
    method: "GET",
    path: "/api/boards/:id/pocket",
    summary: "What a phone shows: the step that is under way, what one may do in it, one's ideas, cards to react to",
    access: "person",
    status: 200,
    reply: pocketViewSchema,
    problems: ["damaged-document"],
  },
  pocketEvents: {
    method: "GET",
    path: "/api/boards/:id/pocket/events",
    summary:
      "The same as it changes: `view` with the parts that changed, `beat` every 15 s, `over` when one is to ask again; Last-Event-ID spares what is known",
    access: "person",
    status: 200,
    reply: "events",
    problems: ["damaged-document", "too-many"],
  },
  sendIdea: {
    method: "POST",
    path: "/api/boards/:id/ideas",
    summary:
      "Write an idea onto the board, or into one's draft while people write in silence; under the same key it is taken in once",
    access: "person",
    body: sendIdeaSchema,
    status: 201,
    reply: ideaSentSchema,
    problems: ["forbidden", "conflict", "too-many"],
  },
  setReaction: {
    method: "PUT",
    path: "/api/boards/:id/reactions/:card",
    summary: "React to a card, or take that back",
    access: "person",
    body: setReactionSchema,
    status: 204,
    problems: ["forbidden", "too-many"],
  },
} as const satisfies Readonly<Record<string, RouteDescription>>;

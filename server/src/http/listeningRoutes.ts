import { labelPostSchema, postLabelledSchema, postPageSchema, themeListSchema } from "@palabre/shared/protocol";
import { FEELINGS, HEARD_KINDS, LIMITS, sourceIdSchema, themeIdSchema } from "@palabre/shared/terms";
import { z } from "zod";
import type { RouteDescription } from "./routeDescription.ts";

/** The routes of what a board has heard. */
export const LISTENING_ROUTES = {
  posts: {
    method: "GET",
    path: "/api/boards/:id/posts",
    summary: "What was heard, newest first, near-copies together; all of what is given must hold",
    access: "person",
    query: z.object({
      source: sourceIdSchema.optional(),
      query: z.string().max(LIMITS.queryLength).optional(),
      language: z.string().max(20).optional(),
      kind: z.enum([...HEARD_KINDS, "expectation"]).optional(),
      feeling: z.enum(FEELINGS).optional(),
      theme: themeIdSchema.optional(),
      from: z.coerce.number().optional(),
      to: z.coerce.number().optional(),
      before: z.string().optional(),
      limit: z.coerce.number().optional(),
    }),
    status: 200,
    reply: postPageSchema,
    problems: ["unknown-source"],
  },
  themes: {
    method: "GET",
    path: "/api/boards/:id/themes",
    summary: "What the posts of a board speak of, the largest theme first",
    access: "person",
    status: 200,
    reply: themeListSchema,
    problems: [],
  },
  labelPost: {
    method: "POST",
    path: "/api/boards/:id/labels",
    summary: "Say whether a post is an expectation; the board's posts are read accordingly from then on",
    access: "facilitator",
    body: labelPostSchema,
    status: 201,
    reply: postLabelledSchema,
    problems: ["unknown-post"],
  },
} as const satisfies Readonly<Record<string, RouteDescription>>;

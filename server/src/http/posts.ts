import type { Hono } from "hono";
import type { Listening } from "../listening/index.ts";
import { check } from "./body.ts";
import type { RouteDeps } from "./deps.ts";
import { mount } from "./mount.ts";
import { ROUTES } from "./routes.ts";
import { visitorOf } from "./visitor.ts";

/** Posts of a page: what a screen shows, and at most what a program should take at once. */
const PAGE = { usual: 30, most: 200 } as const;

/** What a board has heard: for everybody on it. */
export function mountPosts(app: Hono, deps: Pick<RouteDeps, "sessions"> & { readonly listening: Listening }): void {
  mount(app, ROUTES.posts, async (context) => {
    const { board } = await visitorOf(context, deps.sessions);
    const { source, query, before, limit = PAGE.usual } = check(context.req.query(), ROUTES.posts.query);
    const page = await deps.listening.page(board, {
      limit: Math.min(PAGE.most, Math.max(1, Math.floor(limit))),
      ...(source === undefined ? {} : { source }),
      ...(query === undefined ? {} : { query }),
      ...(before === undefined || before === "" ? {} : { before }),
    });
    return context.json(page);
  });
}

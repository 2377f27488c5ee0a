import type { Hono } from "hono";
import { labelPostSchema, savedSearchesSchema, setAlertsSchema, setVoicesSchema } from "@palabre/shared/protocol";
import { check, readJson } from "./body.ts";
import type { RouteDeps } from "./deps.ts";
import { mount } from "./mount.ts";
import { ROUTES } from "./routes.ts";
import { facilitatorOf, visitorOf } from "./visitor.ts";

/** Posts of a page: what a screen shows, and at most what a program should take at once. */
const PAGE = { usual: 30, most: 200 } as const;

/** Days of a comparison. */
const DAYS = { usual: 30, most: 3_660 } as const;

/** What a board has heard: for everybody on it; what it is taught: by facilitators. */
export function mountPosts(app: Hono, deps: Pick<RouteDeps, "sessions" | "listening" | "hearing">): void {
  mount(app, ROUTES.posts, async (context) => {
    const { board } = await visitorOf(context, deps.sessions);
    const given = Object.entries(context.req.query()).filter(([, value]) => value !== "");
    const { limit = PAGE.usual, ...asked } = check(Object.fromEntries(given), ROUTES.posts.query);
    const most = Math.min(PAGE.most, Math.max(1, Math.floor(limit)));
    return context.json(await deps.listening.page(board, { ...asked, limit: most }));
  });

  mount(app, ROUTES.themes, async (context) => {
    const { board } = await visitorOf(context, deps.sessions);
    return context.json(await deps.hearing.themes(board));
  });

  mount(app, ROUTES.voices, async (context) => {
    const { board } = await visitorOf(context, deps.sessions);
    const { days = DAYS.usual } = check(context.req.query(), ROUTES.voices.query);
    const asked = Math.min(DAYS.most, Math.max(1, Math.floor(days)));
    return context.json(await deps.hearing.voices(board, asked));
  });

  mount(app, ROUTES.setVoices, async (context) => {
    const { board } = await facilitatorOf(context, deps.sessions);
    await deps.hearing.setVoices(board, await readJson(context, setVoicesSchema));
    return context.body(null, 204);
  });

  mount(app, ROUTES.searches, async (context) => {
    const { board } = await visitorOf(context, deps.sessions);
    return context.json(await deps.hearing.searches(board));
  });

  mount(app, ROUTES.setSearches, async (context) => {
    const { board } = await facilitatorOf(context, deps.sessions);
    await deps.hearing.setSearches(board, await readJson(context, savedSearchesSchema));
    return context.body(null, 204);
  });

  mount(app, ROUTES.alerts, async (context) => {
    const { board } = await facilitatorOf(context, deps.sessions);
    return context.json(await deps.hearing.alerts(board));
  });

  mount(app, ROUTES.setAlerts, async (context) => {
    const { board } = await facilitatorOf(context, deps.sessions);
    const { alerts } = await readJson(context, setAlertsSchema);
    return context.json(await deps.hearing.setAlerts(board, alerts));
  });

  mount(app, ROUTES.labelPost, async (context) => {
    const { board } = await facilitatorOf(context, deps.sessions);
    const { post, isExpectation } = await readJson(context, labelPostSchema);
    return context.json(await deps.hearing.label(board, post, isExpectation), 201);
  });
}

import type { Context, Hono } from "hono";
import { AppError } from "@palabre/shared/errors";
import { labelPostSchema, savedSearchesSchema, setAlertsSchema, setVoicesSchema } from "@palabre/shared/protocol";
import type { Visitor } from "../access/index.ts";
import { check, readJson } from "./body.ts";
import type { RouteDeps } from "./deps.ts";
import { mount } from "./mount.ts";
import { createRate, type Rate } from "./rates.ts";
import { ROUTES } from "./routes.ts";
import { facilitatorOf, visitorOf } from "./visitor.ts";

/** Posts of a page: what a screen shows, and at most what a program should take at once. */
const PAGE = { usual: 30, most: 200 } as const;

/** Days of a comparison. */
const DAYS = { usual: 30, most: 3_660 } as const;

/** What one person asks of the posts in a minute: pages ask anew as posts come, which a stream brings four times a second. */
const ASKED_PER_MINUTE = { posts: 600, voices: 300 } as const;

/** What a board has heard: for everybody on it; what it is taught: by facilitators. */
export function mountPosts(app: Hono, deps: Pick<RouteDeps, "sessions" | "listening" | "hearing" | "now">): void {
  const searches = createRate(ASKED_PER_MINUTE.posts, deps.now);
  const comparisons = createRate(ASKED_PER_MINUTE.voices, deps.now);
  /** Who asks what takes the store a while. @throws AppError `too-many`, and what `visitorOf` throws */
  const askerOf = async (context: Context, rate: Rate): Promise<Visitor> => {
    const visitor = await visitorOf(context, deps.sessions);
    if (rate.take(`${visitor.board}/${visitor.person}`)) return visitor;
    throw new AppError("too-many", "the posts were searched too often in a short time: wait a minute");
  };

  mount(app, ROUTES.posts, async (context) => {
    const { board } = await askerOf(context, searches);
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
    const { board } = await askerOf(context, comparisons);
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

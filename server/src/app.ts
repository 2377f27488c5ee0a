import { AppError } from "@palabre/shared/errors";
import { Hono } from "hono";
import {
  describeApi,
  hearToTheEnd,
  mount,
  mountAgenda,
  mountDecisions,
  mountBallots,
  mountBoards,
  mountConduct,
  mountDrafts,
  mountFiles,
  mountHealth,
  mountHistory,
  mountJoining,
  mountOperator,
  mountPages,
  mountPeople,
  mountPocket,
  mountPosts,
  mountRules,
  mountSources,
  mountTogether,
  neverStored,
  refuseDisguised,
  refuseForeign,
  ROUTES,
  secureHeaders,
  sendProblem,
  type Operator,
  type Pages,
  type RouteDeps,
} from "./http/index.ts";

export { ROUTES, type RouteDescription } from "./http/index.ts";

export interface AppDeps extends RouteDeps {
  /** the built client; empty when there is none */
  readonly pages: Pages;
  /** undefined: nothing is shown to an operator */
  readonly operator: Operator | undefined;
}

/** The HTTP side of the server. It never listens. */
export function createApp(deps: AppDeps): Hono {
  const { basePath, publicUrl } = deps.address;
  const app = new Hono();
  app.use(secureHeaders, hearToTheEnd);
  app.onError((error, context) => sendProblem(context, error, deps.log));
  app.notFound((context) => sendProblem(context, nothingHere(), deps.log));
  // who watches over the process asks at the root, wherever the pages are
  if (basePath !== "") {
    mountHealth(app, deps);
    mountOperator(app, deps);
  }
  app.route(basePath === "" ? "/" : basePath, createRoutes(deps, publicUrl));
  return app;
}

function createRoutes(deps: AppDeps, publicUrl: string | undefined): Hono {
  const { basePath } = deps.address;
  const routes = new Hono();
  routes.use("/api/*", neverStored, refuseForeign(publicUrl));
  routes.use("/api/boards/:id/*", refuseDisguised(basePath));
  mountHealth(routes, deps);
  mountOperator(routes, deps);
  const description = describeApi(basePath);
  mount(routes, ROUTES.description, (context) => context.json(description));
  mountBoards(routes, deps);
  mountPeople(routes, deps);
  mountJoining(routes, deps);
  mountSources(routes, deps);
  mountPosts(routes, deps);
  mountHistory(routes, deps);
  mountRules(routes, deps);
  mountConduct(routes, deps);
  mountDrafts(routes, deps);
  mountAgenda(routes, deps);
  mountDecisions(routes, deps);
  mountTogether(routes, deps);
  mountPocket(routes, deps);
  mountFiles(routes, deps);
  mountBallots(routes, deps);
  routes.all("/api/*", () => {
    throw nothingHere();
  });
  mountPages(routes, deps.pages, basePath);
  return routes;
}

const nothingHere = () => new AppError("unknown-route", "there is nothing at this address: see /api/openapi.json");

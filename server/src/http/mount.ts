import type { Context, Hono } from "hono";
import type { RouteDescription } from "./routeDescription.ts";

/** Mounts a handler where its description says: the two can't drift. */
export function mount(
  app: Hono,
  route: RouteDescription,
  handle: (context: Context) => Response | Promise<Response>,
): void {
  app.on(route.method, route.path, handle);
}

import type { Context, Hono } from "hono";
import { hearJson } from "./body.ts";
import { isForm } from "./form.ts";
import type { RouteDescription } from "./routeDescription.ts";

/**
 * Mounts a handler where its description says: the two can't drift.
 *
 * Where a session is asked for, the JSON that is described is here before the handler begins: a body may be minutes on its way, and who
 * was removed meanwhile must not be taken for who they were. A form comes as the handler reads it, which has to ask again.
 */
export function mount(
  app: Hono,
  route: RouteDescription,
  handle: (context: Context) => Response | Promise<Response>,
): void {
  app.on(route.method, route.path, async (context) => {
    if (route.access !== "anyone") await hearJson(context, takesJson(route, context));
    return handle(context);
  });
}

const takesJson = ({ body, form }: RouteDescription, context: Context): boolean =>
  body !== undefined && !(form !== undefined && isForm(context));

import { budgeting, spotlighting } from "@palabre/shared/documents";
import { setBudgetSchema, setSpotlightSchema } from "@palabre/shared/protocol";
import type { Hono } from "hono";
import { readJson } from "./body.ts";
import type { RouteDeps } from "./deps.ts";
import { mount } from "./mount.ts";
import { ROUTES } from "./routes.ts";
import { facilitatorOf } from "./visitor.ts";

/** What facilitators set for all: how much may be spent, and what the group talks of. */
export function mountConduct(app: Hono, deps: Pick<RouteDeps, "conductor" | "sessions" | "now">): void {
  const { conductor, sessions, now } = deps;

  mount(app, ROUTES.setBudget, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    const budget = await readJson(context, setBudgetSchema);
    await conductor.change(board, "workshop", [budgeting(budget.amount === null ? undefined : budget)]);
    return context.body(null, 204);
  });

  mount(app, ROUTES.setSpotlight, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    const things = await readJson(context, setSpotlightSchema);
    await conductor.change(board, "workshop", [spotlighting(things, now())]);
    return context.body(null, 204);
  });
}

import { cardIdSchema, decisionFactsSchema, type CardId } from "@palabre/shared/terms";
import type { Context, Hono } from "hono";
import { check, readJson } from "./body.ts";
import type { RouteDeps } from "./deps.ts";
import { mount } from "./mount.ts";
import { ROUTES } from "./routes.ts";
import { facilitatorOf } from "./visitor.ts";

/** What was decided, recorded by facilitators and seen by all. */
export function mountDecisions(app: Hono, { decisions, sessions }: Pick<RouteDeps, "decisions" | "sessions">): void {
  mount(app, ROUTES.setDecision, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    const facts = await readJson(context, decisionFactsSchema);
    return context.json(await decisions.set(board, cardOf(context), facts));
  });

  mount(app, ROUTES.removeDecision, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    await decisions.remove(board, cardOf(context));
    return context.body(null, 204);
  });
}

const cardOf = (context: Context): CardId => check(context.req.param("card"), cardIdSchema);

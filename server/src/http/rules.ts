import { changeRulesSchema } from "@palabre/shared/protocol";
import type { Hono } from "hono";
import { readJson } from "./body.ts";
import type { RouteDeps } from "./deps.ts";
import { mount } from "./mount.ts";
import { ROUTES } from "./routes.ts";
import { boardOf, facilitatorOf } from "./visitor.ts";

/** What facilitators allow on a board. */
export function mountRules(app: Hono, deps: Pick<RouteDeps, "rulebook" | "sessions" | "turns">): void {
  const { rulebook, sessions, turns } = deps;

  mount(app, ROUTES.changeRules, async (context) => {
    await facilitatorOf(context, sessions);
    const change = await readJson(context, changeRulesSchema);
    const board = boardOf(context);
    // one after the other: how many locks there are is read before more are written
    const { frozen, locks } = await turns.take(board, () => rulebook.change(board, change));
    return context.json({ frozen, locks: [...locks] });
  });

  mount(app, ROUTES.dismissDamage, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    await rulebook.dismissDamage(board);
    return context.body(null, 204);
  });
}

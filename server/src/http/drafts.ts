import { ofDraftsSchema } from "@palabre/shared/protocol";
import type { Hono } from "hono";
import { readJson } from "./body.ts";
import type { RouteDeps } from "./deps.ts";
import { mount } from "./mount.ts";
import { ROUTES } from "./routes.ts";
import { facilitatorOf } from "./visitor.ts";

/** The end of a silent brainstorm. One after the other with whoever is just coming in: a draft that ends is not opened meanwhile. */
export function mountDrafts(app: Hono, deps: Pick<RouteDeps, "drafts" | "sessions" | "turns">): void {
  const { drafts, sessions, turns } = deps;

  mount(app, ROUTES.revealDrafts, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    const which = await readJson(context, ofDraftsSchema);
    return context.json(await turns.take(board, () => drafts.reveal(board, which)));
  });

  mount(app, ROUTES.discardDrafts, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    const which = await readJson(context, ofDraftsSchema);
    await turns.take(board, () => drafts.discard(board, which));
    return context.body(null, 204);
  });
}

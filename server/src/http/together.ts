import { AppError } from "@palabre/shared/errors";
import { setMutedSchema, setRemovedSchema } from "@palabre/shared/protocol";
import { personIdSchema } from "@palabre/shared/terms";
import type { Context, Hono } from "hono";
import { check, readJson } from "./body.ts";
import type { RouteDeps } from "./deps.ts";
import { mount } from "./mount.ts";
import { ROUTES } from "./routes.ts";
import { boardOf, facilitatorOf } from "./visitor.ts";

/** Those who are together on a board: who may write, who may stay. */
export function mountTogether(app: Hono, deps: Pick<RouteDeps, "sessions" | "together" | "turns">): void {
  const { sessions, together, turns } = deps;

  mount(app, ROUTES.setMuted, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    const { muted } = await readJson(context, setMutedSchema);
    await together.mute(board, personOf(context), muted);
    return context.body(null, 204);
  });

  mount(app, ROUTES.setRemoved, async (context) => {
    const { removed } = await readJson(context, setRemovedSchema);
    await turns.take(boardOf(context), async () => {
      // asked here: of two facilitators who remove each other, the first one stays, so that there always is one
      const { board, person: by } = await facilitatorOf(context, sessions);
      const person = personOf(context);
      if (person === by) throw new AppError("forbidden", "nobody removes themselves: leave the board instead");
      await together.remove(board, person, removed);
    });
    return context.body(null, 204);
  });
}

const personOf = (context: Context) => check(context.req.param("person"), personIdSchema);

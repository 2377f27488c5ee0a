import { changeTimerSchema, goToPhaseSchema, setAgendaSchema } from "@palabre/shared/protocol";
import type { Hono } from "hono";
import { readJson } from "./body.ts";
import type { RouteDeps } from "./deps.ts";
import { mount } from "./mount.ts";
import { ROUTES } from "./routes.ts";
import { facilitatorOf, visitorOf } from "./visitor.ts";

/** The agenda: what facilitators plan, and where the workshop is in it. */
export function mountAgenda(app: Hono, deps: Pick<RouteDeps, "agendas" | "sessions" | "now">): void {
  const { agendas, sessions } = deps;

  mount(app, ROUTES.setAgenda, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    const { revision } = await agendas.set(board, await readJson(context, setAgendaSchema));
    return context.json({ revision });
  });

  mount(app, ROUTES.goToPhase, async (context) => {
    const { board, person } = await facilitatorOf(context, sessions);
    const now = await agendas.goTo(board, await readJson(context, goToPhaseSchema), person);
    return context.json({ now: now ?? null });
  });

  mount(app, ROUTES.changeTimer, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    return context.json({ now: await agendas.changeTimer(board, await readJson(context, changeTimerSchema)) });
  });

  mount(app, ROUTES.agendaFile, async (context) => {
    const { board } = await visitorOf(context, sessions);
    context.header("Content-Disposition", 'attachment; filename="agenda.json"');
    return context.json(await agendas.file(board));
  });

  mount(app, ROUTES.time, (context) => context.json({ now: deps.now() }));
}

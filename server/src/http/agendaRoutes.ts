import { agendaSetSchema, goToPhaseSchema, phaseReplySchema, setAgendaSchema } from "@palabre/shared/protocol";
import type { RouteDescription } from "./routeDescription.ts";

/** The agenda of a board, as its facilitators set it and go through it. */
export const AGENDA_ROUTES = {
  setAgenda: {
    method: "PUT",
    path: "/api/boards/:id/agenda",
    summary: "Set the phases of the workshop, in the place of those that were read with this revision",
    access: "facilitator",
    body: setAgendaSchema,
    status: 200,
    reply: agendaSetSchema,
    problems: ["bad-request", "conflict", "store-failed"],
  },
  goToPhase: {
    method: "POST",
    path: "/api/boards/:id/phase",
    summary: "Go from the phase that is under way to another one, for everybody at once; its timer starts",
    access: "facilitator",
    body: goToPhaseSchema,
    status: 200,
    reply: phaseReplySchema,
    problems: ["bad-request", "conflict", "store-failed"],
  },
} as const satisfies Readonly<Record<string, RouteDescription>>;

import {
  agendaFileSchema,
  agendaSetSchema,
  changeTimerSchema,
  goToPhaseSchema,
  phaseReplySchema,
  serverTimeSchema,
  setAgendaSchema,
} from "@palabre/shared/protocol";
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
    problems: ["bad-request", "conflict"],
  },
  goToPhase: {
    method: "POST",
    path: "/api/boards/:id/phase",
    summary: "Go from the phase that is under way to another one, for everybody at once; its timer starts",
    access: "facilitator",
    body: goToPhaseSchema,
    status: 200,
    reply: phaseReplySchema,
    problems: ["bad-request", "conflict"],
  },
  changeTimer: {
    method: "POST",
    path: "/api/boards/:id/timer",
    summary: "Start, pause, resume, lengthen or stop the timer of the phase that is under way",
    access: "facilitator",
    body: changeTimerSchema,
    status: 200,
    reply: phaseReplySchema,
    problems: ["bad-request", "conflict"],
  },
  agendaFile: {
    method: "GET",
    path: "/api/boards/:id/agenda.json",
    summary: "The phases of the workshop as a file; what they look at is named by its title",
    access: "person",
    status: 200,
    reply: agendaFileSchema,
    problems: ["damaged-document"],
  },
  time: {
    method: "GET",
    path: "/api/time",
    summary: "What the server's clock says: timers end by it",
    access: "anyone",
    status: 200,
    reply: serverTimeSchema,
    problems: [],
  },
} as const satisfies Readonly<Record<string, RouteDescription>>;

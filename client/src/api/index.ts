export { agendaApi } from "./agenda.ts";
export { api, type Api } from "./api.ts";
export { toAppError } from "./faults.ts";
export { together } from "./together.ts";

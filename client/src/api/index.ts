export { agendaApi } from "./agenda.ts";
export { api, type Api } from "./api.ts";
export { ballotsApi } from "./ballots.ts";
export { decisionsApi } from "./decisions.ts";
export { draftsApi } from "./drafts.ts";
export { toAppError } from "./faults.ts";
export { heardApi } from "./heard.ts";
export { joining } from "./joining.ts";
export { together } from "./together.ts";

import type * as agenda from "./agenda.ts";

/**
 * What facilitators do with the agenda, and the server's clock: fetched by what shows them.
 * @public
 */
export const loadAgenda = (): Promise<typeof agenda> => import("./agenda.ts");

import type { StateDoc } from "./doc.ts";
import type { WorkshopMap } from "./stateChange.ts";

/** Whether a board has any ballot, open or over. Apart from reading them, which only who votes needs. */
export const hasBallots = (workshop: StateDoc): boolean => workshop.getMap("ballots" satisfies WorkshopMap).size > 0;

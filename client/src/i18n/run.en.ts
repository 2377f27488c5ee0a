/** The facilitator's panel: the run sheet, the timer, the room. */
export const run = {
  "run.freeze": "Freeze the board",
  "run.freezeHint": "Participants look on and change nothing.",
  "run.room": "The room",
} as const;

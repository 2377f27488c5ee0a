import type { run as source } from "./run.en.ts";
import type { Translated } from "./translate.ts";

export const run: Translated<typeof source> = {
  "run.freeze": "Figer le tableau",
  "run.freezeHint": "Les participants regardent, et ne changent rien.",
  "run.room": "La salle",
};

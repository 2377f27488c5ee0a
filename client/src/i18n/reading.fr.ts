import type { reading as source } from "./reading.en.ts";
import type { Translated } from "./translate.ts";

export const reading: Translated<typeof source> = {
  "reading.inFrame": "Dans « {title} »",
  "reading.outside": "Dans aucun cadre",
};

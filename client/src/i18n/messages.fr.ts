import type { en } from "./messages.en.ts";
import { board } from "./board.fr.ts";
import { canvas } from "./canvas.fr.ts";
import { card } from "./card.fr.ts";
import { error } from "./error.fr.ts";
import { figures } from "./figures.fr.ts";
import { frame } from "./frame.fr.ts";
import { kind } from "./kind.fr.ts";
import { panel } from "./panel.fr.ts";
import { status } from "./status.fr.ts";
import { version } from "./version.fr.ts";
import type { Translated } from "./translate.ts";

/** French: a narrow space (U+202F) before ? ! : ; % and inside « », a true minus (U+2212). */
export const fr: Translated<typeof en> = {
  ...board,
  ...canvas,
  ...card,
  ...error,
  ...figures,
  ...frame,
  ...kind,
  ...panel,
  ...status,
  ...version,
};

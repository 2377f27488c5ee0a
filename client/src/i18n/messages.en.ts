import { board } from "./board.en.ts";
import { canvas } from "./canvas.en.ts";
import { card } from "./card.en.ts";
import { error } from "./error.en.ts";
import { figures } from "./figures.en.ts";
import { frame } from "./frame.en.ts";
import { kind } from "./kind.en.ts";
import { panel } from "./panel.en.ts";
import { status } from "./status.en.ts";
import { version } from "./version.en.ts";
import type { Message } from "./translate.ts";

/**
 * Every text of the interface, in English: the source of the keys. One file for each prefix (`board.title` stands in `board.en.ts`), keys
 * in alphabetic order, and the same file in each other language, where a missing key does not compile.
 *
 * A message is a sentence with `{placeholders}`, or `{ one, other }` chosen by the placeholder `{n}`.
 */
export const en = {
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
} as const satisfies Readonly<Record<string, Message>>;

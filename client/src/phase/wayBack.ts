import { wordsIn, type Phase } from "@palabre/shared/terms";
import type { Text } from "../i18n/index.ts";

/**
 * The way back after a step was left: what it is called, and what is said once it was taken. It is no undoing: the step begins once more,
 * with all its time, and the votes that ended with it stay closed.
 * @param left undefined: none was under way, so that going back loses nothing
 */
export function wayBack(
  left: Phase | undefined,
  { t, language }: Pick<Text, "t" | "language">,
): { readonly label: string; readonly said: string | undefined } {
  if (!left) return { label: t("frame.undo"), said: undefined };
  const title = wordsIn(left.title, language);
  return {
    label: t("phase.goBack", { title }),
    said: t(left.minutes === undefined ? "phase.began" : "phase.begunAgain", { title }),
  };
}

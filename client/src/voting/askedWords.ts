import type { Text } from "../i18n/index.ts";
import type { AskedBallot } from "./formProps.ts";

/** The question of a ballot: the facilitator's own, or what its method asks. */
export const questionOf = (
  { question, method }: Pick<AskedBallot, "question" | "method">,
  { t }: Pick<Text, "t">,
): string => (question === "" ? t(`voting.ask.${method}`) : question);

/** What is written on a paper until now, in words. */
export function writtenWords(
  { method }: Pick<AskedBallot, "method">,
  { done, of }: { readonly done: number; readonly of: number },
  { t }: Pick<Text, "t">,
): string {
  if (method === "dots") return t("voting.written.points", { n: done, total: of });
  if (method === "pairwise") return t("voting.written.pairs", { n: done, total: of });
  return t("voting.written.options", { n: done, total: of });
}

import type { Ballot, OptionTally } from "@palabre/shared/terms";
import type { Text } from "../../i18n/index.ts";

/** The place of an option among the others, a tie said as a tie; "" where nothing is ranked. */
export function placeWords(
  { options }: Pick<Ballot, "options">,
  { rank, isTied }: OptionTally,
  { t }: Pick<Text, "t">,
): string {
  if (rank === undefined) return "";
  const total = options.length;
  return isTied === true ? t("vote.placeTied", { place: rank, total }) : t("vote.place", { place: rank, total });
}

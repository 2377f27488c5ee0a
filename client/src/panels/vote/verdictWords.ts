import type { Ballot, OptionId, Tally } from "@palabre/shared/terms";
import type { Text } from "../../i18n/index.ts";
import { optionName } from "../../voting/index.ts";

/** So many are named; of more, only how many they are. */
const NAMED = 3;

/** What a ballot came to, in one sentence; a tie is said as a tie. */
export function verdictWords(ballot: Ballot, tally: Tally, text: Pick<Text, "t" | "locale">): string {
  const { t } = text;
  if (tally.isHeldBack === true) return t("vote.verdict.heldBack");
  if (tally.n === 0) return t("vote.verdict.nobody");
  const names = namesOf(ballot, tally.winners, text);
  const n = tally.winners.length;
  if (ballot.method === "links") return t("vote.verdict.links", { n: ballot.options.length });
  if (ballot.method === "consent") {
    if (n === 0) return objectionWords(ballot, tally, text);
    return n > NAMED
      ? t("vote.verdict.consentMany", { n, total: ballot.options.length })
      : t("vote.verdict.consent", { names });
  }
  if (n === 0) return t("vote.verdict.none");
  if (n > NAMED) return t("vote.verdict.tiedMany", { n });
  if (n > 1) return t("vote.verdict.tied", { names });
  return tally.condorcet === undefined ? t("vote.verdict.first", { names }) : t("vote.verdict.condorcet", { names });
}

/** Nothing is free of objections as far as is told: of what fewer than five people speak of, nobody knows whether somebody objects. */
function objectionWords({ options }: Ballot, { perOption }: Tally, { t }: Pick<Text, "t">): string {
  const total = options.length;
  const n = options.filter(({ on }) => (perOption[on]?.objection ?? 0) > 0).length;
  if (n === total) return t("vote.verdict.objections", { n });
  return n === 0 ? t("vote.verdict.untold") : t("vote.verdict.objectionsSome", { n, total });
}

/** Their names, between quotation marks. */
function namesOf({ options }: Ballot, ids: readonly OptionId[], { t, locale }: Pick<Text, "t" | "locale">): string {
  const names = ids.flatMap((id) => {
    const option = options.find(({ on }) => on === id);
    return option ? [t("vote.quoted", { title: optionName(option, { t }) })] : [];
  });
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
}

import type { Choice, Robustness } from "@palabre/shared/analysis/decision";
import type { BoardSnapshot, Budget, CardId } from "@palabre/shared/terms";
import type { Text } from "../../i18n/index.ts";
import { quoted, shortTitle } from "./titles.ts";
import type { Standing } from "./whyOut.ts";

type Cards = BoardSnapshot["cards"];
type Unit = Budget["unit"];

/** "1 200 €", "12 h", "8 points" */
export function amountWords(amount: number, unit: Unit | undefined, { t, number }: Text): string {
  if (unit === undefined) return number(amount);
  const sign = { euro: "€", hour: "h", point: t("choice.signPoint") }[unit];
  return `${number(amount)}\u00a0${sign}`;
}

/** Titles in a row, quoted, as the language lists them. */
export const namesOf = (ids: readonly CardId[], cards: Cards, text: Text): string =>
  new Intl.ListFormat(text.locale, { type: "conjunction" }).format(
    ids.map((id) => quoted(shortTitle(cards.get(id), text), text)),
  );

/** What a portfolio is worth: expectations served out of those there are, or the gains given. */
function worthWords(value: number, choice: Pick<Choice, "basis" | "unit">, of: number, text: Text): string {
  if (choice.basis === "gain") return text.t("choice.worthGain", { value: amountWords(value, choice.unit, text) });
  return text.t("choice.worthServed", { value: text.number(value, { digits: 1 }), n: of });
}

/** What is missing where no strategy can be compared with a budget. */
function noneTakingWords({ strategies }: Pick<Choice, "strategies">, { t }: Text): string {
  const costed = [...strategies.values()].filter(({ cost }) => cost !== undefined);
  if (costed.length === 0) return t("choice.noneCosted");
  if (costed.every(({ leftOut }) => leftOut === "no-gain")) return t("choice.noneWorth");
  // a cost that is counted in nothing can be compared with no budget
  if (costed.every(({ unit }) => unit === undefined)) return t("choice.noneCounted");
  return t(costed.every(({ leftOut }) => leftOut === "other-unit") ? "choice.noneInUnit" : "choice.noneCounts");
}

/** The best portfolio under a budget, in a sentence. */
export function bestWords(
  choice: Pick<Choice, "basis" | "unit" | "best" | "ties" | "hasAllTies" | "frontier" | "strategies">,
  amount: number,
  expectations: number,
  cards: Cards,
  text: Text,
): string {
  const { t } = text;
  const budget = amountWords(amount, choice.unit, text);
  const { best } = choice;
  if (best === undefined) return noneTakingWords(choice, text);
  if (best.strategies.length === 0) {
    const next = choice.frontier.find(({ strategies }) => strategies.length > 0);
    if (next !== undefined)
      return t("choice.noneAffordable", { budget, cost: amountWords(next.cost, choice.unit, text) });
    const reachesAny = [...choice.strategies.values()].some(({ effects }) => effects.size > 0);
    return reachesAny ? t("choice.noneServes") : t("choice.noneWorth");
  }
  const said = t("choice.best", {
    budget,
    names: namesOf(best.strategies, cards, text),
    cost: amountWords(best.cost, choice.unit, text),
    left: amountWords(Math.max(0, amount - best.cost), choice.unit, text),
    worth: worthWords(best.value, choice, expectations, text),
  });
  const others = choice.ties.length - 1;
  if (others === 0) return said;
  return `${said} ${t(choice.hasAllTies ? "choice.ties" : "choice.tiesAtLeast", { n: others })}`;
}

/** Why a strategy is in or out, as a line under its name. */
export function standingWords(standing: Standing, unit: Unit | undefined, cards: Cards, text: Text): string {
  const { t } = text;
  const title = (id: CardId) => quoted(shortTitle(cards.get(id), text), text);
  switch (standing.type) {
    case "in":
      return t("choice.in");
    case "tied":
      return t("choice.tied");
    case "dear":
      return t(standing.isWithNeeds ? "choice.dearWithNeeds" : "choice.dear", {
        cost: amountWords(standing.cost, unit, text),
      });
    case "impossible":
      return t("choice.impossible");
    case "excluded":
      return t("choice.excluded", { title: title(standing.by) });
    case "worthless":
      return t("choice.worthless");
    case "needs":
      return t("choice.needs", { title: title(standing.other) });
    case "beaten":
      return t("choice.beaten");
    case "left-out":
      switch (standing.why) {
        case "no-cost":
          return t("choice.noCost");
        case "no-unit":
          return t("choice.noUnit");
        case "other-unit":
          return t("choice.otherUnit");
        case "no-gain":
          return t("choice.noGain");
        case "requires-left-out":
          return standing.other === undefined
            ? t("choice.needsLeftOutSome")
            : t("choice.needsLeftOut", { title: title(standing.other) });
      }
  }
}

/** "8 times out of 10", never rounded to a certainty that it is not. */
export function timesWords(share: number, { t }: Pick<Text, "t">): string {
  if (share >= 1) return t("choice.always");
  if (share <= 0) return t("choice.never");
  const times = Math.round(share * 10);
  if (times === 10) return t("choice.almostAlways");
  return times === 0 ? t("choice.hardly") : t("choice.times", { n: times });
}

/** What a link decides. */
export const decidesWords = (
  { winner, isTied }: Pick<Robustness["deciding"][number], "winner" | "isTied">,
  cards: Cards,
  text: Text,
): string => text.t(isTied ? "choice.decidesTied" : "choice.decidesText", { winner: namesOf([winner], cards, text) });

/** What is said where no link is known to decide; only once each was tried that none does. */
export const noneDecidesWords = ({ isWhole }: Pick<Robustness, "isWhole">, { t }: Pick<Text, "t">): string =>
  isWhole ? t("choice.decidesNone") : t("choice.decidesComputing");

/**
 * Who was drawn.
 * @param isWeighed whether the group published what it gives links
 */
export function peopleWords(
  { people: n, draws }: Pick<Robustness, "people" | "draws">,
  isWeighed: boolean,
  { t }: Pick<Text, "t">,
): string {
  if (n > 0) return t("choice.people", { n, draws });
  return isWeighed ? t("choice.peopleGone", { draws }) : t("choice.peopleNone", { draws });
}

/**
 * Whether the best strategy stays the best, for people who draw no lots; and where what is best is no better than doing nothing, that
 * before all else.
 */
export function robustWords(robustness: Robustness, cards: Cards, text: Text): string {
  const { t } = text;
  const rows = [...robustness.strategies].toSorted(([, a], [, b]) => b.best - a.best);
  const [first] = rows;
  if (first === undefined) return t("choice.robustNone");
  const leaders = rows.filter(([, { best }]) => Math.abs(best - first[1].best) < 1e-9);
  const names = namesOf(
    leaders.map(([id]) => id),
    cards,
    text,
  );
  const areAllHarming = rows.every(([, { worth }]) => worth < 0);
  if (leaders.length > 1) {
    const areAll = leaders.length === rows.length;
    // what nothing links is worth nothing in every draw
    if (areAll && rows.every(([, { worth, regret }]) => worth === 0 && regret === 0)) return t("choice.robustAllAlike");
    const said = areAll ? t("choice.robustLevel", { names }) : t("choice.robustShared", { names });
    if (areAllHarming) return `${said} ${t("choice.robustLevelHarm")}`;
    return leaders.every(([, { worth }]) => worth <= 0) ? `${said} ${t("choice.robustLevelNothing")}` : said;
  }
  const filling = { name: names, times: timesWords(first[1].best, text) };
  if (areAllHarming) return t("choice.robustAllHarm", filling);
  if (first[1].worth < 0) return t("choice.robustHarms", filling);
  if (first[1].worth === 0) return t("choice.robustNothing", filling);
  return t(
    { robust: "choice.robustYes", leading: "choice.robustLeading", open: "choice.robustOpen" }[robustness.word] as
      | "choice.robustYes"
      | "choice.robustLeading"
      | "choice.robustOpen",
    filling,
  );
}

import type { Annotation, Card } from "@palabre/shared/terms";
import type { Text } from "../i18n/index.ts";
import { directionOf, isUnheardBefore, readingOf } from "./readings.ts";
import { ordinalOf } from "./words.ts";

type Words = Pick<Text, "t" | "number" | "percent" | "locale">;

/**
 * The one sentence about a card that comes before its figures. It says no more than the figures bear: a change that chance could
 * have made is "perhaps", and where nothing can be concluded that is the sentence.
 * @returns undefined for a card that has no figures, or none yet
 */
export function verdictOf(
  card: Pick<Card, "kind">,
  annotation: Annotation | undefined,
  text: Words,
): string | undefined {
  if (annotation === undefined) return undefined;
  switch (card.kind) {
    case "expectation":
      return verdictOfExpectation(annotation, text);
    case "factor":
      return verdictOfFactor(annotation, text);
    case "strategy":
      return verdictOfStrategy(annotation, text);
    default:
      return undefined;
  }
}

function verdictOfExpectation(annotation: Annotation, { t }: Pick<Text, "t">): string | undefined {
  const mentions = readingOf(annotation, "mentions");
  const trend = readingOf(annotation, "trend");
  if (mentions?.state !== "known") return undefined;
  const direction = directionOf(mentions, trend);
  if (direction === undefined) {
    if (isUnheardBefore(trend)) return t("figures.verdictUnheard");
    if ((trend?.n ?? 0) > 0) return t("figures.verdictFew");
    return (mentions.total ?? 0) > 0 ? t("figures.verdictSilent") : t("figures.verdictNobody");
  }
  const sentences = {
    new: t("figures.verdictNew"),
    up: t("figures.verdictUp"),
    slightlyUp: t("figures.verdictPerhapsUp"),
    steady: t("figures.verdictSteady"),
    slightlyDown: t("figures.verdictPerhapsDown"),
    down: t("figures.verdictDown"),
  } as const;
  return sentences[direction];
}

/** Places that a factor must rise through others, as a part of all, before that is worth a sentence. */
const HIDDEN_RISE = 0.2;

function verdictOfFactor(annotation: Annotation, text: Words): string | undefined {
  const { t } = text;
  const influence = readingOf(annotation, "influence");
  const dependence = readingOf(annotation, "dependence");
  if (influence?.state !== "known" || dependence?.state !== "known") return t("figures.verdictUnlinked");
  if ((influence.of ?? dependence.of ?? 0) < 2) return t("figures.verdictAlone");
  const quadrant = readingOf(annotation, "quadrant")?.quadrant;
  if (quadrant === undefined) return undefined;
  const sentences = {
    driver: t("figures.verdictDriver"),
    relay: t("figures.verdictRelay"),
    dependent: t("figures.verdictResult"),
    autonomous: t("figures.verdictAside"),
    between: t("figures.verdictBetween"),
  } as const;
  const verdict = sentences[quadrant];
  const { rank, directRank, of = 0, isStable } = readingOf(annotation, "indirectInfluence") ?? {};
  if (rank === undefined || directRank === undefined || isStable === false) return verdict;
  if (directRank - rank < Math.max(2, of * HIDDEN_RISE)) return verdict;
  return t("figures.verdictHidden", { verdict, from: ordinalOf(directRank, text), to: ordinalOf(rank, text) });
}

function verdictOfStrategy(annotation: Annotation, text: Words): string | undefined {
  const verdict = verdictOfReturn(annotation, text);
  const best = readingOf(annotation, "best");
  if (verdict === undefined || best?.state !== "known" || best.value === undefined || best.value < 0.5) return verdict;
  const said = { verdict, share: text.percent(best.value) };
  const { worth = 1 } = best;
  if (worth > 0) return text.t("figures.verdictStaysBest", said);
  return worth < 0 ? text.t("figures.verdictBestHarms", said) : text.t("figures.verdictBestNothing", said);
}

function verdictOfReturn(annotation: Annotation, { t, number }: Words): string | undefined {
  const roi = readingOf(annotation, "roi");
  if (roi === undefined) return undefined;
  if (roi.state === "missing") return t("figures.verdictNoEstimate");
  if (roi.state !== "known" || roi.value === undefined) return t("figures.verdictNoCost");
  const back = number(roi.value + 1);
  switch (roi.unit) {
    case "euro":
      return t("figures.verdictEuro", { back });
    case "hour":
      return t("figures.verdictHour", { back });
    case "point":
      return t("figures.verdictPoint", { back });
    case undefined:
      return t("figures.verdictOne", { back });
  }
}

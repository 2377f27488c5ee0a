import type { Annotation, Card } from "@palabre/shared/terms";
import type { Text } from "../i18n/index.ts";
import { directionOf, quadrantOf, readingOf } from "./readings.ts";

/**
 * The one sentence about a card that comes before its figures. It says no more than the figures bear: a change that chance could
 * have made is "perhaps", and where nothing can be concluded that is the sentence.
 * @returns undefined for a card that has no figures, or none yet
 */
export function verdictOf(
  card: Pick<Card, "kind">,
  annotation: Annotation | undefined,
  text: Pick<Text, "t" | "number">,
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

function verdictOfFactor(annotation: Annotation, { t }: Pick<Text, "t">): string | undefined {
  const influence = readingOf(annotation, "influence");
  const dependence = readingOf(annotation, "dependence");
  if (influence?.state !== "known" || dependence?.state !== "known") return t("figures.verdictUnlinked");
  if ((influence.of ?? dependence.of ?? 0) < 2) return t("figures.verdictAlone");
  const quadrant = quadrantOf(influence, dependence);
  if (quadrant === undefined) return undefined;
  const sentences = {
    driver: t("figures.verdictDriver"),
    relay: t("figures.verdictRelay"),
    result: t("figures.verdictResult"),
    aside: t("figures.verdictAside"),
  } as const;
  return sentences[quadrant];
}

function verdictOfStrategy(annotation: Annotation, { t, number }: Pick<Text, "t" | "number">): string | undefined {
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

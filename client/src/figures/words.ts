import type { Quadrant, Reading } from "@palabre/shared/terms";
import type { Text } from "../i18n/index.ts";
import type { Direction } from "./readings.ts";

/** "1st", "2nd" … "2e": the rank of an influence, which French counts in the feminine. */
export function ordinalOf(rank: number, { t, locale }: Pick<Text, "t" | "locale">): string {
  const form = new Intl.PluralRules(locale, { type: "ordinal" }).select(rank);
  if (form === "one") return t("figures.ordinalOne", { n: rank });
  if (form === "two") return t("figures.ordinalTwo", { n: rank });
  return form === "few" ? t("figures.ordinalFew", { n: rank }) : t("figures.ordinalOther", { n: rank });
}

/** "2nd influence of 8"; undefined while a factor has no rank. */
export function rankWords(
  { rank, of }: Pick<Reading, "rank" | "of">,
  text: Pick<Text, "t" | "locale">,
): string | undefined {
  if (rank === undefined || of === undefined) return undefined;
  if (of < 2) return text.t("figures.rankOnly");
  return text.t("figures.rankOf", { rank: ordinalOf(rank, text), of });
}

/** The trend as it stands on a card: a signed percentage, or the word for what no percentage can say. */
export function trendWords(
  direction: Direction,
  value: number | undefined,
  { t, percent }: Pick<Text, "t" | "percent">,
): string {
  if (direction === "new" || value === undefined) return t("figures.trendNew");
  return direction === "steady" ? t("figures.trendSteady") : percent(value, { isSigned: true });
}

export function quadrantWord(quadrant: Quadrant, { t }: Pick<Text, "t">): string {
  switch (quadrant) {
    case "driver":
      return t("figures.quadrantDriver");
    case "relay":
      return t("figures.quadrantRelay");
    case "dependent":
      return t("figures.quadrantResult");
    case "autonomous":
      return t("figures.quadrantAside");
    case "between":
      return t("figures.quadrantBetween");
  }
}

/** "2 loops", "2 loops at least"; undefined while they are not counted. */
export function loopsWords(loops: Reading | undefined, { t }: Pick<Text, "t">): string | undefined {
  if (loops?.state !== "known" || loops.value === undefined) return undefined;
  return loops.isPartial === true
    ? t("figures.loopsAtLeast", { n: loops.value })
    : t("figures.loops", { n: loops.value });
}

/** What a return is counted in and by when it comes: "in euros, in 12 months"; empty when neither is said. */
export function roiTerms(
  { unit, horizonMonths }: Pick<Reading, "unit" | "horizonMonths">,
  { t }: Pick<Text, "t">,
): readonly string[] {
  const units = { euro: t("figures.unitEuro"), hour: t("figures.unitHour"), point: t("figures.unitPoint") } as const;
  return [
    ...(unit === undefined ? [] : [units[unit]]),
    ...(horizonMonths === undefined ? [] : [t("figures.horizon", { n: horizonMonths })]),
  ];
}

/** What a sparkline shows, for those who don't see it. */
export function sparklineWords(series: readonly number[], days: number | undefined, { t }: Pick<Text, "t">): string {
  return t("figures.sparkline", {
    n: days ?? series.length,
    first: series[0] ?? 0,
    last: series.at(-1) ?? 0,
    most: Math.max(0, ...series),
  });
}

import type { VersionFacts } from "@palabre/shared/protocol";
import { daysBetween, type Text } from "../i18n/index.ts";

/** The day as a heading: today, yesterday, or its date. */
export function dayWords(at: number, now: number, { locale, date }: Pick<Text, "locale" | "date">): string {
  const days = daysBetween(at, now);
  const words =
    days > -2 ? new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(days, "day") : date(at, "day");
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
}

/** What a version is called: by people, or by what it was kept for; undefined for those that are known by their time only. */
export function versionName({ kind, label }: VersionFacts, { t }: Pick<Text, "t">): string | undefined {
  if (label !== "") return label;
  switch (kind) {
    case "restore":
      return t("history.before");
    case "phase":
      // one of a step that is over has its title
      return t("history.begun");
    case "manual":
    case "minute":
      return undefined;
  }
}

const FACTS = {
  text: "history.factText",
  position: "history.factPosition",
  size: "history.factSize",
  colour: "history.factColour",
  tags: "history.factTags",
  frame: "history.factFrame",
  level: "history.factLevel",
  query: "history.factQuery",
  cost: "history.factMoney",
  gain: "history.factMoney",
  unit: "history.factMoney",
  horizon: "history.factMoney",
  effort: "history.factMoney",
  polarity: "history.factPolarity",
  strength: "history.factStrength",
  delay: "history.factDelay",
  label: "history.factLabel",
  resolvedAt: "history.factResolved",
} as const;

/** What of a thing differs, in words: each once, in a list. */
export function factWords(facts: readonly string[], { t, locale }: Pick<Text, "t" | "locale">): string {
  const words = facts.map((name) =>
    t(Object.hasOwn(FACTS, name) ? FACTS[name as keyof typeof FACTS] : "history.factAttribute"),
  );
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(new Set(words));
}

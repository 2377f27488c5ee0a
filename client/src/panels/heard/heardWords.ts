import type { PostFilter } from "@palabre/shared/protocol";
import type { Feeling, HeardKind } from "@palabre/shared/terms";
import type { Text } from "../../i18n/index.ts";
import {
  AlertIcon,
  ExpectationIcon,
  GladIcon,
  PraiseIcon,
  RequestIcon,
  SadIcon,
  WishIcon,
  type IconDrawing,
} from "../../ui/index.ts";
import type { Facet } from "./postFilter.ts";

/** How the kinds of posts and the feelings are drawn; what is neither here nor there has no drawing. */
export const KIND_ICONS: Readonly<Record<HeardKind | "expectation", IconDrawing | undefined>> = {
  expectation: ExpectationIcon,
  request: RequestIcon,
  problem: AlertIcon,
  wish: WishIcon,
  praise: PraiseIcon,
  other: undefined,
};
export const FEELING_ICONS: Readonly<Record<Feeling, IconDrawing | undefined>> = {
  positive: GladIcon,
  neutral: undefined,
  negative: SadIcon,
};

export const kindOfPostWord = (kind: HeardKind | "expectation", { t }: Pick<Text, "t">): string =>
  ({
    expectation: t("heard.expectation"),
    request: t("heard.kindRequest"),
    problem: t("heard.kindProblem"),
    wish: t("heard.kindWish"),
    praise: t("heard.kindPraise"),
    other: t("heard.kindOther"),
  })[kind];

export const feelingWord = (feeling: Feeling, { t }: Pick<Text, "t">): string =>
  ({
    positive: t("heard.feelingPositive"),
    neutral: t("heard.feelingNeutral"),
    negative: t("heard.feelingNegative"),
  })[feeling];

/** How many posts there are; near-copies are listed once, while the figures of a card count each: both numbers are said. */
export const countWord = (
  count: string,
  { withCopies }: { readonly withCopies: number | undefined },
  { t }: Pick<Text, "t">,
): string => (withCopies === undefined ? count : t("heard.withCopies", { count, n: withCopies }));

/** The name of a language in the reader's own; its code where none is known. */
export function languageWord(code: string, { locale }: Pick<Text, "locale">): string {
  try {
    const name = new Intl.DisplayNames(locale, { type: "language" }).of(code) ?? code;
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  } catch {
    // what a source calls a language may be none
    return code;
  }
}

export function spanWord(days: number, { t }: Pick<Text, "t">): string {
  if (days === 1) return t("heard.day");
  return days === 365 ? t("heard.year") : t("heard.days", { n: days });
}

/** What the ids of a filter are called. */
export interface Names {
  readonly sources: ReadonlyMap<string, string>;
  readonly themes: ReadonlyMap<string, string>;
}

/** What a filter narrows by one facet, as it is read. */
export function facetWord(filter: PostFilter, facet: Facet, names: Names, text: Text): string {
  const { query = "", source = "", kind, feeling, theme = "", language = "", days, from = 0, to = 1 } = filter;
  switch (facet) {
    case "query":
      return query;
    case "source":
      return names.sources.get(source) ?? text.t("heard.bySource");
    case "kind":
      return kind === undefined ? "" : kindOfPostWord(kind, text);
    case "feeling":
      return feeling === undefined ? "" : feelingWord(feeling, text);
    case "theme":
      return names.themes.get(theme) ?? text.t("heard.byTheme");
    case "language":
      return languageWord(language, text);
    case "from":
      return text.t("heard.since", { day: text.date(from, "shortDay") });
    case "to":
      return text.t("heard.until", { day: text.date(to - 1, "shortDay") });
    case "days":
      return days === undefined ? "" : spanWord(days, text);
  }
}

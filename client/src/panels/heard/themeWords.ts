import type { Theme } from "@palabre/shared/terms";
import type { Text } from "../../i18n/index.ts";

/** A theme in one line: its name, how much is said of it, and where that goes. */
export const themeWords = (theme: Theme, text: Text): string =>
  text.t("heard.tileWords", { name: theme.name, posts: themeFacts(theme, text) });

/** The same without its name. */
export function themeFacts({ posts, expectations, trend, burst }: Theme, text: Text): string {
  const { t } = text;
  return [
    t("heard.posts", { n: posts }),
    ...(expectations === 0 ? [] : [t("heard.expecting", { n: expectations })]),
    ...(trend === undefined ? [] : [trendWords(trend, text)]),
    ...(burst === undefined ? [] : [t("heard.burst")]),
  ].join(", ");
}

/** "+34% against the period before" */
export const trendWords = (trend: number, { t, percent }: Pick<Text, "t" | "percent">): string =>
  t("heard.trend", { share: percent(trend, { isSigned: true }) });

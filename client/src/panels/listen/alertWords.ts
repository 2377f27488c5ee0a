import type { AlertCondition, AlertSubject, BoardSnapshot, RaisedAlert, Theme, ThemeId } from "@palabre/shared/terms";
import { isTrashed, titleOf } from "@palabre/shared/terms";
import type { PostFilter } from "@palabre/shared/protocol";
import type { Text } from "../../i18n/index.ts";
import { queryText } from "../query/index.ts";

type Words = Pick<Text, "t" | "signed" | "percent">;
const DAY_HOURS = 24;
const HOUR_MS = 3_600_000;

/** "at least 20 posts in 24 hours" */
export function conditionWords(when: AlertCondition, { t, percent }: Words): string {
  switch (when.is) {
    case "burst":
      return t("watch.isBurst");
    case "mentions":
      return t("watch.isMentions", { posts: t("listen.posts", { n: when.atLeast }), span: spanWords(when.hours, t) });
    case "feeling":
      return t("watch.isFeeling", { below: percent(when.below), span: spanWords(when.hours, t) });
  }
}

export const spanWords = (hours: number, t: Text["t"]): string =>
  hours > DAY_HOURS && hours % DAY_HOURS === 0
    ? t("watch.days", { n: hours / DAY_HOURS })
    : t("watch.hours", { n: hours });

/** What raised an alert: "12 posts", "felt −61%, from 9 posts" */
export function raisedWords({ is, posts, value }: RaisedAlert, { t, percent }: Words): string {
  const counted = t("listen.posts", { n: posts });
  if (is === "feeling" && value !== undefined)
    return t("watch.raisedFeeling", { value: percent(value), posts: counted });
  return is === "burst" ? t("watch.raisedBurst", { posts: counted }) : counted;
}

/** What an alert watches, by its name on the board; undefined where that is gone. */
export function subjectWords(
  on: AlertSubject,
  board: Pick<BoardSnapshot, "cards">,
  themes: ReadonlyMap<ThemeId, Theme>,
  text: Pick<Text, "t">,
): string | undefined {
  if ("query" in on) return queryText(on.query, text);
  if ("theme" in on) return themes.get(on.theme)?.name;
  const card = board.cards.get(on.card);
  return card && !isTrashed(card) ? titleOf(card) : undefined;
}

/** The posts that a raised alert counted. @param queryOfCard what a card listens for @param now epoch ms */
export const filterOf = (
  { on, hours, from, to }: RaisedAlert,
  queryOfCard: (card: Extract<AlertSubject, { card: unknown }>["card"]) => string | undefined,
  now: number,
): PostFilter => {
  const time = hours === undefined ? { from, to } : { from: now - hours * HOUR_MS };
  if ("theme" in on) return { theme: on.theme, ...time };
  return { query: "query" in on ? on.query : (queryOfCard(on.card) ?? ""), ...time };
};

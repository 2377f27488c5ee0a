import { titleOf, type BoardSnapshot, type LinkId } from "@palabre/shared/terms";
import type { Text } from "../i18n/index.ts";

/**
 * A way through the map as a sentence: "More A gives more B, which gives less C." What is more or less is said of each card as the
 * first one grows, so two hindering links in a row give more again.
 * @returns undefined when a link or a card of it is gone
 */
export function pathWords(
  links: readonly LinkId[],
  board: Pick<BoardSnapshot, "cards" | "links">,
  { t }: Pick<Text, "t">,
): string | undefined {
  let path: string | undefined;
  let isMore = true;
  let isDelayed = false;
  for (const id of links) {
    const link = board.links.get(id);
    const [from, to] = [link && board.cards.get(link.from), link && board.cards.get(link.to)];
    if (!link || !from || !to) return undefined;
    isMore = isMore === (link.polarity === "+");
    isDelayed ||= link.delay;
    const ends = { from: titleOf(from) || t("panel.untitled"), to: titleOf(to) || t("panel.untitled") };
    if (path === undefined) path = isMore ? t("reasons.pathMore", ends) : t("reasons.pathLess", ends);
    else {
      const longer = { path, to: ends.to };
      path = isMore ? t("reasons.pathThenMore", longer) : t("reasons.pathThenLess", longer);
    }
  }
  if (path === undefined) return undefined;
  return isDelayed ? t("reasons.pathDelayed", { path }) : t("reasons.pathEnd", { path });
}

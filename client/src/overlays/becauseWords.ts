import type { CardId, LinkId, Polarity } from "@palabre/shared/terms";
import type { Text } from "../i18n/index.ts";

/** A way along the links, from what is supposed to what it moves. */
export interface Way {
  readonly cards: readonly CardId[];
  readonly links: readonly LinkId[];
}
export interface WayFacts {
  readonly titleOf: (card: CardId) => string;
  readonly polarityOf: (link: LinkId) => Polarity | undefined;
  /** whether the card at its start is a strategy, which is done, and not a thing of which there is more or less */
  readonly isDone: (card: CardId) => boolean;
  readonly levelOf: (card: CardId) => number;
}

/**
 * Why something moves, as a sentence along one way: "Doing A brings more B, which brings less C." Undefined for a way without a
 * link, or with one that is gone.
 */
export function becauseWords({ cards, links }: Way, facts: WayFacts, { t }: Pick<Text, "t">): string | undefined {
  const [start, ...rest] = cards;
  if (start === undefined || rest.length === 0 || rest.length !== links.length) return undefined;
  let isMore = facts.levelOf(start) >= 0;
  const steps: string[] = [];
  for (const [at, card] of rest.entries()) {
    const link = links[at];
    const polarity = link && facts.polarityOf(link);
    if (polarity === undefined) return undefined;
    if (polarity === "-") isMore = !isMore;
    const title = facts.titleOf(card);
    steps.push(isMore ? t("whatIf.bringsMore", { title }) : t("whatIf.bringsLess", { title }));
  }
  const title = facts.titleOf(start);
  const first = facts.isDone(start)
    ? t("whatIf.startDone", { title })
    : facts.levelOf(start) >= 0
      ? t("whatIf.startMore", { title })
      : t("whatIf.startLess", { title });
  return `${first} ${steps.reduce((before, next) => t("whatIf.goesOn", { before, next }))}.`;
}

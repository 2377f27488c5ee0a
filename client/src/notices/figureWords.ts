import { titleOf, type BoardSnapshot, type Reading } from "@palabre/shared/terms";
import { quadrantWord } from "../figures/index.ts";
import type { Text } from "../i18n/index.ts";
import type { FigureNotice } from "./gatherFigures.ts";

type Words = Pick<Text, "t" | "number" | "percent" | "signed">;

/** One sentence for the weightiest change, and the number of the others: "“Trust”: 12 mentions, 8 before. 2 more figures changed." */
export function figureWords(
  notices: readonly FigureNotice[],
  { cards }: Pick<BoardSnapshot, "cards">,
  text: Words,
): string | undefined {
  const { t } = text;
  const [first, ...others] = notices;
  if (!first) return undefined;
  const title = titleOf(cards.get(first.card) ?? { text: "" }) || t("card.untitled");
  const figure = wordsOf(first.now, text);
  const before = first.before && valueOf(first.before, text);
  const sentence =
    before === undefined ? t("notices.figureNew", { title, figure }) : t("notices.figure", { title, figure, before });
  return others.length === 0 ? sentence : `${sentence} ${t("notices.moreFigures", { n: others.length })}`;
}

/** The figure with what it counts. */
function wordsOf(reading: Reading, text: Words): string {
  const { t } = text;
  const value = valueOf(reading, text) ?? "";
  switch (reading.measure) {
    case "mentions":
      return t("notices.mentions", { n: reading.value ?? 0 });
    case "feeling":
      return t("notices.feeling", { value });
    case "best":
      return t("notices.best", { value });
    case "roi":
      return t("notices.roi", { value });
    case "budget":
      return reading.value === 1 ? t("figures.inBudget") : t("figures.outOfBudget");
    default:
      return value;
  }
}

/** The bare figure, as it stands beside another of its kind; undefined where the other says it all. */
function valueOf({ measure, value = 0, quadrant }: Reading, text: Words): string | undefined {
  switch (measure) {
    case "mentions":
      return text.number(value);
    case "feeling":
      return text.signed(value);
    case "best":
      return text.percent(value);
    case "roi":
      return text.percent(value, { isSigned: true });
    case "quadrant":
      return quadrant && quadrantWord(quadrant, text);
    default:
      return undefined;
  }
}

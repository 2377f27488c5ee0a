import { titleOf, type Card, type CardId } from "@palabre/shared/terms";
import type { Text } from "../../i18n/index.ts";
import { effectWords } from "../../overlays/index.ts";
import { listEffects, type Effect } from "./listEffects.ts";

/**
 * What goes up most and what goes down most, in one sentence: of all that the map draws, also while rows tell what differs from another
 * hypothesis and leave out what that one supposes.
 * @returns undefined where nothing moves
 */
export function settlesWords(
  cards: readonly Card[],
  levels: ReadonlyMap<CardId, number>,
  answered: ReadonlyMap<CardId, number>,
  text: Pick<Text, "t">,
): string | undefined {
  const { t } = text;
  const effects = listEffects(cards, levels, answered, undefined);
  // sorted by size: the first of each sign is the largest
  const up = effects.find(({ step }) => step > 0);
  const down = effects.find(({ step }) => step < 0);
  const titleFor = (effect: Effect | undefined): string => (effect ? titleOf(effect.card) || t("panel.untitled") : "");
  const [upTitle, downTitle] = [titleFor(up), titleFor(down)];
  if (up && down) {
    return t("whatIf.verdictBoth", {
      up: upTitle,
      upWords: effectWords(up.step, text),
      down: downTitle,
      downWords: effectWords(down.step, text),
    });
  }
  if (up) return t("whatIf.verdictUp", { up: upTitle, upWords: effectWords(up.step, text) });
  return down && t("whatIf.verdictDown", { down: downTitle, downWords: effectWords(down.step, text) });
}

import { isTrashed, titleOf, type BoardSnapshot, type CardId } from "@palabre/shared/terms";
import type { Text } from "../../i18n/index.ts";
import type { Choice } from "../../ui/index.ts";

/** No id has this shape. */
export const NOWHERE = "";

/** Where a step may bring people: nowhere, a frame of the board, or the card that it names already. */
export function frameChoices(
  { cards }: BoardSnapshot,
  chosen: CardId | undefined,
  { t, locale }: Pick<Text, "t" | "locale">,
): readonly Choice<CardId | typeof NOWHERE>[] {
  const frames = [...cards.values()]
    .filter((card) => (card.kind === "frame" && !isTrashed(card)) || card.id === chosen)
    .map((card) => ({ id: card.id, label: titleOf(card) || t("card.untitled") }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
  const gone = chosen !== undefined && !cards.has(chosen) ? [{ id: chosen, label: t("run.lookGone") }] : [];
  return [{ id: NOWHERE, label: t("run.lookNowhere") }, ...frames, ...gone];
}

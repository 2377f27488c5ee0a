import type { Outline, OutlineSection } from "@palabre/shared/outline";
import type { Card, CardId } from "@palabre/shared/terms";

/**
 * The part of an outline that says something: cards and frames whose text holds it, whatever the case and the accents. All of it when nothing is sought.
 * @param kept a card that stays whatever it says: it is being changed
 */
export function findIn(outline: Outline, sought: string, kept: CardId | undefined): Outline {
  const wanted = fold(sought.trim());
  if (wanted === "") return outline;
  const says = ({ id, text }: Card): boolean => id === kept || fold(text).includes(wanted);
  const sections = outline.sections.flatMap((section): readonly OutlineSection[] => {
    const entries = section.entries.filter(({ card }) => says(card));
    const isTitled = section.frame !== undefined && says(section.frame.card);
    return entries.length > 0 || isTitled ? [{ ...section, entries }] : [];
  });
  return { ...outline, sections, cards: sections.reduce((n, { entries }) => n + entries.length, 0) };
}

const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();

import { titleOf, type Card } from "@palabre/shared/terms";
import type { Text } from "../../i18n/index.ts";

/** Marks a title within a sentence until it is drawn; no text that people write keeps these letters. */
const [BEGIN, END] = ["\ue000", "\ue001"] as const;
const LONGEST = 60;
const segmenter = new Intl.Segmenter();

/** A card's title at a length that a sentence bears: its first line, cut after a word. */
export function shortTitle(card: Pick<Card, "text"> | undefined, { t }: Pick<Text, "t">, most = LONGEST): string {
  const title = (card ? titleOf(card) : "").replaceAll(/[\ue000\ue001]/g, "").trim();
  if (title === "") return t("analyse.untitled");
  // most titles are short: letters are only told apart in long ones
  if (title.length <= most) return title;
  const letters = Array.from(segmenter.segment(title), ({ segment }) => segment);
  if (letters.length <= most) return title;
  const cut = letters.slice(0, most - 1).join("");
  const space = cut.lastIndexOf(" ");
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.!?]+$/u, "")}…`;
}

/** A title as a noun of a sentence, whatever it says: in quotation marks, and bold once it is drawn. */
export const quoted = (title: string, { t }: Pick<Text, "t">): string => t("analyse.quoted", { title: marked(title) });
export const marked = (title: string): string => BEGIN + title + END;

/** The sentence with its marked titles apart. */
export const partsOf = (sentence: string): readonly { readonly text: string; readonly isTitle: boolean }[] =>
  sentence
    .split(/(\ue000[^\ue001]*\ue001)/)
    .filter((text) => text !== "")
    .map((text) => (text.startsWith(BEGIN) ? { text: text.slice(1, -1), isTitle: true } : { text, isTitle: false }));
export const plainOf = (sentence: string): string => sentence.replaceAll(/[\ue000\ue001]/g, "");

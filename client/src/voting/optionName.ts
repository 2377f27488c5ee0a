import type { BallotOption } from "@palabre/shared/terms";
import type { Text } from "../i18n/index.ts";

/** What an option is called: a card by its title, a link by both of its ends. */
export function optionName({ title, link }: Pick<BallotOption, "title" | "link">, text: Pick<Text, "t">): string {
  if (link === undefined) return nameOr(title, text);
  return text.t("voting.linkOf", { from: nameOr(link.fromTitle, text), to: nameOr(link.toTitle, text) });
}

/** A title, or a word in the place of an empty one. */
export const nameOr = (title: string, { t }: Pick<Text, "t">): string => (title === "" ? t("voting.untitled") : title);

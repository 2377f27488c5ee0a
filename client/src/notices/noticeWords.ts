import { titleOf, type BoardSnapshot, type CardId, type LinkId } from "@palabre/shared/terms";
import type { Text } from "../i18n/index.ts";
import { DEEDS, type Notice } from "./gatherNotices.ts";

/** Beyond so many things one sentence each would say nothing. */
const CROWD = 12;

/**
 * What others did since the last time, in one sentence and the number of what else: "Amina moved Fast answers into Choices. 2 more changes."
 * @param nameOf whose a client id is; undefined when they are gone
 * @returns undefined when nothing was done
 */
export function noticeWords(
  notices: readonly Notice[],
  { cards, links }: Pick<BoardSnapshot, "cards" | "links">,
  nameOf: (client: number) => string | undefined,
  { t }: Pick<Text, "t">,
): string | undefined {
  const [first, ...others] = notices.toSorted((a, b) => DEEDS.indexOf(a.did) - DEEDS.indexOf(b.did));
  if (!first) return undefined;
  if (notices.length > CROWD) return t("notices.many", { n: notices.length });
  const names = [...new Set(first.writers.flatMap((client) => nameOf(client) ?? []))];
  const name = names.length === 1 && names[0] !== undefined ? names[0] : t("notices.somebody");
  const titled = (id: CardId): string => titleOf(cards.get(id) ?? { text: "" }) || t("card.untitled");
  const sentence = (): string => {
    const link = links.get(first.thing as LinkId);
    if (link) {
      const ends = { name, from: titled(link.from), to: titled(link.to) };
      if (first.did === "removed") return t("notices.unlinked", ends);
      if (first.did === "commented") return t("notices.commentedLink", ends);
      if (first.did === "changed") return t("notices.changedLink", ends);
      return link.polarity === "+" ? t("notices.linkedHelps", ends) : t("notices.linkedHinders", ends);
    }
    const card = cards.get(first.thing as CardId);
    const said = { name, title: titled(first.thing as CardId) };
    switch (first.did) {
      case "removed":
        return t("notices.removed", said);
      case "broughtBack":
        return t("notices.broughtBack", said);
      case "made":
        return t("notices.made", said);
      case "commented":
        return t("notices.commented", said);
      case "moved": {
        const frame = card?.attributes.frame;
        return frame !== undefined && cards.has(frame)
          ? t("notices.movedInto", { ...said, frame: titled(frame) })
          : t("notices.moved", said);
      }
      case "wrote":
        return t("notices.wrote", said);
      case "linked":
      case "changed":
        return t("notices.changed", said);
    }
  };
  return others.length === 0 ? sentence() : `${sentence()} ${t("notices.more", { n: others.length })}`;
}

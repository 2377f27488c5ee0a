import { isCardKind, type Card } from "@palabre/shared/terms";
import type { Text } from "../i18n/index.ts";

/** The word of a kind; a factor says its level too, when it has one: "Factor · group". */
export function kindWord(
  card: { readonly kind: string; readonly attributes?: Card["attributes"] },
  { t }: Pick<Text, "t">,
): string {
  if (!isCardKind(card.kind)) return t("kind.unknown");
  if (card.kind !== "factor" || card.attributes?.level === undefined) return t(`kind.${card.kind}`);
  const levels = {
    member: t("kind.levelMember"),
    group: t("kind.levelGroup"),
    environment: t("kind.levelEnvironment"),
  } as const;
  return t("kind.factorOf", { level: levels[card.attributes.level] });
}

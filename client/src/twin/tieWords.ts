import type { OutlineTie } from "@palabre/shared/outline";
import { titleOf } from "@palabre/shared/terms";
import type { Text } from "../i18n/index.ts";

/** What a link says, from one of its cards: "helps Trust, strongly, after a while: since May". */
export function tieWords({ link, way, other }: OutlineTie, { t }: Pick<Text, "t">): string {
  const title = titleOf(other) || t("card.untitled");
  const verb = {
    out: { "+": t("twin.helps", { title }), "-": t("twin.hinders", { title }) },
    in: { "+": t("twin.helpedBy", { title }), "-": t("twin.hinderedBy", { title }) },
  }[way][link.polarity];
  const how = { 1: t("canvas.strength1"), 2: t("canvas.strength2"), 3: t("canvas.strength3") }[link.strength];
  return [verb, how, link.delay && t("canvas.linkLater"), link.label].filter(Boolean).join(", ");
}

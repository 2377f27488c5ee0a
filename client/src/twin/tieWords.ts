import type { OutlineTie } from "@palabre/shared/outline";
import { asWeighed, titleOf, type LinkWeights } from "@palabre/shared/terms";
import type { Text } from "../i18n/index.ts";

/**
 * What a link says, from one of its cards: "helps Trust, strongly, after a while: since May".
 * @param weights what the group published of links: it is told in the place of what is drawn, and that the group says it
 */
export function tieWords({ link, way, other }: OutlineTie, { t }: Pick<Text, "t">, weights: LinkWeights): string {
  const title = titleOf(other) || t("card.untitled");
  const weighed = asWeighed(link, weights);
  const verb = {
    out: { "+": t("twin.helps", { title }), "-": t("twin.hinders", { title }), none: t("twin.noEffect", { title }) },
    in: {
      "+": t("twin.helpedBy", { title }),
      "-": t("twin.hinderedBy", { title }),
      none: t("twin.noEffectFrom", { title }),
    },
  }[way][weighed?.polarity ?? "none"];
  const how =
    weighed && { 1: t("canvas.strength1"), 2: t("canvas.strength2"), 3: t("canvas.strength3") }[weighed.strength];
  const byGroup = weights.has(link.id) && t("twin.byGroup");
  return [verb, how, byGroup, link.delay && t("canvas.linkLater"), link.label].filter(Boolean).join(", ");
}

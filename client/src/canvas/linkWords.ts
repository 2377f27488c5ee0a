import type { Link, Strength } from "@palabre/shared/terms";
import type { Text } from "../i18n/index.ts";

/** A link in one sentence: "Fast answers helps Trust, strongly, after a while: at last". */
export function linkWords(
  link: Pick<Link, "polarity" | "strength" | "delay" | "label"> & { readonly isLocked?: boolean },
  titles: readonly [string, string],
  { t }: Pick<Text, "t">,
): string {
  const [from, to] = titles.map((title) => title || t("card.untitled")) as [string, string];
  const influence = link.polarity === "+" ? t("canvas.linkHelps", { from, to }) : t("canvas.linkHinders", { from, to });
  return [
    influence,
    strengthWord(link.strength, { t }),
    link.delay && t("canvas.linkLater"),
    link.label,
    link.isLocked === true && t("canvas.linkLocked"),
  ]
    .filter(Boolean)
    .join(", ");
}

function strengthWord(strength: Strength, { t }: Pick<Text, "t">): string {
  switch (strength) {
    case 1:
      return t("canvas.strength1");
    case 2:
      return t("canvas.strength2");
    case 3:
      return t("canvas.strength3");
  }
}

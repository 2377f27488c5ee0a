import type { Link, Strength } from "@palabre/shared/terms";
import type { Text } from "../i18n/index.ts";

/** "weakly", "clearly", "strongly". */
export function strengthAdverb(strength: Strength, t: Text["t"]): string {
  switch (strength) {
    case 1:
      return t("canvas.strength1");
    case 2:
      return t("canvas.strength2");
    case 3:
      return t("canvas.strength3");
  }
}

/** What the first card of a link does to the second: "strongly helps". */
export const linkVerb = ({ polarity, strength }: Pick<Link, "polarity" | "strength">, t: Text["t"]): string =>
  polarity === "+"
    ? t("panel.helpsHow", { how: strengthAdverb(strength, t) })
    : t("panel.hindersHow", { how: strengthAdverb(strength, t) });

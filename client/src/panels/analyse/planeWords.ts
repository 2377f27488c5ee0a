import type { CardId, Card } from "@palabre/shared/terms";
import type { Text } from "../../i18n/index.ts";
import type { PlanePoint } from "./planePoints.ts";
import { marked, shortTitle } from "./titles.ts";

type Cards = ReadonlyMap<CardId, Card>;
type Quadrant = PlanePoint["quadrant"];
const NAMED = 3;

/**
 * The one sentence about the plane: who to tend to first, else where to begin; that nobody stands out, where nobody does. Titles are marked.
 * @param linked how many factors a link touches: they may be many, and yet not be compared
 */
export function planeVerdict(points: readonly PlanePoint[], linked: number, cards: Cards, words: Text): string {
  const { t } = words;
  const of = (quadrant: Quadrant) => points.filter((point) => point.quadrant === quadrant);
  const [relays, drivers] = [of("relay"), of("driver")];
  if (points.length < 2) return linked < 2 ? t("analyse.verdictFew") : t("analyse.verdictApart");
  if (relays.length > 0)
    return t("analyse.verdictRelays", { n: relays.length, names: namesOf(relays, cards, words, NAMED) });
  if (drivers.length > 0)
    return t("analyse.verdictDrivers", { n: drivers.length, names: namesOf(drivers, cards, words, NAMED) });
  return t("analyse.verdictNobody");
}

function namesOf(points: readonly PlanePoint[], cards: Cards, words: Text, most: number): string {
  const names = points.slice(0, most).map(({ id }) => marked(shortTitle(cards.get(id), words)));
  const others = points.length - names.length;
  if (others > 0) names.push(words.t("analyse.others", { n: others }));
  return new Intl.ListFormat(words.locale, { type: "conjunction" }).format(names);
}

export function quadrantName(quadrant: Quadrant, { t }: Pick<Text, "t">): string {
  const names = {
    driver: t("analyse.drivers"),
    relay: t("analyse.relays"),
    dependent: t("analyse.results"),
    autonomous: t("analyse.aside"),
    between: t("analyse.between"),
  } as const;
  return names[quadrant];
}

/** The whole plane in words, for who does not see it. Titles are marked. */
export function planeAlternative(points: readonly PlanePoint[], cards: Cards, words: Text): string {
  const order: readonly Quadrant[] = ["driver", "relay", "dependent", "autonomous", "between"];
  const groups = order.flatMap((quadrant) => {
    const inside = points.filter((point) => point.quadrant === quadrant);
    if (inside.length === 0) return [];
    return [
      words.t("analyse.group", {
        quadrant: quadrantName(quadrant, words),
        names: namesOf(inside, cards, words, points.length),
      }),
    ];
  });
  return words.t("analyse.planeText", { n: points.length, groups: groups.join(" ") });
}

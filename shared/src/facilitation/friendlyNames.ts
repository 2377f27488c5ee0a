import type { Language } from "../terms/index.ts";

/** Trees under which people meet, in the board's language: names for guests who gave none. */
const FRIENDLY_NAMES: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    "Acacia",
    "Amandier",
    "Aubépine",
    "Aulne",
    "Baobab",
    "Bouleau",
    "Cèdre",
    "Cerisier",
    "Charme",
    "Châtaignier",
    "Chêne",
    "Cyprès",
    "Érable",
    "Figuier",
    "Frêne",
    "Genévrier",
    "Ginkgo",
    "Hêtre",
    "Jacaranda",
    "Laurier",
    "Magnolia",
    "Manguier",
    "Mélèze",
    "Mûrier",
    "Noisetier",
    "Noyer",
    "Olivier",
    "Oranger",
    "Orme",
    "Palmier",
    "Peuplier",
    "Pommier",
    "Saule",
    "Sorbier",
    "Sureau",
    "Tilleul",
  ],
  en: [
    "Acacia",
    "Alder",
    "Almond",
    "Apple",
    "Ash",
    "Aspen",
    "Baobab",
    "Beech",
    "Birch",
    "Cedar",
    "Cherry",
    "Chestnut",
    "Cypress",
    "Elder",
    "Elm",
    "Fig",
    "Ginkgo",
    "Hawthorn",
    "Hazel",
    "Holly",
    "Jacaranda",
    "Juniper",
    "Larch",
    "Laurel",
    "Linden",
    "Magnolia",
    "Mango",
    "Maple",
    "Mulberry",
    "Oak",
    "Olive",
    "Orange",
    "Palm",
    "Poplar",
    "Rowan",
    "Willow",
  ],
};

/**
 * Proposes a name that nobody on the board has: the tree at `pick`, the next free one after it, and once all are taken, one with
 * a number ("Oak 2").
 * @param taken names of the people of the board
 * @param pick from 0 to below 1, random: where in the list to begin
 */
export function friendlyName(language: Language, taken: ReadonlySet<string>, pick: number): string {
  const names = FRIENDLY_NAMES[language];
  const start = Math.floor(pick * names.length);
  const turned = [...names.slice(start), ...names.slice(0, start)];
  for (let round = 1; ; round += 1) {
    const free = turned.map((name) => (round === 1 ? name : `${name} ${round}`)).find((name) => !taken.has(name));
    if (free !== undefined) return free;
  }
}

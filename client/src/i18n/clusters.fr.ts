import type { clusters as source } from "./clusters.en.ts";
import type { Translated } from "./translate.ts";

export const clusters: Translated<typeof source> = {
  "clusters.alike": "Rien ici ne distingue ces cartes : donnez à certaines une étiquette, une nature, une réaction.",
  "clusters.by": "Ce qu’elles ont en commun",
  "clusters.done": { one: "Cartes réunies en {n} groupe", other: "Cartes réunies en {n} groupes" },
  "clusters.few": "Il y a ici moins de deux cartes que vous pouvez déplacer.",
  "clusters.framed": "Un cadre à son nom autour de chaque groupe",
  "clusters.fromTo": "{from} à {to}",
  "clusters.ofAll": {
    one: "{n} carte : la seule que vous pouvez déplacer",
    other: "{n} cartes : toutes celles que vous pouvez déplacer",
  },
  "clusters.ofChosen": { one: "{n} carte choisie", other: "{n} cartes choisies" },
  "clusters.preview": "Les groupes à venir, avec le nombre de cartes de chacun",
  "clusters.put": "Réunir",
  "clusters.title": "Réunir ce qui va ensemble",
  "clusters.without": "Toutes les autres",
};

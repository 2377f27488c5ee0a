import type { TemplateWords } from "../design.ts";
import type { CardKey, StepKey } from "./layout.ts";

export const FR: TemplateWords<CardKey, StepKey> = {
  name: "Atelier à remplir",
  goal: "Un déroulé qui convient à toute question : accueillir, écrire, mettre en commun, relier, décider.",
  title: "Notre atelier",
  cards: {
    welcome: "Pour commencer",
    question: "La question du jour\nÉcrivez-la ici, en une phrase qui finit par un point d’interrogation.",
    rules: "Nos règles\nOn écrit seul, on lit tout.\nOn critique les idées, pas les personnes.",
    howTo: "Écrire une carte\nUne idée par carte, une phrase courte, lisible par quelqu’un d’absent.",
    plan: "Le programme\nÉcrire, mettre en commun, relier, peser, décider.",
    ideas: "Nos idées",
    families: "Nos familles",
    familiesHow: "Rapprochez ce qui se ressemble. Un cadre par famille, avec un nom.",
    decisions: "Ce que nous décidons",
    decisionsHow: "Une décision, un nom, une date. Ce qui n’a pas les trois n’est pas décidé.",
    parked: "Pour une autre fois",
    parkedHow: "Bonnes idées qui ne sont pas la question du jour : on les garde ici.",
  },
  steps: {
    arrive: {
      title: "Accueil",
      instruction: "Chacun se présente en une phrase. Puis lisez ensemble la question du jour et les règles.",
    },
    write: {
      title: "Écrire en silence",
      instruction:
        "Écrivez vos idées, une par carte. Personne ne voit vos cartes avant la mise en commun, et elles resteront sans nom.",
    },
    reveal: {
      title: "Mettre en commun et regrouper",
      instruction: "Lisez tout, puis rapprochez les cartes qui disent la même chose. Donnez un nom à chaque famille.",
    },
    connect: {
      title: "Relier",
      instruction: "Reliez ce qui agit sur autre chose : + si l’un fait grandir l’autre, − s’il le fait baisser.",
    },
    weigh: {
      title: "Peser",
      instruction: "Répartissez vos points sur ce qui compte le plus.",
    },
    decide: {
      title: "Décider",
      instruction: "Placez ce que vous décidez dans le cadre. Pour chaque décision : un nom et une date.",
    },
    close: {
      title: "Clôture",
      instruction: "Relisez les décisions à voix haute. Un mot chacun pour finir. Merci !",
    },
  },
};

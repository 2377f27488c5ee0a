import type { RepairCafeWords } from "./words.ts";

export const REPAIR_CAFE_FR: RepairCafeWords = {
  name: "L’atelier d’un repair-café",
  goal: "Un atelier déjà bien avancé, avec ses cartes, ses liens et ses messages : de quoi tout essayer.",
  title: "Quel repair-café pour l’an prochain ?",
  sourceName: "Paroles (exemple)",
  frames: { expected: "Ce que l’on attend de nous", possible: "Ce que nous pourrions faire" },
  expectations: {
    evenings: { text: "Des rendez-vous le soir, après le travail", query: "soir*, après le travail, après le boulot" },
    checkFirst: {
      text: "Savoir si c’est réparable avant de venir",
      query: "réparable*, irréparable*, diagnostic*, avant de venir, pour rien",
    },
    learning: {
      text: "Apprendre à réparer soi-même",
      query: "apprend*, apprenne, appris, moi-même, soi-même",
    },
    waiting: { text: "Attendre moins longtemps au comptoir", query: "attente, attendre, attendu, la queue" },
    access: {
      text: "Un local accessible en fauteuil roulant",
      query: "accessib*, fauteuil*, poussette*, marches, escalier*, rampe*",
    },
  },
  factors: {
    volunteers: "Bénévoles disponibles",
    counter: "Attente au comptoir",
    trust: "Confiance entre bénévoles et habitants",
    knowHow: "Des savoir-faire qui circulent",
    townHall: "Soutien de la mairie",
  },
  strategies: {
    openEvenings: { text: "Ouvrir deux soirées par mois", owner: "Amina" },
    onlineCheck: { text: "Diagnostic en ligne avant la visite", owner: "Yann" },
    workshop: { text: "Un atelier « j’apprends » chaque mois", owner: "Fatou" },
    mentors: { text: "Former dix parrains de réparation", owner: "Odile" },
  },
  note: "Demander à Yann les clés de la salle des Tilleuls",
  labels: { atLast: "enfin une heure possible", tired: "la fatigue s’installe" },
};

import type { TemplateWords } from "../design.ts";
import type { CardKey, StepKey } from "./layout.ts";

export const FR: TemplateWords<CardKey, StepKey> = {
  name: "Rendement social",
  goal: "Chiffrer ce que chaque choix coûte et rapporte, dire à qui, et décider de ce que l’on fait.",
  title: "Que rapportent nos choix, et à qui ?",
  cards: {
    welcome: "Pour commencer",
    question: "La question du jour\nParmi ce que nous pourrions faire, qu’est-ce qui rapporte le plus, et à qui ?",
    rules: "Nos règles\nUne seule unité pour tous.\nUn ordre de grandeur suffit.\nOn dit ce que l’on ne sait pas.",
    howTo: "Chiffrer\nCoût : nos heures. Gain : les heures rendues aux gens, à l’échéance.",
    plan: "Le programme\nLister, coût, gain, bénéficiaires, classement, décision.",
    choices: "Nos choix possibles",
    evenings: "Exemple : ouvrir deux soirées par mois\nCoût 120 h, gain 300 h, en 12 mois",
    training: "Exemple : former cinq relais\nCoût 60 h, gain 210 h, en 12 mois",
    newsletter: "Exemple : une lettre mensuelle\nCoût 48 h, gain 40 h, en 6 mois",
    members: "Gains pour les membres",
    timeWon: "Temps gagné par chacun",
    group: "Gains pour le groupe",
    handover: "Tâches mieux réparties",
    environment: "Gains autour de nous",
    reach: "Gens qui nous découvrent",
    doing: "Nous le faisons",
    doingHow: "Rendement clair, porteur connu. Première étape, et sa date ?",
    later: "Plus tard, si…",
    laterHow: "Il manque un chiffre, une personne ou de l’argent. Que faut-il savoir d’abord ?",
    dropped: "Nous ne le ferons pas",
    droppedHow: "Écrire pourquoi, pour ne pas en reparler dans six mois.",
  },
  steps: {
    arrive: {
      title: "Accueil",
      instruction:
        "Choisissez l’unité (heures, euros ou points) et l’échéance. Les exemples sont en heures, sur un an.",
    },
    list: {
      title: "Lister en silence",
      instruction:
        "Écrivez ce que nous pourrions faire : une action par carte, sans chiffre. Personne ne voit vos cartes avant la mise en commun, et elles resteront sans nom.",
    },
    cost: {
      title: "Estimer le coût",
      instruction: "À deux, ouvrez une carte et estimez son coût. Comptez la préparation, et ce qui se répète.",
    },
    gain: {
      title: "Estimer le gain",
      instruction:
        "Estimez le gain dans la même unité. Retirez ce qui serait arrivé sans nous. Dites en commentaire comment vous comptez.",
    },
    connect: {
      title: "Dire à qui",
      instruction:
        "Reliez chaque choix à ce qu’il fait grandir (+) ou baisser (−), chez les membres, dans le groupe, autour.",
    },
    rank: {
      title: "Classer",
      instruction: "Classez les choix du meilleur au moins bon. Le rendement est un conseil, pas un ordre.",
    },
    decide: {
      title: "Décider",
      instruction: "Placez chaque choix : on le fait, plus tard, ou pas. Regardez si le total tient dans nos heures.",
    },
    close: {
      title: "Clôture",
      instruction: "Chaque porteur dit sa première étape et sa date. Merci !",
    },
  },
};

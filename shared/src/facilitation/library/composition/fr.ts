import type { TemplateWords } from "../design.ts";
import type { CardKey, StepKey } from "./layout.ts";

export const FR: TemplateWords<CardKey, StepKey> = {
  name: "Composition de la communauté",
  goal: "Comparer qui est là et qui l’on voudrait, trouver les écarts, et choisir les actions qui les corrigent.",
  title: "Qui est là, qui manque ?",
  cards: {
    welcome: "Pour commencer",
    question: "La question du jour\nQui est là, qui manque, et que changeons-nous pour l’accueillir ?",
    rules: "Nos règles\nDes groupes, jamais des personnes.\nOn invite ; on ne pousse personne dehors.",
    howTo: "Compter\nUn nombre et un total : « 12 sur 80 ». Une estimation se dit : « environ ».",
    plan: "Le programme\nCompter, viser, comparer, écrire, choisir, s’engager.",
    now: "Qui est là",
    now1: "Exemple\nMoins de 30 ans : 12 sur 80 (15 %)",
    now2: "Exemple\nQuartier nord : 8 sur 80 (10 %)",
    now3: "Exemple\nActifs : 4 sur 80 (5 %)",
    target: "Qui nous visons",
    target1: "Exemple\nMoins de 30 ans : 25 %, comme dans la ville",
    target2: "Exemple\nQuartier nord : 20 % des membres",
    target3: "Exemple\nActifs : 10 %, à tour de rôle",
    gaps: "Les écarts",
    gap1: "Moins de 30 ans : il en manque 11\n15 % au lieu de 25 %, sans que personne parte.",
    gap2: "Quartier nord : il en manque 10\n10 % au lieu de 20 %, sans que personne parte.",
    gap3: "Actifs : il en manque 4\n5 % au lieu de 10 %, parmi ceux qui sont là.",
    actions: "Actions correctives",
    action1: "Exemple\nTenir une réunion au lycée",
    action2: "Exemple\nSe réunir au nord un mois sur deux",
    action3: "Exemple\nProposer des tâches d’une heure",
    inviting: "Qui invite qui",
    invitingHow: "Un nom de chez nous, un groupe, un lieu où le rencontrer, une date.",
    changing: "Ce que nous changeons chez nous",
    changingHow: "Horaires, lieu, mots, garde d’enfants : ce qui, chez nous, tient les gens à distance.",
  },
  steps: {
    arrive: {
      title: "Accueil",
      instruction: "Chacun dit comment il est arrivé ici, et par qui. Puis lisez les règles.",
    },
    count: {
      title: "Compter qui est là",
      instruction: "Remplacez les exemples par nos chiffres : âge, lieu, rôle… Quatre groupes suffisent.",
    },
    aim: {
      title: "Dire qui l’on vise",
      instruction:
        "Pour chaque groupe, écrivez la part visée, et d’où vient ce chiffre : la ville, nos statuts, notre envie.",
    },
    compare: {
      title: "Comparer",
      instruction:
        "Écrivez l’écart de chaque ligne, en points et en personnes. Lequel nous gêne le plus, et pourquoi ?",
    },
    write: {
      title: "Écrire en silence",
      instruction:
        "Écrivez des actions qui réduiraient un écart sans exclure personne. Personne ne voit vos cartes avant la mise en commun, et elles resteront sans nom.",
    },
    read: {
      title: "Mettre en commun et relier",
      instruction:
        "Lisez, puis reliez chaque action à l’écart qu’elle fait baisser (−). Une action peut en toucher plusieurs.",
    },
    choose: {
      title: "Choisir",
      instruction: "Répartissez vos points sur les actions que vous pourriez porter vous-même.",
    },
    commit: {
      title: "S’engager",
      instruction: "Pour les actions gardées : qui invite qui, où, quand ? Et que changeons-nous d’abord chez nous ?",
    },
    close: {
      title: "Clôture",
      instruction: "Fixez la date à laquelle nous recompterons. Merci !",
    },
  },
};

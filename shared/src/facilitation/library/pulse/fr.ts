import type { TemplateWords } from "../design.ts";
import type { CardKey, StepKey } from "./layout.ts";

export const FR: TemplateWords<CardKey, StepKey> = {
  name: "Comment allons-nous ?",
  goal: "Faire noter onze facteurs par chacun, voir où les avis s’écartent, et repartir avec un geste par personne.",
  title: "Comment allons-nous ?",
  cards: {
    welcome: "Pour commencer",
    question: "La question du jour\nDans notre groupe, où en sommes-nous, vraiment ?",
    rules: "Nos règles\nLes notes sont secrètes.\nOn parle des écarts, pas de qui a mis combien.",
    howTo: "Noter\nVotre expérience du dernier mois, pas une moyenne polie. Passez ce que vous ignorez.",
    plan: "Le programme\nLire, noter, regarder les écarts, en parler à trois, choisir un geste.",
    members: "Les participants",
    convergence: "Convergence des intérêts\nNous voulons des choses compatibles.",
    influence: "Possibilité pour un membre d’influer sur le groupe\nMa voix change des choses.",
    observers: "Observateurs\nQui regarde sans écrire est le bienvenu.",
    withdrawal: "Repli\nPersonne ne s’éloigne sans que l’on s’en soucie.",
    group: "Le groupe",
    goals: "Définition des buts initiaux\nNous savons pourquoi nous sommes là.",
    coordination: "Tâches de coordination\nElles sont vues, et bien réparties.",
    maturity: "Maturité\nNous savons traverser un moment difficile.",
    conflict: "Conflit\nLes désaccords se disent, et se règlent.",
    environment: "L’environnement",
    abundance: "Abondance\nNous avons assez de temps, de lieux, d’envie.",
    aPosteriori: "Choix a posteriori\nOn peut essayer avant de devoir décider.",
    constraints: "Contraintes externes\nCe qui s’impose à nous reste supportable.",
    well: "D’accord : ça va bien",
    wellHow: "Bonnes notes, petit écart. Qu’est-ce qui marche, et que l’on doit protéger ?",
    care: "D’accord : à soigner",
    careHow: "Notes basses, petit écart. Quel serait le tout premier pas ?",
    apart: "Nous ne voyons pas pareil",
    apartHow: "Grand écart. Que voient les uns que les autres ne voient pas ?",
    gestures: "Un geste chacun",
    gesturesHow: "Petit, daté, faisable sans permission. Signez votre carte, si vous voulez.",
  },
  steps: {
    arrive: {
      title: "Accueil",
      instruction: "Dites votre météo du jour en un mot, à tour de rôle. Puis lisez les règles.",
    },
    read: {
      title: "Lire les facteurs",
      instruction: "Lisez les onze facteurs. S’il y a un mot flou, demandez un exemple en commentaire.",
    },
    rate: {
      title: "Noter",
      instruction:
        "Notez chaque facteur selon votre dernier mois. Votre bulletin est secret : seuls la médiane et l’écart seront montrés.",
    },
    see: {
      title: "Regarder les écarts",
      instruction: "Regardez d’abord les facteurs où nos notes s’écartent le plus. N’expliquez rien encore.",
    },
    talk: {
      title: "En parler à trois",
      instruction:
        "Par trois, prenez un facteur très partagé. Racontez un moment vécu, puis notez ce que vous avez compris.",
    },
    decide: {
      title: "Choisir un geste",
      instruction: "Écrivez un geste que vous ferez avant la prochaine rencontre. Un seul, petit, avec une date.",
    },
    close: {
      title: "Clôture",
      instruction: "Fixez la date de la prochaine prise de pouls. Nous comparerons.",
    },
  },
};

import type { TemplateWords } from "../design.ts";
import type { CardKey, StepKey } from "./layout.ts";

export const FR: TemplateWords<CardKey, StepKey> = {
  name: "Facteurs de coopération",
  goal: "Voir ce qui aide et ce qui freine la coopération, chez les membres, dans le groupe et autour, et choisir trois leviers.",
  title: "Qu’est-ce qui nous fait coopérer ?",
  cards: {
    welcome: "Pour commencer",
    question: "La question du jour\nQu’est-ce qui nous aide à coopérer, et qu’est-ce qui nous en empêche ?",
    rules: "Nos règles\nOn parle de ce qui se passe, pas des personnes.\nUn désaccord est un renseignement.",
    howTo: "Écrire un facteur\nCe qui peut grandir ou baisser : « la confiance », pas « il faut de la confiance ».",
    plan: "Le programme\nDécouvrir, écrire, placer, relier, peser, choisir trois leviers.",
    environment: "L’environnement",
    abundance: "Abondance\nQuand ce que l’on partage ne s’épuise pas, chacun ose donner.",
    aPosteriori: "Choix a posteriori\nOn essaie d’abord, on garde ensuite ce qui a marché.",
    constraints: "Contraintes externes\nLois, argent, calendrier : ce que nous ne décidons pas.",
    group: "Le groupe lui-même",
    goals: "Définition des buts initiaux\nCollectivement, ou par un initiateur.",
    selfOrganisation: "Capacité d’auto-organisation du groupe\nSe répartir le travail sans attendre un chef.",
    coordination: "Tâches de coordination\nRappeler, relancer, faire le lien : un travail que l’on ne voit pas.",
    size: "Taille\nÀ douze on se parle ; à cent, il faut s’organiser autrement.",
    maturity: "Maturité\nCe que le groupe a déjà traversé ensemble.",
    members: "Les participants",
    convergence: "Convergence des intérêts\nAu départ, voulons-nous des choses compatibles ?",
    influence: "Possibilité pour un membre d’influer sur le groupe\nMa voix peut-elle changer quelque chose ?",
    aligning: "Faire converger l’intérêt individuel et collectif\nEn aidant le groupe, je m’aide aussi.",
    loneRiders: "Cavaliers seuls (apporter un regard neuf)\nIls dérangent, et ils ouvrent des portes.",
    observers: "Observateurs\nIls lisent sans écrire ; beaucoup agiront un jour.",
    delicate: "Les facettes délicates",
    conflict: "Conflit\nUtile s’il porte sur les idées et s’il se dit.",
    aggression: "Agression\nElle fait taire ceux qui ne parlent pas fort.",
    withdrawal: "Repli\nChacun chez soi : l’échange s’arrête sans bruit.",
    coherence: "Cohérence\nTrop en demander laisse peu de place aux idées neuves.",
    acting: "Agir sur le groupe",
    starting: "Démarrer\nUn premier pas petit, visible, à plusieurs.",
    keepingAlive: "Faire vivre\nUn rythme, des nouvelles, des mercis.",
    mapping: "Cartographier\nQui sait quoi, qui connaît qui.",
    evaluating: "(S’)évaluer\nSe demander souvent comment nous allons.",
    ours: "Les facteurs de notre groupe",
    oursHow: "Ce qui joue chez nous, et qui n’est pas encore sur la carte.",
    levers: "Nos trois leviers",
    leversHow: "Là où un petit effort change beaucoup. Qui s’en charge ? À partir de quand ?",
  },
  steps: {
    arrive: {
      title: "Accueil",
      instruction: "Chacun dit une fois où coopérer a été facile. Puis lisez ensemble la question et les règles.",
    },
    discover: {
      title: "Découvrir les facteurs",
      instruction:
        "Lisez les trois niveaux : les participants, le groupe, l’environnement. Un mot vous échappe ? Demandez-le en commentaire.",
    },
    write: {
      title: "Écrire en silence",
      instruction:
        "Écrivez deux ou trois facteurs propres à notre groupe. Personne ne voit vos cartes avant la mise en commun, et elles resteront sans nom.",
    },
    read: {
      title: "Mettre en commun et lire",
      instruction: "Lisez toutes les cartes. Commentez celles que vous ne comprenez pas, sans les juger.",
    },
    place: {
      title: "Placer et regrouper",
      instruction: "Faites glisser chaque facteur à son niveau. Rassemblez ceux qui disent la même chose.",
    },
    connect: {
      title: "Relier",
      instruction:
        "À deux, tracez les liens dont vous êtes sûrs : + si l’un fait grandir l’autre, − s’il le fait baisser. Changez ceux de l’exemple.",
    },
    weigh: {
      title: "Peser les liens",
      instruction: "Pour chaque lien, dites son signe et sa force selon vous. Les écarts nous diront de quoi parler.",
    },
    decide: {
      title: "Choisir trois leviers",
      instruction:
        "Regardez quels facteurs en entraînent beaucoup d’autres. Placez trois actions, avec un nom et une date.",
    },
    close: {
      title: "Clôture",
      instruction: "Chacun dit le lien qui l’a surpris. La carte reste ouverte à la lecture.",
    },
  },
};

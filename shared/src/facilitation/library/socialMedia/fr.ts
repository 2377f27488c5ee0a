import type { TemplateWords } from "../design.ts";
import type { CardKey, StepKey } from "./layout.ts";

export const FR: TemplateWords<CardKey, StepKey> = {
  name: "Stratégie de réseaux sociaux",
  goal: "Décider à qui l’on parle, où, quand, et quel engagement l’on demande : réagir, échanger ou contribuer.",
  title: "Notre stratégie de réseaux sociaux",
  cards: {
    welcome: "Pour commencer",
    question: "La question du jour\nÀ qui parlons-nous, et que voulons-nous qu’ils fassent ?",
    rules: "Nos règles\nOn part des personnes, pas des outils.\nPeu d’actions, mais tenues.",
    howTo: "Écrire une action\nUn verbe, un public, un rythme : « demander chaque lundi l’avis des curieux ».",
    plan: "Le programme\nPublics, canaux, actions, liens, points, calendrier.",
    targets: "Nos publics",
    regulars: "Les fidèles : voir ce que leur aide a permis",
    curious: "Les curieux : voir vite qui nous sommes",
    partners: "Les relais : un message prêt à passer",
    react: "Réagir : un geste, dix secondes",
    photo: "Une photo d’avant-après chaque vendredi",
    talk: "Échanger : une réponse, cinq minutes",
    replies: "Répondre à tous en un jour ouvré",
    contribute: "Contribuer : donner de soi",
    relay: "Confier le compte une semaine à un membre",
    channels: "Nos canaux",
    channel1: "Canal 1 : où sont déjà nos fidèles ?",
    channel2: "Canal 2 : où passent les curieux ?",
    channel3: "Canal 3 : que lisent nos relais ?",
    channelsHow: "Trois canaux suffisent. Pour chacun : qui l’écrit, qui le lit, à quel rythme ?",
    before: "Avant",
    beforeHow: "Annoncer : quoi, pour qui, combien de jours avant ?",
    during: "Pendant",
    duringHow: "Montrer : qui publie, à quelle heure ?",
    after: "Après",
    afterHow: "Remercier, et dire ce que cela a changé.",
  },
  steps: {
    arrive: {
      title: "Accueil",
      instruction: "Chacun montre une publication récente qui lui a donné envie d’agir. Puis lisez les règles.",
    },
    aim: {
      title: "Choisir les publics",
      instruction:
        "Gardez trois ou quatre publics. Pour chacun, écrivez ce qu’il attend de nous, pas ce que nous voulons lui dire.",
    },
    choose: {
      title: "Choisir les canaux",
      instruction: "Pour chaque canal : qui l’écrit, qui le lit ? Retirez ceux que personne ne tiendra.",
    },
    write: {
      title: "Écrire en silence",
      instruction:
        "Écrivez des actions : un verbe, un public, un rythme. Personne ne voit vos cartes avant la mise en commun, et elles resteront sans nom.",
    },
    read: {
      title: "Mettre en commun et trier",
      instruction: "Lisez, puis faites glisser chaque action à son niveau : réagir, échanger ou contribuer.",
    },
    connect: {
      title: "Relier aux publics",
      instruction:
        "Reliez chaque action au public qu’elle sert : +, et plus fort si elle répond vraiment à son attente. Une action sans lien tombe.",
    },
    weigh: {
      title: "Peser",
      instruction: "Répartissez vos points sur les actions que vous êtes prêts à tenir trois mois.",
    },
    plan: {
      title: "Mettre au calendrier",
      instruction:
        "Pour les actions gardées : avant, pendant, après. Un nom, un jour, et le chiffre que nous regarderons.",
    },
    close: {
      title: "Clôture",
      instruction: "Qui publie le premier, et quand ? Dites-le à voix haute. Merci !",
    },
  },
};

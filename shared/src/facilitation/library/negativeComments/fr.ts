import type { TemplateWords } from "../design.ts";
import type { CardKey, StepKey } from "./layout.ts";

export const FR: TemplateWords<CardKey, StepKey> = {
  name: "Répondre aux avis négatifs",
  goal: "Trier les commentaires négatifs, convenir d’une réponse pour chaque sorte, avec un responsable et un délai.",
  title: "Comment répondons-nous aux critiques ?",
  cards: {
    welcome: "Pour commencer",
    question: "La question du jour\nQue nous reproche-t-on, et comment voulons-nous y répondre ?",
    rules: "Nos règles\nOn lit deux fois avant de juger.\nOn ne cherche pas qui a écrit.",
    howTo: "Une bonne réponse\nElle remercie, dit ce qui est vrai, ce que l’on fait, et pour quand.",
    plan: "Le programme\nRassembler, trier, écrire des réponses, s’accorder, nommer et dater.",
    inbox: "Ce que l’on a reçu",
    late: { text: "Trois semaines sans réponse à mon message. Vous existez encore ?", source: "exemple, à remplacer" },
    wrongHour: { text: "Je suis venu à 18 h, c’était fermé. Merci pour le trajet.", source: "exemple, à remplacer" },
    angry: { text: "Encore une réunion décidée sans nous demander. J’en ai assez.", source: "exemple, à remplacer" },
    attack: { text: "Tous des incapables, comme d’habitude.", source: "exemple, à remplacer" },
    founded: "Fondé : réparer",
    foundedHow: "C’est vrai, et cela dépend de nous. On s’excuse, on corrige, on revient le dire.",
    misunderstanding: "Malentendu : expliquer",
    misunderstandingHow: "Il manque une information. On la donne simplement, sans donner de leçon.",
    feeling: "Colère, peine : écouter",
    feelingHow: "Le fait compte moins que ce qui a été vécu. On appelle, on propose de se voir.",
    trolling: "Attaque : ne pas nourrir",
    trollingHow: "Rien à réparer. Une réponse calme au plus, puis le règlement. On protège les personnes visées.",
    answers: "Nos réponses",
    repair: { text: "S’excuser, corriger, puis revenir le dire", owner: "à nommer" },
    explain: { text: "Dire ce que l’on ne savait pas", owner: "à nommer" },
    hear: { text: "Appeler la personne, et l’écouter", owner: "à nommer" },
    hour: "En une heure",
    hourHow: "Menace, erreur grave, personne visée : qui prévient qui ?",
    day: "En un jour",
    dayHow: "Première réponse, même si tout n’est pas réglé.",
    week: "En une semaine",
    weekHow: "Réparation faite, et annoncée à la personne.",
  },
  steps: {
    arrive: {
      title: "Accueil",
      instruction: "Rappelez pourquoi on répond : pour la personne, et pour ceux qui lisent. Lisez les règles.",
    },
    collect: {
      title: "Rassembler",
      instruction: "Copiez les critiques reçues, mot pour mot et sans nom, puis effacez les exemples.",
    },
    sort: {
      title: "Trier",
      instruction:
        "Faites glisser chaque critique dans l’un des quatre cadres. Si vous hésitez, c’est qu’il y a du vrai : « fondé ».",
    },
    write: {
      title: "Écrire des réponses",
      instruction:
        "Pour chaque sorte, écrivez ce que nous ferions de mieux. Personne ne voit vos cartes avant la mise en commun, et elles resteront sans nom.",
    },
    read: {
      title: "Mettre en commun et lire",
      instruction: "Lisez chaque réponse comme si vous étiez la personne qui s’est plainte. Commentez ce qui blesse.",
    },
    agree: {
      title: "S’accorder",
      instruction: "Pour chaque réponse : oui, oui avec une réserve, ou objection. Une objection dit pourquoi.",
    },
    assign: {
      title: "Nommer et dater",
      instruction:
        "Pour chaque réponse : un responsable, un remplaçant, un délai. Placez-la en une heure, un jour ou une semaine.",
    },
    close: {
      title: "Clôture",
      instruction: "Choisissez ensemble la critique à laquelle on répond aujourd’hui, et qui le fait.",
    },
  },
};

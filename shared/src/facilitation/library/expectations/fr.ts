import type { TemplateWords } from "../design.ts";
import type { CardKey, StepKey } from "./layout.ts";

export const FR: TemplateWords<CardKey, StepKey> = {
  name: "Ce que la communauté attend",
  goal: "Recueillir ce que chacun attend, avec ses mots, et repartir avec les cinq attentes qui comptent le plus.",
  title: "Qu’attend notre communauté ?",
  cards: {
    welcome: "Pour commencer",
    question: "La question du jour\nQu’attendent de nous les personnes pour qui nous agissons ?",
    rules: "Nos règles\nOn écrit seul, on lit tout.\nAucune attente n’est ridicule.\nOn ne répond pas encore.",
    howTo: "Écrire une attente\nUne idée par carte, avec vos mots : « J’aimerais… », « Il me manque… »",
    plan: "Le programme\nÉcouter, écrire, regrouper, peser, puis garder cinq attentes.",
    expected: "Ce que nous attendons",
    dates: "Exemple : connaître les dates à l’avance",
    children: "Exemple : pouvoir venir avec ses enfants",
    heard: "Ce qui se dit déjà",
    heardHow: "Apportez ici de vraies paroles : un message, un avis, une phrase entendue. Sans nom.",
    tooLate: {
      text: "On apprend toujours les choses trop tard, quand c’est complet.",
      source: "exemple, à remplacer",
    },
    neverAsked: {
      text: "J’aimerais aider, mais personne ne me l’a jamais demandé.",
      source: "exemple, à remplacer",
    },
    family1: "Se rencontrer, échanger",
    family2: "Être informé à temps",
    family3: "Prendre part",
    family4: "Être aidé, reconnu",
    kept: "Les cinq attentes gardées",
    keptHow: "Cinq cartes, pas une de plus. Pour chacune : qui va vérifier, auprès de qui, avant quelle date ?",
    last: "Un mot pour finir",
    lastHow: "Écrivez en quelques mots ce que vous emportez, ou ce qui vous manque encore.",
  },
  steps: {
    arrive: {
      title: "Accueil",
      instruction: "Chacun se présente en une phrase. Puis lisez ensemble la question du jour et les règles.",
    },
    listen: {
      title: "Écouter ce qui se dit",
      instruction: "Lisez ces paroles sans y répondre. Ajoutez une parole que vous avez entendue, sans dire de qui.",
    },
    write: {
      title: "Écrire en silence",
      instruction:
        "Écrivez ce que vous attendez, et ce que d’autres attendent : une idée par carte. Personne ne voit vos cartes avant la mise en commun, et elles resteront sans nom.",
    },
    read: {
      title: "Mettre en commun et lire",
      instruction: "Lisez toutes les cartes. Une carte n’est pas claire ? Posez la question en commentaire.",
    },
    group: {
      title: "Regrouper",
      instruction:
        "Faites glisser ensemble les cartes qui disent la même chose. Renommez les familles, ajoutez-en une s’il le faut.",
    },
    weigh: {
      title: "Peser",
      instruction:
        "Répartissez vos points sur les attentes qui comptent le plus pour la communauté, pas pour vous seul.",
    },
    keep: {
      title: "Garder cinq attentes",
      instruction:
        "Placez les cinq attentes les plus soutenues dans le cadre. Pour chacune, dites qui vérifie, auprès de qui, et quand.",
    },
    close: {
      title: "Clôture",
      instruction:
        "Écrivez un mot de la fin. Les attentes gardées restent sur ce tableau, et l’animation les copie pour qui les demande. Merci !",
    },
  },
};

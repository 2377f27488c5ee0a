import type { Translated } from "./translate.ts";
import type { comments as source } from "./comments.en.ts";

export const comments: Translated<typeof source> = {
  "comments.answer": "Répondre",
  "comments.answerTo": "Votre réponse",
  "comments.by": "{word}\u202f: {names}",
  "comments.nobody": "Quelqu’un",
  "comments.open": { one: "{n} ouvert", other: "{n} ouverts" },
  "comments.people": "Personnes de ce tableau",
  "comments.reactAgree": "Oui",
  "comments.reactDear": "J’y tiens",
  "comments.reactDoubt": "J’en doute",
  "comments.reactGlad": "Je m’en réjouis",
  "comments.reactIdea": "Bonne idée",
  "comments.reactQuestion": "Une question",
  "comments.reactions": "Réactions",
  "comments.reopen": "Rouvrir",
  "comments.resolve": "Réglé",
  "comments.send": "Envoyer",
  "comments.settled": { one: "{n} réglé", other: "{n} réglés" },
  "comments.show": "Voir",
  "comments.takeBack": "Retirer mon commentaire",
  "comments.takenBack": "Commentaire retiré",
  "comments.title": "Commentaires",
  "comments.toYou": "{name} s’adresse à vous\u202f: «\u202f{title}\u202f»",
  "comments.write": "Commenter, @ pour interpeller",
};

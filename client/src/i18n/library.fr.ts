import type { library as source } from "./library.en.ts";
import type { Translated } from "./translate.ts";

export const library: Translated<typeof source> = {
  "library.act": "Choisir et agir",
  "library.agenda": "Le déroulé",
  "library.create": "Créer le tableau",
  "library.facts": {
    one: "{minutes} min · {from} à {to} personnes · {n} étape",
    other: "{minutes} min · {from} à {to} personnes · {n} étapes",
  },
  "library.free": "À remplir, à explorer",
  "library.may": "Participants : {list}",
  "library.mayComment": "commenter",
  "library.mayLink": "relier",
  "library.mayMove": "déplacer les cartes",
  "library.mayRead": "lire et écouter",
  "library.mayWrite": "écrire",
  "library.minutes": "{n} min",
  "library.silent": "en silence, sans noms",
  "library.understand": "Écouter et comprendre",
  "library.vote": "vote : {method}",
  "library.voteAgreement": "d’accord ou non",
  "library.voteConsent": "consentement",
  "library.voteDots": "points",
  "library.voteJudgment": "mentions",
  "library.voteLinks": "signes et forces",
  "library.votePairwise": "deux à deux",
  "library.voteRanked": "classement",
  "library.voteRating": "notes",
};

import type { join as source } from "./join.en.ts";
import type { Translated } from "./translate.ts";

export const join: Translated<typeof source> = {
  "join.busy": "Vous entrez…",
  "join.code": "Code",
  "join.codeBad": "Un code, c’est six lettres, sans voyelle : {example}, par exemple.",
  "join.enter": "Entrer",
  "join.hint": "Six lettres, à côté du QR code sur l’écran. Pas de compte, pas de mot de passe.",
  "join.link": "J’ai un lien",
  "join.phone": "Au téléphone : une chose à la fois",
  "join.title": "Rejoindre l’atelier",
};

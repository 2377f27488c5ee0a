import type { card as source } from "./card.en.ts";
import type { Translated } from "./translate.ts";

export const card: Translated<typeof source> = {
  "card.by": "écrit par {name}",
  "card.chosenBy": "choisie par {name}",
  "card.comments": { one: "{n} commentaire", other: "{n} commentaires" },
  "card.drawing": "Dessin à main levée",
  "card.linksIn": { one: "{n} lien entrant", other: "{n} liens entrants" },
  "card.linksOut": { one: "{n} lien sortant", other: "{n} liens sortants" },
  "card.locked": "verrouillée",
  "card.noDrawing": "Impossible d’afficher ce dessin",
  "card.noImage": "Impossible d’afficher cette image",
  "card.noSource": "Source non précisée",
  "card.reactions": { one: "{n} réaction", other: "{n} réactions" },
  "card.selected": "sélectionnée",
  "card.text": "Texte de la carte",
  "card.untitled": "Sans titre…",
  "card.writing": "{name} écrit…",
};

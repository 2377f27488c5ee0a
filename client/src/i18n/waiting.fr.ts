import type { waiting as source } from "./waiting.en.ts";
import type { Translated } from "./translate.ts";

export const waiting: Translated<typeof source> = {
  "waiting.again": "Pas de réponse pour le moment. Cette page réessaie toute seule.",
  "waiting.changeName": "Changer",
  "waiting.in": "Vous êtes dans l’atelier.",
  "waiting.nameLabel": "Votre nom",
  "waiting.refused": "On ne vous a pas laissé entrer",
  "waiting.refusedText":
    "Est-ce une erreur ? Dites à l’animation de « {title} » que vous êtes {name} : cette page suivra toute seule.",
  "waiting.title": "On va vous ouvrir",
  "waiting.text": "L’animation de « {title} » ouvre la porte. Cette page suivra toute seule.",
};

import type { version as source } from "./version.en.ts";
import type { Translated } from "./translate.ts";

export const version: Translated<typeof source> = {
  "version.boardOf": "Vous regardez un état passé du tableau : {when}.",
  "version.boardOfNamed": "Vous regardez « {label} », un état passé du tableau : {when}.",
  "version.looking": "Vous regardez un état passé du tableau : {when}. Rien ne peut y être changé.",
  "version.markAdded": "nouvelle",
  "version.markChanged": "changée",
  "version.markRemoved": "partie depuis",
  "version.nowAgain": "Le tableau de maintenant.",
  "version.opening": "Ouverture d’un état passé du tableau : {when}…",
  "version.readOnly": "C’est un état passé du tableau : revenez à maintenant pour le changer.",
  "version.restoreThis": "Rétablir…",
  "version.toNow": "Revenir à maintenant",
};

import type { frame as source } from "./frame.en.ts";
import type { Translated } from "./translate.ts";

export const frame: Translated<typeof source> = {
  "frame.cancel": "Annuler",
  "frame.chosen": "choisi",
  "frame.close": "Fermer",
  "frame.copied": "Copié",
  "frame.copyFailed": "Le navigateur n’a pas laissé Palabre copier. Sélectionnez le texte et copiez-le vous-même.",
  "frame.crashed": "Cette page s’est arrêtée",
  "frame.crashedText": "Rien n’est perdu : ce qui était enregistré est sur le serveur. Réessayez.",
  "frame.home": "Accueil",
  "frame.language": "Langue",
  "frame.linkCopied": "Le lien est copié",
  "frame.loading": "Ouverture…",
  "frame.notOpened": "Le tableau ne s’est pas ouvert",
  "frame.notices": "Avis",
  "frame.nowhere": "Il n’y a rien ici",
  "frame.product": "Palabre",
  "frame.retry": "Réessayer",
  "frame.save": "Enregistrer",
  "frame.themeDark": "Thème sombre",
  "frame.themeLight": "Thème clair",
  "frame.undo": "Annuler",
  "frame.unreachable": "Le serveur ne répond pas",
  "role.facilitator": "Animation",
  "role.participant": "Participation",
  "role.viewer": "Observation",
};

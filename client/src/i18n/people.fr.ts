import type { Translated } from "./translate.ts";
import type { people as source } from "./people.en.ts";

export const people: Translated<typeof source> = {
  "people.actions": "Que faire pour {name}",
  "people.been": "Passés par ici",
  "people.change": "Changer",
  "people.empty": "Personne d’autre pour l’instant. Invitez par un lien ou un code.",
  "people.follow": "Suivre {name}",
  "people.followStop": "Ne plus suivre {name}",
  "people.handLower": "Baisser",
  "people.handLowerAll": "Tout baisser",
  "people.handUp": "main levée",
  "people.hands": "Mains levées",
  "people.handsDown": "Toutes les mains sont baissées.",
  "people.here": "Ici maintenant",
  "people.letIn": "Laisser revenir",
  "people.letInNow": "{name} peut revenir.",
  "people.mute": "Mettre en lecture seule",
  "people.muteHint": "Regarde, et ne change rien",
  "people.muted": "en lecture seule",
  "people.mutedNow": "{name} est en lecture seule.",
  "people.ready": "prêt",
  "people.remove": "Retirer du tableau…",
  "people.removeConfirm": "Retirer",
  "people.removeKept": "Ce que {name} a écrit reste sur le tableau ; le même menu permet de l’annuler.",
  "people.removeLink":
    "Qui a un lien peut l’ouvrir sur un autre appareil : renouvelez le lien sous Inviter pour fermer aussi cette voie.",
  "people.removeText":
    "{name} quitte le tableau tout de suite. Son appareil n’ouvre plus rien ici tant que vous ne l’avez pas laissé revenir.",
  "people.removeTitle": "Retirer {name} ?",
  "people.removed": "Retirés",
  "people.removedNow": "{name} n’est plus sur le tableau.",
  "people.undo": "Annuler ce qui a été fait…",
  "people.unmute": "Laisser écrire à nouveau",
  "people.unmutedNow": "{name} peut à nouveau écrire.",
};

import type { status as source } from "./status.en.ts";
import type { Translated } from "./translate.ts";

export const status: Translated<typeof source> = {
  "status.late": "Pas encore enregistré",
  "status.lateAdvice": "Le serveur tarde à enregistrer. Vos changements sont sur cette page : gardez-la ouverte.",
  "status.live": "À jour",
  "status.offline": "Hors ligne",
  "status.offlineAdvice": {
    one: "{n} changement attend sur cette page. Gardez-la ouverte : il partira dès que la connexion revient.",
    other: "{n} changements attendent sur cette page. Gardez-la ouverte : ils partiront dès que la connexion revient.",
  },
  "status.offlineWith": {
    one: "Hors ligne, {n} changement attend sur cette page",
    other: "Hors ligne, {n} changements attendent sur cette page",
  },
  "status.opening": "Ouverture…",
  "status.readOnly": "Lecture seule, en direct",
  "status.refused": "Déconnecté",
  "status.refusedEpoch": "Le tableau a été remis en ordre sur le serveur. Rouvrez-le pour le voir tel qu’il est.",
  "status.refusedForbidden":
    "Votre rôle ne le permet pas. Ce que vous faites n’est plus gardé : rouvrez le tableau, ou demandez à la personne qui anime.",
  "status.refusedFrame":
    "Le serveur n’a pas compris cette page. Ce que vous faites n’est plus gardé : rouvrez le tableau.",
  "status.refusedSession":
    "Le lien qui vous a fait entrer a été remplacé. Demandez le nouveau à la personne qui anime ; ce que vous faites n’est plus gardé.",
  "status.refusedTooLarge":
    "Votre dernier changement est trop gros pour le serveur et n’a pas été gardé. Rouvrez le tableau et faites-le en plusieurs fois.",
  "status.refusedUnknown": "Ce tableau n’est plus sur le serveur.",
  "status.reopen": "Rouvrir",
  "status.saved": "Enregistré à {time}",
  "status.saving": "Enregistrement…",
};

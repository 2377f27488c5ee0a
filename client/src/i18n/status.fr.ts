import type { status as source } from "./status.en.ts";
import type { Translated } from "./translate.ts";

export const status: Translated<typeof source> = {
  "status.frozen": "le tableau est figé",
  "status.muted": "parole coupée",
  "status.late": "Pas encore enregistré",
  "status.lateAdvice":
    "Le serveur tarde à enregistrer. Vos changements sont gardés sur cet appareil jusqu’à ce qu’il les ait.",
  "status.lateOnPage": "Le serveur tarde à enregistrer. Vos changements ne sont que sur cette page : ne la fermez pas.",
  "status.live": "À jour",
  "status.notKept":
    "Le serveur ne peut rien enregistrer en ce moment. Vos changements sont gardés sur cet appareil et renvoyés jusqu’à ce qu’il le puisse.",
  "status.notKeptOnPage":
    "Le serveur ne peut rien enregistrer en ce moment. Vos changements ne sont que sur cette page, et renvoyés jusqu’à ce qu’il le puisse : ne la fermez pas.",
  "status.offline": "Hors ligne",
  "status.offlineAdvice": {
    one: "{n} changement est gardé sur cet appareil. Il partira dès que la connexion revient, ou quand vous rouvrirez le tableau.",
    other:
      "{n} changements sont gardés sur cet appareil. Ils partiront dès que la connexion revient, ou quand vous rouvrirez le tableau.",
  },
  "status.offlineKept": {
    one: "Hors ligne, {n} changement gardé sur cet appareil",
    other: "Hors ligne, {n} changements gardés sur cet appareil",
  },
  "status.offlineOnPage": {
    one: "Hors ligne, {n} changement sur cette page seulement",
    other: "Hors ligne, {n} changements sur cette page seulement",
  },
  "status.offlineOnPageAdvice": {
    one: "{n} changement n’est que sur cette page : ne la fermez pas. Il partira dès que la connexion revient.",
    other: "{n} changements ne sont que sur cette page : ne la fermez pas. Ils partiront dès que la connexion revient.",
  },
  "status.opening": "Ouverture…",
  "status.readOnly": "Lecture seule, en direct",
  "status.readOnlyIn": "Lecture seule : {why}",
  "status.refused": "Déconnecté",
  "status.refusedEpoch": "Le tableau a été remis en ordre sur le serveur. Rouvrez-le pour le voir tel qu’il est.",
  "status.refusedForbidden":
    "Votre rôle ne le permet pas. Ce que vous faites n’est plus gardé : rouvrez le tableau, ou demandez à l’animation.",
  "status.refusedFrame":
    "Le serveur n’a pas compris cette page. Ce que vous faites n’est plus gardé : rouvrez le tableau.",
  "status.refusedSession":
    "Cet appareil n’a plus accès au tableau : le lien qui vous a fait entrer a été remplacé, ou le navigateur n’a plus ce qu’il en savait. Ouvrez le tableau par votre lien, ou demandez le nouveau à l’animation.",
  "status.refusedKept": {
    one: "{n} changement qui n’était pas enregistré est gardé sur cet appareil, et sera refait quand vous rouvrirez le tableau.",
    other:
      "{n} changements qui n’étaient pas enregistrés sont gardés sur cet appareil, et seront refaits quand vous rouvrirez le tableau.",
  },
  "status.refusedOnPage": {
    one: "{n} changement qui n’était pas enregistré n’est que sur cette page.",
    other: "{n} changements qui n’étaient pas enregistrés ne sont que sur cette page.",
  },
  "status.refusedTooLarge":
    "Votre dernier changement est trop gros pour le serveur et n’a pas été gardé. Rouvrez le tableau et faites-le en plusieurs fois.",
  "status.refusedUnknown": "Ce tableau n’est plus sur le serveur.",
  "status.reopen": "Rouvrir",
  "status.restoring": "Remise en place de vos changements…",
  "status.saved": "Enregistré à {time}",
  "status.saving": "Enregistrement…",
  "status.showUntold": "Voir ce qui n’a pas pu être fait",
  "status.untold": { one: "Ce changement n’a pas pu être fait", other: "Ces {n} changements n’ont pas pu être faits" },
};

import type { kind as source } from "./kind.en.ts";
import type { Translated } from "./translate.ts";

export const kind: Translated<typeof source> = {
  "kind.drawing": "Dessin",
  "kind.expectation": "Attente",
  "kind.factor": "Facteur",
  "kind.factorOf": "Facteur · {level}",
  "kind.frame": "Cadre",
  "kind.image": "Image",
  "kind.levelEnvironment": "environnement",
  "kind.levelGroup": "groupe",
  "kind.levelMember": "membre",
  "kind.note": "Note",
  "kind.quote": "Témoignage",
  "kind.resource": "Ressource",
  "kind.strategy": "Choix stratégique",
  "kind.unknown": "Carte",
};

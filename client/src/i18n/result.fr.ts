import type { result as source } from "./result.en.ts";
import type { Translated } from "./translate.ts";

export const result: Translated<typeof source> = {
  "result.agreeing": "d’accord : {agree} · passent : {pass} · pas d’accord : {disagree}",
  "result.beats": { one: "en bat {n} sur {total}", other: "en bat {n} sur {total}" },
  "result.consent": "oui : {yes} · réserves : {reserve} · objections : {objection}",
  "result.dots": { one: "{n} point", other: "{n} points" },
  "result.heldBack": "Trop peu de bulletins pour un résultat qui ne désigne personne : il en faut cinq.",
  "result.kano.A": "Ravit",
  "result.kano.I": "Ne change rien",
  "result.kano.M": "Va de soi",
  "result.kano.O": "Plus il y en a, mieux c’est",
  "result.kano.Q": "Réponses contradictoires",
  "result.kano.R": "Mieux sans",
  "result.left": { one: "{n} autre sur le tableau entier", other: "{n} autres sur le tableau entier" },
  "result.median": "médiane {value}",
  "result.opportunity": "écart {value} sur 20",
  "result.papers": { one: "{n} bulletin compté sur {total}", other: "{n} bulletins comptés sur {total}" },
  "result.receipts": { one: "Reçu de {n} bulletin compté", other: "Reçus de {n} bulletins comptés" },
  "result.score": "{score} sur 100",
  "result.tied": "ex æquo",
  "result.tooFew": "trop peu de réponses",
  "result.yoursCounted": "Votre reçu, {receipt}, est parmi ceux qui ont été comptés.",
  "result.yoursMissing": "Votre reçu, {receipt}, n’est pas parmi ceux qui ont été comptés : dites-le à l’animation.",
};

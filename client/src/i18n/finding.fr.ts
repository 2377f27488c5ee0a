import type { finding as english } from "./finding.en.ts";
import type { Translated } from "./translate.ts";

export const finding: Translated<typeof english> = {
  "finding.cardsFound": "Cartes",
  "finding.close": "Fermer la recherche",
  "finding.commands": "Commandes",
  "finding.count": "{n} sur {of}",
  "finding.groupCards": "Cartes",
  "finding.groupHistory": "Annuler et rétablir",
  "finding.groupLinks": "Un lien choisi",
  "finding.groupMoves": "Se déplacer",
  "finding.groupTools": "Outils",
  "finding.groupView": "Vue",
  "finding.here": "{n} sur {of} : {title}",
  "finding.layout": "Clavier",
  "finding.letters": "Les lettres seules sont des raccourcis",
  "finding.lettersOff":
    "Sinon, seules agissent les combinaisons avec Ctrl ou Alt : aucune lettre dite ou tapée par hasard ne fait rien.",
  "finding.next": "Suivant",
  "finding.noCommand": "Rien de ce nom.",
  "finding.none": "Aucun résultat",
  "finding.palette": "Que voulez-vous faire ?",
  "finding.paletteHint": "Une commande, un volet, une carte…",
  "finding.previous": "Précédent",
  "finding.text": "Texte à chercher",
  "finding.untitled": "Sans titre",
};

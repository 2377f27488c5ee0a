import type { arrange as source } from "./arrange.en.ts";
import type { Translated } from "./translate.ts";

export const arrange: Translated<typeof source> = {
  "arrange.aligned": { one: "{n} élément aligné", other: "{n} éléments alignés" },
  "arrange.back": { one: "{n} carte mise derrière", other: "{n} cartes mises derrière" },
  "arrange.copied": { one: "{n} carte copiée", other: "{n} cartes copiées" },
  "arrange.copyAdvice": "Pressez Ctrl+C pour copier, Ctrl+X pour couper.",
  "arrange.front": { one: "{n} carte mise devant", other: "{n} cartes mises devant" },
  "arrange.gridOff": "Ce que vous déplacez va de nouveau librement.",
  "arrange.gridOn": "Ce que vous déplacez suit la grille\u202f; tenez Ctrl pour l’en libérer.",
  "arrange.grouped": { one: "{n} carte groupée", other: "{n} cartes groupées" },
  "arrange.held": { one: "{n} carte verrouillée", other: "{n} cartes verrouillées" },
  "arrange.noStyle": "Aucun aspect n’est encore copié.",
  "arrange.pasteAdvice": "Pressez Ctrl+V pour coller.",
  "arrange.pasted": { one: "{n} carte collée", other: "{n} cartes collées" },
  "arrange.pastedOne": "«\u202f{title}\u202f» collée",
  "arrange.released": { one: "{n} carte déverrouillée", other: "{n} cartes déverrouillées" },
  "arrange.sized": "{width} sur {height}",
  "arrange.spread": { one: "{n} élément réparti", other: "{n} éléments répartis" },
  "arrange.styleCopied": "Aspect copié",
  "arrange.styleOfWhat": "Choisissez une carte ou un lien pour en copier l’aspect.",
  "arrange.stylePasted": { one: "Aspect donné à {n} élément", other: "Aspect donné à {n} éléments" },
  "arrange.ungrouped": { one: "{n} carte dégroupée", other: "{n} cartes dégroupées" },
};

import type { drafts as source } from "./drafts.en.ts";
import type { Translated } from "./translate.ts";

export const drafts: Translated<typeof source> = {
  "drafts.anonymous": "Sans noms : rien de ce qui est gardé ne dit qui a écrit quoi.",
  "drafts.discard": "Jeter…",
  "drafts.discardConfirm": "Jeter pour de bon",
  "drafts.discardText":
    "Personne ne les verra, et personne ne les retrouvera : pas même celles et ceux qui les ont écrites.",
  "drafts.discardTitle": { one: "Jeter {n} idée ?", other: "Jeter {n} idées ?" },
  "drafts.discarded": "Les brouillons sont jetés.",
  "drafts.few": {
    one: "Une seule personne a écrit : tout le monde saura qui.",
    other: "{n} personnes seulement ont écrit : les autres pourront deviner qui.",
  },
  "drafts.none": "Aucune idée n’attend encore",
  "drafts.nothing": "Plus rien n’attendait.",
  "drafts.onlyYou": "Visible de vous seul·e",
  "drafts.opening": "Écriture en silence : votre feuille à vous arrive…",
  "drafts.over": "On n’écrit plus.",
  "drafts.people": { one: "de {n} personne", other: "de {n} personnes" },
  "drafts.reveal": "Révéler…",
  "drafts.revealAnonymous":
    "Sans noms. Les brouillons sont ensuite effacés, et avec eux tout ce qui dirait qui a écrit quoi.",
  "drafts.revealBeside":
    "Elles arrivent sur le tableau pour tout le monde, d’un coup et dans le désordre, à côté de ce qui s’y trouve.",
  "drafts.revealConfirm": "Révéler maintenant",
  "drafts.revealInto":
    "Elles arrivent sur le tableau pour tout le monde, d’un coup et dans le désordre, dans « {frame} ».",
  "drafts.revealOpen": "On écrit encore : ce qui n’est pas fini viendra tel quel.",
  "drafts.revealSigned":
    "Avec les noms de celles et ceux qui les ont écrites, comme annoncé. Les brouillons sont ensuite effacés.",
  "drafts.revealTitle": { one: "Révéler {n} idée ?", other: "Révéler {n} idées ?" },
  "drafts.revealed": { one: "{n} idée est sur le tableau.", other: "{n} idées sont sur le tableau." },
  "drafts.revealedSome":
    "Sur le tableau maintenant : {n}. Il n’y a plus de place : {left} attendent dans les brouillons qu’il y en ait, ou qu’on les jette.",
  "drafts.see": "Les voir",
  "drafts.section": "Écriture en silence",
  "drafts.signed": "Elles seront révélées avec votre nom.",
  "drafts.silent": "Écriture en silence : vous seul·e voyez vos cartes.",
  "drafts.silentForViewers": "On écrit en silence.",
  "drafts.waiting": { one: "{n} idée en attente", other: "{n} idées en attente" },
};

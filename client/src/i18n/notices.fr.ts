import type { notices as source } from "./notices.en.ts";
import type { Translated } from "./translate.ts";

export const notices: Translated<typeof source> = {
  "notices.all": "tout",
  "notices.best": "en tête dans {value} des tirages",
  "notices.broughtBack": "{name} a repris « {title} » de la corbeille.",
  "notices.changed": "{name} a changé « {title} ».",
  "notices.changes": "Ce que changent les autres",
  "notices.commented": "{name} a commenté « {title} ».",
  "notices.feeling": "ressenti {value}",
  "notices.figure": "« {title} » : {figure}, contre {before} avant.",
  "notices.figureNew": "« {title} » : {figure}.",
  "notices.figures": "Les chiffres des cartes",
  "notices.figuresHint":
    "Combien on parle d’une carte, le ressenti, son influence, ce qu’elle rapporte : dit quand cela change nettement, une fois par minute au plus.",
  "notices.goHeard": "Aller à son dernier changement",
  "notices.heard": "De qui tout changement est dit",
  "notices.heardHint": "Même au loin. Alt+G va à la dernière carte que cette personne a changée.",
  "notices.intro":
    "Pour qui écoute le tableau avec un lecteur d’écran. Les étapes, le temps et les coupures sont toujours dits. Alt+R redit la dernière phrase.",
  "notices.linkedHelps": "{name} a dit que « {from} » aide « {to} ».",
  "notices.linkedHinders": "{name} a dit que « {from} » freine « {to} ».",
  "notices.made": "{name} a ajouté « {title} ».",
  "notices.many": "{n} cartes et liens ont changé.",
  "notices.mentions": { one: "{n} mention", other: "{n} mentions" },
  "notices.more": { one: "{n} autre changement.", other: "{n} autres changements." },
  "notices.moreFigures": { one: "{n} autre chiffre a changé.", other: "{n} autres chiffres ont changé." },
  "notices.moved": "{name} a déplacé « {title} ».",
  "notices.movedInto": "{name} a mis « {title} » dans « {frame} ».",
  "notices.near": "près de moi",
  "notices.nearHint":
    "Près de moi : la carte où vous êtes, celles qui lui sont liées, et les cartes que vous avez faites.",
  "notices.nobody": "de personne",
  "notices.off": "rien",
  "notices.people": "Dire qui arrive et qui part",
  "notices.removed": "{name} a supprimé « {title} ».",
  "notices.roi": "ROI social {value}",
  "notices.somebody": "Quelqu’un",
  "notices.title": "Ce qui est lu à voix haute",
  "notices.unlinked": "{name} a retiré le lien de « {from} » à « {to} ».",
  "notices.votes": "Dire qu’un vote s’ouvre, et que son résultat est là",
  "notices.wrote": "{name} a écrit dans « {title} ».",
};

import { LISTEN } from "../rights.ts";
import type { TemplatePhase } from "../template.ts";

/** Participants look on: nothing is in the way of what is said. */
const WATCH = LISTEN.participant;

/** An hour, from what people expect to who does what. */
export const REPAIR_CAFE_AGENDA: readonly TemplatePhase[] = [
  {
    title: { fr: "Accueil", en: "Welcome" },
    instruction: {
      fr: "Présentez-vous à vos voisins. Puis lisez le tableau : ce que les gens nous demandent, ce que nous pourrions faire.",
      en: "Say hello to the people next to you. Then read the board: what people ask of us, and what we could do.",
    },
    minutes: 5,
    may: { participant: WATCH },
    look: "expected",
    fewTools: true,
  },
  {
    title: { fr: "Ce que l’on attend de nous", en: "What people expect of us" },
    instruction: {
      fr: "Chacun écrit, en silence, ce que les habitants attendent du repair-café : une attente par carte. Personne ne voit vos cartes avant la mise en commun, et elles resteront sans nom.",
      en: "In silence, everyone writes what neighbours expect of the repair café: one expectation per card. Nobody sees your cards until they are shown together, and they will carry no name.",
    },
    minutes: 8,
    may: { participant: { ...WATCH, add: ["expectation"] } },
    look: "expected",
    writing: "silent",
    fewTools: true,
  },
  {
    title: { fr: "Rapprocher", en: "Bring together" },
    instruction: {
      fr: "Lisez les nouvelles cartes. Placez côte à côte celles qui disent la même chose, et commentez celles que vous ne comprenez pas.",
      en: "Read the new cards. Move those that say the same thing next to each other, and comment on any you don’t understand.",
    },
    minutes: 10,
    may: { participant: { ...WATCH, edit: "own", move: "all", trash: "own", comment: true } },
    look: "expected",
    fewTools: true,
  },
  {
    title: { fr: "Ce que nous pourrions faire", en: "What we could do" },
    instruction: {
      fr: "Proposez des actions qui répondent à ces attentes. Dites pour chacune ce qu’elle coûterait, et qui s’en chargerait.",
      en: "Suggest actions that meet these expectations. For each one, say what it would cost and who would take it on.",
    },
    minutes: 10,
    may: {
      participant: {
        ...WATCH,
        add: ["strategy", "resource", "note"],
        edit: "own",
        move: "own",
        trash: "own",
        comment: true,
      },
    },
    look: "possible",
  },
  {
    title: { fr: "Ce qui mène à quoi", en: "What leads to what" },
    instruction: {
      fr: "Reliez les cartes : cette action, sur quoi agit-elle ? Un lien « + » quand l’un fait monter l’autre, un lien « − » quand il le fait baisser. Cherchez les boucles.",
      en: "Link the cards: what does each action change? Draw a “+” link when one thing makes the other grow, a “−” link when it makes it shrink. Look for loops.",
    },
    minutes: 15,
    may: { participant: { add: ["factor"], edit: "own", move: "all", trash: "own", link: true, comment: true } },
  },
  {
    title: { fr: "Choisir", en: "Choose" },
    instruction: {
      fr: "Quelles actions retenir pour l’an prochain ? Relisez ce que chacune apporte, puis votez.",
      en: "Which actions do we choose for next year? Look again at what each one brings, then vote.",
    },
    minutes: 8,
    may: { participant: { ...WATCH, comment: true } },
    look: "possible",
    fewTools: true,
    ballot: { method: "dots", on: "strategy" },
  },
  {
    title: { fr: "Et demain ?", en: "What happens next" },
    instruction: {
      fr: "Qui fait quoi, et pour quand ? Écrivez le prochain pas sur une note. Puis un tour de table : avec quoi repartez-vous ?",
      en: "Who does what, and by when? Put the next step on a note. Then go round the table: what do you take away?",
    },
    minutes: 4,
    may: { participant: { ...WATCH, add: ["note"], edit: "own", move: "own", trash: "own", comment: true } },
  },
];

import type { TemplateWords } from "../design.ts";
import type { CardKey, StepKey } from "./layout.ts";

export const EN: TemplateWords<CardKey, StepKey> = {
  name: "How are we doing?",
  goal: "Let everybody rate eleven factors, see where opinions part, and leave with one gesture a person.",
  title: "How are we doing?",
  cards: {
    welcome: "To begin with",
    question: "Today’s question\nIn our group, how are things, really?",
    rules: "Our rules\nRatings are secret.\nWe speak of the spread, not of who rated what.",
    howTo: "Rating\nYour own last month, not a polite average. Skip what you can’t know.",
    plan: "What will happen\nRead, rate, look at the spread, talk in threes, choose a gesture.",
    members: "The participants",
    convergence: "Convergence of interests\nWe want things that go together.",
    influence: "A member’s chance to influence the group\nMy voice changes things.",
    observers: "Observers\nWhoever watches without writing is welcome.",
    withdrawal: "Withdrawal\nNobody drifts away without being asked after.",
    group: "The group",
    goals: "Definition of the initial goals\nWe know what we are here for.",
    coordination: "Coordination tasks\nThey are seen, and fairly shared.",
    maturity: "Maturity\nWe can get through a hard time.",
    conflict: "Conflict\nDisagreements are spoken, and settled.",
    environment: "The environment",
    abundance: "Abundance\nWe have enough time, places, energy.",
    aPosteriori: "Choice a posteriori\nWe can try before we must decide.",
    constraints: "External constraints\nWhat is imposed on us stays bearable.",
    well: "Agreed: it goes well",
    wellHow: "High ratings, small spread. What works, and should be protected?",
    care: "Agreed: it needs care",
    careHow: "Low ratings, small spread. What would be the very first step?",
    apart: "We don’t see it alike",
    apartHow: "Wide spread. What do some of us see that others don’t?",
    gestures: "One gesture each",
    gesturesHow: "Small, dated, possible without asking. Sign your card if you like.",
  },
  steps: {
    arrive: {
      title: "Welcome",
      instruction: "Say how you are today in one word, each in turn. Then read the rules.",
    },
    read: {
      title: "Read the factors",
      instruction: "Read the eleven factors. If a word is vague, ask for an example in a comment.",
    },
    rate: {
      title: "Rate",
      instruction:
        "Rate each factor by your last month. Your paper is secret: only the median and the spread will be shown.",
    },
    see: {
      title: "Look at the spread",
      instruction: "Look first at the factors where our ratings lie furthest apart. Don’t explain anything yet.",
    },
    talk: {
      title: "Talk in threes",
      instruction:
        "In threes, take a factor that parts us. Tell of something that happened, then note what you understood.",
    },
    decide: {
      title: "Choose a gesture",
      instruction: "Write one gesture that you will make before we meet again. Only one, small, with a date.",
    },
    close: {
      title: "Closing",
      instruction: "Set the date on which we will take the pulse again. We will compare.",
    },
  },
};

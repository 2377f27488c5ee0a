import type { TemplateWords } from "../design.ts";
import type { CardKey, StepKey } from "./layout.ts";

export const EN: TemplateWords<CardKey, StepKey> = {
  name: "A workshop to fill in",
  goal: "A run of steps that fits any question: welcome, write, share, connect, decide.",
  title: "Our workshop",
  cards: {
    welcome: "To begin with",
    question: "Today’s question\nWrite it here, in one sentence that ends with a question mark.",
    rules: "Our rules\nWe write alone, we read it all.\nWe criticise ideas, not people.",
    howTo: "Writing a card\nOne idea a card, a short sentence that somebody absent could read.",
    plan: "What will happen\nWrite, share, connect, weigh, decide.",
    ideas: "Our ideas",
    families: "Our families",
    familiesHow: "Bring what is alike together. One frame a family, with a name.",
    decisions: "What we decide",
    decisionsHow: "A decision, a name, a date. Without all three, it isn’t decided.",
    parked: "For another time",
    parkedHow: "Good ideas that don’t answer today’s question: we keep them here.",
  },
  steps: {
    arrive: {
      title: "Welcome",
      instruction: "Introduce yourselves in one sentence each. Then read today’s question and the rules together.",
    },
    write: {
      title: "Write in silence",
      instruction:
        "Write your ideas, one a card. Nobody sees your cards before they are shared, and they will carry no name.",
    },
    reveal: {
      title: "Share and group",
      instruction: "Read it all, then bring cards that say the same thing together. Give each family a name.",
    },
    connect: {
      title: "Connect",
      instruction: "Link what acts on something else: + when one makes the other grow, − when it makes it shrink.",
    },
    weigh: {
      title: "Weigh",
      instruction: "Spread your dots over what matters most.",
    },
    decide: {
      title: "Decide",
      instruction: "Put what you decide in the frame. For each decision: a name and a date.",
    },
    close: {
      title: "Closing",
      instruction: "Read the decisions aloud. One last word each. Thank you!",
    },
  },
};

import type { TemplateWords } from "../design.ts";
import type { CardKey, StepKey } from "./layout.ts";

export const EN: TemplateWords<CardKey, StepKey> = {
  name: "Effects of the collective",
  goal: "Say what acting together brings and what it costs, to the members, to the group and around it.",
  title: "What does the collective change?",
  cards: {
    welcome: "To begin with",
    question: "Today’s question\nWhat changes because we act together?",
    rules: "Our rules\nAn effect can be good, bad, or both.\nA thing that happened beats an opinion.",
    howTo: "Writing an effect\nSomething that grows or shrinks: “the wish to try”, “time for oneself”.",
    plan: "What will happen\nWrite, read, connect with + or −, weigh, then strengthen and repair.",
    together: "Acting together\nWhat we do as several, and not alone.",
    onMembers: "Effects on members",
    skills: "Skills learned from others",
    ownTime: "Time for oneself",
    onGroup: "Effects on the group",
    memory: "A common memory",
    newcomers: "Welcome for newcomers",
    onEnvironment: "Effects around us",
    commons: "Commons left to everybody",
    autonomy: "Our neighbours’ autonomy",
    strengthen: "To strengthen",
    strengthenHow: "Good effects that we want to be larger. What do we do, as soon as next month?",
    repair: "To repair",
    repairHow: "Effects that cost. Who bears them? What can be made lighter at once?",
  },
  steps: {
    arrive: {
      title: "Welcome",
      instruction: "Each says in one sentence what this collective has changed for them. Then read the rules.",
    },
    write: {
      title: "Write in silence",
      instruction:
        "Write effects, good or bad: on you, on the group, around it. Nobody sees your cards before they are shared, and they will carry no name.",
    },
    read: {
      title: "Share and read",
      instruction: "Read it all. When an effect surprises you, ask for an example in a comment.",
    },
    connect: {
      title: "Place and connect",
      instruction:
        "Put each effect at its level, then link “Acting together” to it: + when it grows, − when it shrinks. An effect may bring another.",
    },
    weigh: {
      title: "Weigh the links",
      instruction:
        "For each link, say its sign and its strength as you see them. Where we differ is the interesting part.",
    },
    decide: {
      title: "Strengthen, repair",
      instruction: "Choose two effects to strengthen and one to repair. Write an action and a name for each.",
    },
    close: {
      title: "Closing",
      instruction: "Each says which effect they will tell somebody about tomorrow. Thank you!",
    },
  },
};

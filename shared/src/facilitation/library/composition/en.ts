import type { TemplateWords } from "../design.ts";
import type { CardKey, StepKey } from "./layout.ts";

export const EN: TemplateWords<CardKey, StepKey> = {
  name: "Composition of the community",
  goal: "Compare who is here with whom we would like, find the gaps, and choose the actions that correct them.",
  title: "Who is here, who is missing?",
  cards: {
    welcome: "To begin with",
    question: "Today’s question\nWho is here, who is missing, and what do we change to welcome them?",
    rules: "Our rules\nGroups, never persons.\nWe invite; we push nobody out.",
    howTo: "Counting\nA number and a total: “12 of 80”. An estimate says so: “about”.",
    plan: "What will happen\nCount, aim, compare, write, choose, commit.",
    now: "Who is here",
    now1: "Example\nUnder 30: 12 of 80 (15%)",
    now2: "Example\nNorth side: 8 of 80 (10%)",
    now3: "Example\nActive: 4 of 80 (5%)",
    target: "Whom we aim at",
    target1: "Example\nUnder 30: 25%, as in the town",
    target2: "Example\nNorth side: 20% of the members",
    target3: "Example\nActive: 10%, in turn",
    gaps: "The gaps",
    gap1: "Under 30: 11 people short\n15% instead of 25%, with nobody leaving.",
    gap2: "North side: 10 people short\n10% instead of 20%, with nobody leaving.",
    gap3: "Active: 4 people short\n5% instead of 10%, of those who are here.",
    actions: "Corrective actions",
    action1: "Example\nHold a meeting at the school",
    action2: "Example\nMeet in the north every other month",
    action3: "Example\nOffer tasks of one hour",
    inviting: "Who invites whom",
    invitingHow: "One of our names, a group, a place to meet them, a date.",
    changing: "What we change on our side",
    changingHow: "Hours, place, words, childcare: what it is about us that keeps people away.",
  },
  steps: {
    arrive: {
      title: "Welcome",
      instruction: "Each says how they came here, and through whom. Then read the rules.",
    },
    count: {
      title: "Count who is here",
      instruction: "Replace the examples by our figures: age, place, role… Four groups are enough.",
    },
    aim: {
      title: "Say whom we aim at",
      instruction:
        "For each group, write the share we aim at, and where it comes from: the town, our statutes, our wish.",
    },
    compare: {
      title: "Compare",
      instruction: "Write the gap of each line, in points and in people. Which one bothers us most, and why?",
    },
    write: {
      title: "Write in silence",
      instruction:
        "Write actions that would narrow a gap without excluding anybody. Nobody sees your cards before they are shared, and they will carry no name.",
    },
    read: {
      title: "Share and link",
      instruction: "Read, then link each action to the gap that it makes smaller (−). An action may touch several.",
    },
    choose: {
      title: "Choose",
      instruction: "Spread your dots over the actions that you could carry yourself.",
    },
    commit: {
      title: "Commit",
      instruction: "For the actions kept: who invites whom, where, when? And what do we change first on our side?",
    },
    close: {
      title: "Closing",
      instruction: "Set the date on which we count again. Thank you!",
    },
  },
};

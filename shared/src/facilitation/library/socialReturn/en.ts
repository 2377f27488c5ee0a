import type { TemplateWords } from "../design.ts";
import type { CardKey, StepKey } from "./layout.ts";

export const EN: TemplateWords<CardKey, StepKey> = {
  name: "Social return",
  goal: "Put figures to what each choice costs and brings, say to whom, and decide what we do.",
  title: "What do our choices bring, and to whom?",
  cards: {
    welcome: "To begin with",
    question: "Today’s question\nOf all that we could do, what brings the most, and to whom?",
    rules: "Our rules\nOne unit for all.\nAn order of magnitude will do.\nWe say what we don’t know.",
    howTo: "Putting figures\nCost: our hours. Gain: hours given back to people, by the horizon.",
    plan: "What will happen\nList, cost, gain, who benefits, ranking, decision.",
    choices: "What we could do",
    evenings: "Example: open two evenings a month\nCost 120 h, gain 300 h, in 12 months",
    training: "Example: train five mentors\nCost 60 h, gain 210 h, in 12 months",
    newsletter: "Example: a monthly letter\nCost 48 h, gain 40 h, in 6 months",
    members: "Gains for members",
    timeWon: "Time that each one saves",
    group: "Gains for the group",
    handover: "Work shared more fairly",
    environment: "Gains around us",
    reach: "People who discover us",
    doing: "We do it",
    doingHow: "A clear return, somebody to carry it. First step, and its date?",
    later: "Later, if…",
    laterHow: "A figure, a person or money is missing. What must we know first?",
    dropped: "We won’t do it",
    droppedHow: "Write why, so that we needn’t talk of it again in six months.",
  },
  steps: {
    arrive: {
      title: "Welcome",
      instruction: "Choose the unit (hours, euros or points) and the horizon. The examples are in hours, over a year.",
    },
    list: {
      title: "List in silence",
      instruction:
        "Write what we could do: one action a card, no figures. Nobody sees your cards before they are shared, and they will carry no name.",
    },
    cost: {
      title: "Estimate the cost",
      instruction:
        "In pairs, open a card and estimate its cost. Count the preparation, and what comes again and again.",
    },
    gain: {
      title: "Estimate the gain",
      instruction:
        "Estimate the gain in the same unit. Take off what would have come anyway. Say in a comment how you count.",
    },
    connect: {
      title: "Say to whom",
      instruction: "Link each choice to what it makes grow (+) or shrink (−), for members, in the group, around us.",
    },
    rank: {
      title: "Rank",
      instruction: "Rank the choices from best to least. The return is advice, not an order.",
    },
    decide: {
      title: "Decide",
      instruction: "Place each choice: we do it, later, or not. See whether the sum fits into our hours.",
    },
    close: {
      title: "Closing",
      instruction: "Each owner says their first step and its date. Thank you!",
    },
  },
};

import type { TemplateWords } from "../design.ts";
import type { CardKey, StepKey } from "./layout.ts";

export const EN: TemplateWords<CardKey, StepKey> = {
  name: "What the community expects",
  goal: "Gather what each person expects, in their own words, and leave with the five expectations that matter most.",
  title: "What does our community expect?",
  cards: {
    welcome: "To begin with",
    question: "Today’s question\nWhat do the people we work for expect of us?",
    rules: "Our rules\nWe write alone, we read it all.\nNo expectation is silly.\nWe don’t answer yet.",
    howTo: "Writing an expectation\nOne idea a card, in your words: “I would like…”, “I miss…”",
    plan: "What will happen\nListen, write, group, weigh, then keep five expectations.",
    expected: "What we expect",
    dates: "Example: knowing the dates in advance",
    children: "Example: being able to bring the children",
    heard: "What is said already",
    heardHow: "Bring real voices here: a message, a review, something you overheard. No names.",
    tooLate: { text: "We always hear of things too late, when they are full.", source: "example, to be replaced" },
    neverAsked: { text: "I would like to help, but nobody ever asked me.", source: "example, to be replaced" },
    family1: "Meeting, exchanging",
    family2: "Being told in time",
    family3: "Taking part",
    family4: "Being helped, thanked",
    kept: "The five we keep",
    keptHow: "Five cards, not one more. For each: who will check it, with whom, by what date?",
    last: "A last word",
    lastHow: "In a few words: what do you take away, or what do you still miss?",
  },
  steps: {
    arrive: {
      title: "Welcome",
      instruction: "Introduce yourselves in one sentence each. Then read today’s question and the rules together.",
    },
    listen: {
      title: "Listen to what is said",
      instruction: "Read these voices without answering them. Add something you heard, without saying from whom.",
    },
    write: {
      title: "Write in silence",
      instruction:
        "Write what you expect, and what others expect: one idea a card. Nobody sees your cards before they are shared, and they will carry no name.",
    },
    read: {
      title: "Share and read",
      instruction: "Read every card. Is one not clear? Ask about it in a comment.",
    },
    group: {
      title: "Group",
      instruction: "Drag cards that say the same thing together. Rename the families, and add one if you need it.",
    },
    weigh: {
      title: "Weigh",
      instruction: "Spread your dots over the expectations that matter most to the community, not only to you.",
    },
    keep: {
      title: "Keep five",
      instruction:
        "Put the five best supported expectations in the frame. For each, say who checks it, with whom, and when.",
    },
    close: {
      title: "Closing",
      instruction:
        "Write a last word. What we keep stays on this board, and the facilitator copies it for who asks. Thank you!",
    },
  },
};

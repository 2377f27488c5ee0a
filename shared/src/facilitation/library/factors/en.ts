import type { TemplateWords } from "../design.ts";
import type { CardKey, StepKey } from "./layout.ts";

export const EN: TemplateWords<CardKey, StepKey> = {
  name: "Factors of cooperation",
  goal: "See what helps and hinders cooperation, in members, in the group and around it, and choose three levers.",
  title: "What makes us cooperate?",
  cards: {
    welcome: "To begin with",
    question: "Today’s question\nWhat helps us cooperate, and what keeps us from it?",
    rules: "Our rules\nWe speak of what happens, not of persons.\nA disagreement tells us something.",
    howTo: "Writing a factor\nSomething that can rise or fall: “trust”, not “we need more trust”.",
    plan: "What will happen\nDiscover, write, place, connect, weigh, choose three levers.",
    environment: "The environment",
    abundance: "Abundance\nWhen what is shared does not run out, people dare to give.",
    aPosteriori: "Choice a posteriori\nTry first, then keep what worked.",
    constraints: "External constraints\nLaws, money, calendar: what we don’t decide.",
    group: "The group itself",
    goals: "Definition of the initial goals\nCollectively, or by one initiator.",
    selfOrganisation: "The group’s capacity for self-organisation\nSharing the work without waiting for a chief.",
    coordination: "Coordination tasks\nReminding, chasing, connecting: work that nobody sees.",
    size: "Size\nTwelve people talk to each other; a hundred need another way.",
    maturity: "Maturity\nWhat the group has been through together.",
    members: "The participants",
    convergence: "Convergence of interests\nAt the start, do we want things that go together?",
    influence: "A member’s chance to influence the group\nCan my voice change anything?",
    aligning: "Bringing individual and collective interest together\nBy helping the group I help myself.",
    loneRiders: "Lone riders (who bring a fresh eye)\nThey disturb, and they open doors.",
    observers: "Observers\nThey read and don’t write; many will act one day.",
    delicate: "The delicate facets",
    conflict: "Conflict\nUseful when it is about ideas, and spoken.",
    aggression: "Aggression\nIt silences those who don’t speak loudly.",
    withdrawal: "Withdrawal\nEach at home: exchange stops without a sound.",
    coherence: "Coherence\nAsking for too much of it leaves little room for new ideas.",
    acting: "Acting on the group",
    starting: "Starting\nA first step: small, visible, made together.",
    keepingAlive: "Keeping alive\nA rhythm, some news, some thanks.",
    mapping: "Mapping\nWho knows what, who knows whom.",
    evaluating: "(Self-)evaluating\nAsking often how we are doing.",
    ours: "The factors of our group",
    oursHow: "What is at work among us and is not on the map yet.",
    levers: "Our three levers",
    leversHow: "Where a small effort changes much. Who takes it on? From when?",
  },
  steps: {
    arrive: {
      title: "Welcome",
      instruction: "Each tells of one time when cooperating was easy. Then read the question and the rules together.",
    },
    discover: {
      title: "Discover the factors",
      instruction:
        "Read the three levels: the participants, the group, the environment. Ask about a word in a comment.",
    },
    write: {
      title: "Write in silence",
      instruction:
        "Write two or three factors of our own group. Nobody sees your cards before they are shared, and they will carry no name.",
    },
    read: {
      title: "Share and read",
      instruction: "Read every card. Comment on those you don’t understand, without judging them.",
    },
    place: {
      title: "Place and group",
      instruction: "Drag each factor to its level. Bring together those that say the same thing.",
    },
    connect: {
      title: "Connect",
      instruction:
        "In pairs, draw the links you are sure of: + when one makes the other grow, − when it makes it shrink. Change those of the example.",
    },
    weigh: {
      title: "Weigh the links",
      instruction: "For each link, say its sign and its strength as you see them. Where we differ, we will talk.",
    },
    decide: {
      title: "Choose three levers",
      instruction: "Look for factors that drive many others. Put down three actions, each with a name and a date.",
    },
    close: {
      title: "Closing",
      instruction: "Each says which link was a surprise. The map stays open for reading.",
    },
  },
};

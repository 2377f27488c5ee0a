import type { FACTOR_LEVELS } from "../../../terms/index.ts";
import type { LaidCard, TemplateLayout } from "../design.ts";
import { frame, grid, WELCOME, type WelcomeKey } from "../places.ts";
import { build, CONNECT, LISTEN, READ, write } from "../rights.ts";

export type CardKey =
  | WelcomeKey
  | "choices"
  | "evenings"
  | "training"
  | "newsletter"
  | "members"
  | "timeWon"
  | "group"
  | "handover"
  | "environment"
  | "reach"
  | "doing"
  | "doingHow"
  | "later"
  | "laterHow"
  | "dropped"
  | "droppedHow";
export type StepKey = "arrive" | "list" | "cost" | "gain" | "connect" | "rank" | "decide" | "close";

const choice = grid([338, 40], [0, 184]);
const gain = grid([696, 51], [244, 272]);
// a note: what is written as an example is neither voted on nor counted
const example = (row: number): LaidCard<CardKey> => ({
  kind: "note",
  at: choice(0, row),
  in: "choices",
  is: { size: [220, 146] },
});
const benefit = (level: (typeof FACTOR_LEVELS)[number], frameKey: CardKey, row: number): LaidCard<CardKey> => ({
  kind: "factor",
  at: gain(0, row),
  in: frameKey,
  is: { level },
});
const prompt = (frameKey: CardKey, column: number): LaidCard<CardKey> => ({
  kind: "note",
  at: [24 + column * 484, 900],
  in: frameKey,
  is: { size: [232, 114] },
});

/** What each choice costs and brings, in hours; whom it benefits, on three levels; and what the group does with that. */
export const LAYOUT: TemplateLayout<CardKey, StepKey> = {
  people: [4, 15],
  minutes: 75,
  cards: {
    ...WELCOME,
    choices: frame([312, 0], [272, 784]),
    evenings: example(0),
    training: example(1),
    newsletter: example(2),
    members: frame([672, 0], [748, 240]),
    timeWon: benefit("member", "members", 0),
    group: frame([672, 272], [748, 240]),
    handover: benefit("group", "group", 1),
    environment: frame([672, 544], [748, 240]),
    reach: benefit("environment", "environment", 2),
    doing: frame([0, 864], [452, 420]),
    doingHow: prompt("doing", 0),
    later: frame([484, 864], [452, 420]),
    laterHow: prompt("later", 1),
    dropped: frame([968, 864], [452, 420]),
    droppedHow: prompt("dropped", 2),
  },
  links: [],
  steps: {
    arrive: { minutes: 7, look: "welcome", may: LISTEN },
    list: { minutes: 10, look: "choices", may: write("strategy"), writing: "silent", fewTools: true },
    cost: { minutes: 12, look: "choices", may: build() },
    gain: { minutes: 14, look: "choices", may: build() },
    connect: { minutes: 10, look: "group", may: CONNECT },
    rank: { minutes: 6, look: "choices", may: LISTEN, fewTools: true, ballot: { method: "ranked", on: "strategy" } },
    decide: { minutes: 12, look: "later", may: build("note") },
    close: { minutes: 4, look: "doing", may: READ },
  },
};

import type { FACTOR_LEVELS } from "../../../terms/index.ts";
import type { LaidCard, TemplateLayout } from "../design.ts";
import { frame, grid, WELCOME, type WelcomeKey } from "../places.ts";
import { build, LISTEN, READ, write } from "../rights.ts";

export type CardKey =
  | WelcomeKey
  | "members"
  | "convergence"
  | "influence"
  | "observers"
  | "withdrawal"
  | "group"
  | "goals"
  | "coordination"
  | "maturity"
  | "conflict"
  | "environment"
  | "abundance"
  | "aPosteriori"
  | "constraints"
  | "well"
  | "wellHow"
  | "care"
  | "careHow"
  | "apart"
  | "apartHow"
  | "gestures"
  | "gesturesHow";
export type StepKey = "arrive" | "read" | "rate" | "see" | "talk" | "decide" | "close";

/** three columns, one a level */
const place = grid([328, 36], [328, 182]);
const factor = (
  level: (typeof FACTOR_LEVELS)[number],
  frameKey: CardKey,
  column: number,
  row: number,
): LaidCard<CardKey> => ({
  kind: "factor",
  at: place(column, row),
  in: frameKey,
  is: { level, size: [264, 138] },
});
const prompt = (frameKey: CardKey, column: number): LaidCard<CardKey> => ({
  kind: "note",
  at: [24 + column * 432, 900],
  in: frameKey,
  is: { size: [352, 114] },
});

/** Eleven factors that everybody rates; below them, what the ratings say: it goes well, it needs care, we don't see it alike. */
export const LAYOUT: TemplateLayout<CardKey, StepKey> = {
  people: [5, 40],
  minutes: 45,
  cards: {
    ...WELCOME,
    members: frame([312, 0], [296, 784]),
    convergence: factor("member", "members", 0, 0),
    influence: factor("member", "members", 0, 1),
    observers: factor("member", "members", 0, 2),
    withdrawal: factor("member", "members", 0, 3),
    group: frame([640, 0], [296, 784]),
    goals: factor("group", "group", 1, 0),
    coordination: factor("group", "group", 1, 1),
    maturity: factor("group", "group", 1, 2),
    conflict: factor("group", "group", 1, 3),
    environment: frame([968, 0], [296, 784]),
    abundance: factor("environment", "environment", 2, 0),
    aPosteriori: factor("environment", "environment", 2, 1),
    constraints: factor("environment", "environment", 2, 2),
    well: frame([0, 864], [400, 420]),
    wellHow: prompt("well", 0),
    care: frame([432, 864], [400, 420]),
    careHow: prompt("care", 1),
    apart: frame([864, 864], [400, 420]),
    apartHow: prompt("apart", 2),
    gestures: frame([1304, 0], [284, 1284]),
    gesturesHow: { kind: "note", at: [1328, 36], in: "gestures", is: { size: [236, 132] } },
  },
  links: [],
  steps: {
    arrive: { minutes: 5, look: "welcome", may: LISTEN },
    read: { minutes: 7, look: "group", may: READ },
    rate: { minutes: 6, look: "group", may: LISTEN, fewTools: true, ballot: { method: "rating", on: "factor" } },
    see: { minutes: 6, look: "apart", may: READ },
    talk: { minutes: 10, look: "apart", may: write("note") },
    decide: { minutes: 8, look: "gestures", may: build("strategy", "note") },
    close: { minutes: 3, look: "gestures", may: READ },
  },
};

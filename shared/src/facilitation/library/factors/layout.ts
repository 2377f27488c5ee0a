import type { FACTOR_LEVELS, Pair } from "../../../terms/index.ts";
import type { LaidCard, TemplateLayout } from "../design.ts";
import { frame, grid, WELCOME, type WelcomeKey } from "../places.ts";
import { build, CONNECT, GROUP, LISTEN, READ, write } from "../rights.ts";

export type CardKey =
  | WelcomeKey
  | "environment"
  | "abundance"
  | "aPosteriori"
  | "constraints"
  | "group"
  | "goals"
  | "selfOrganisation"
  | "coordination"
  | "size"
  | "maturity"
  | "members"
  | "convergence"
  | "influence"
  | "aligning"
  | "loneRiders"
  | "observers"
  | "delicate"
  | "conflict"
  | "aggression"
  | "withdrawal"
  | "coherence"
  | "acting"
  | "starting"
  | "keepingAlive"
  | "mapping"
  | "evaluating"
  | "ours"
  | "oursHow"
  | "levers"
  | "leversHow";
export type StepKey = "arrive" | "discover" | "write" | "read" | "place" | "connect" | "weigh" | "decide" | "close";

/** five a row, 80 px apart: a link and its sign lie between two of them */
const inRow = (top: number) => grid([336, top + 36], [344, 178]);
const [above, middle, below, delicate] = [inRow(0), inRow(440), inRow(880), inRow(1320)];
const action = grid([24, 860], [0, 172]);

const factor =
  (level: (typeof FACTOR_LEVELS)[number], frameKey: CardKey) =>
  (at: Pair): LaidCard<CardKey> => ({ kind: "factor", at, in: frameKey, is: { level, size: [264, 138] } });
const around = factor("environment", "environment");
const ofGroup = factor("group", "group");
const ofMember = factor("member", "members");
const strategy = (row: number): LaidCard<CardKey> => ({
  kind: "strategy",
  at: action(0, row),
  in: "acting",
  is: { size: [244, 146] },
});

/** Three levels, one above the other; what is delicate below them, each with what it weakens. */
export const LAYOUT: TemplateLayout<CardKey, StepKey> = {
  people: [5, 20],
  minutes: 90,
  cards: {
    ...WELCOME,
    environment: frame([312, 0], [1688, 400]),
    abundance: around(above(0)),
    aPosteriori: around(above(1)),
    constraints: around(above(2)),
    group: frame([312, 440], [1688, 400]),
    maturity: ofGroup(middle(0)),
    selfOrganisation: ofGroup(middle(1)),
    coordination: ofGroup(middle(2)),
    size: ofGroup(middle(3)),
    goals: ofGroup(middle(4)),
    members: frame([312, 880], [1688, 400]),
    observers: ofMember(below(0)),
    influence: ofMember(below(1)),
    aligning: ofMember(below(2)),
    loneRiders: ofMember(below(3)),
    convergence: ofMember(below(4)),
    delicate: frame([312, 1320], [1688, 230]),
    conflict: factor("group", "delicate")(delicate(4)),
    aggression: factor("member", "delicate")(delicate(1)),
    withdrawal: factor("member", "delicate")(delicate(2)),
    coherence: factor("group", "delicate")(delicate(3)),
    acting: frame([0, 824], [280, 726]),
    starting: strategy(0),
    keepingAlive: strategy(1),
    mapping: strategy(2),
    evaluating: strategy(3),
    ours: frame([2040, 0], [624, 1280]),
    oursHow: { kind: "note", at: [2064, 36], in: "ours", is: { size: [264, 114] } },
    levers: frame([2040, 1320], [624, 230]),
    leversHow: { kind: "note", at: [2064, 1356], in: "levers", is: { size: [264, 114] } },
  },
  links: [
    ["abundance", "aPosteriori", "+", 2],
    ["constraints", "selfOrganisation", "-", 2],
    ["maturity", "selfOrganisation", "+", 2],
    ["coordination", "selfOrganisation", "+", 2],
    ["size", "coordination", "+", 2],
    ["goals", "convergence", "+", 2],
    ["influence", "selfOrganisation", "+", 3],
    ["conflict", "convergence", "-", 2],
    ["aggression", "influence", "-", 2],
    ["withdrawal", "aligning", "-", 2],
    ["coherence", "loneRiders", "-", 1],
  ],
  steps: {
    arrive: { minutes: 7, look: "welcome", may: LISTEN },
    discover: { minutes: 10, look: "group", may: READ },
    write: { minutes: 8, look: "ours", may: write("factor"), writing: "silent", fewTools: true },
    read: { minutes: 7, look: "ours", may: READ },
    place: { minutes: 12, look: "ours", may: GROUP },
    connect: { minutes: 20, look: "group", may: { participant: { ...CONNECT.participant, edit: "all" } } },
    weigh: { minutes: 8, look: "group", may: LISTEN, fewTools: true, ballot: { method: "links", on: "links" } },
    decide: { minutes: 13, look: "levers", may: build("strategy", "note") },
    close: { minutes: 5, look: "levers", may: READ },
  },
};

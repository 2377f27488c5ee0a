import type { TemplateLayout } from "../design.ts";
import { frame, WELCOME, type WelcomeKey } from "../places.ts";
import { build, CONNECT, GROUP, LISTEN, READ, write } from "../rights.ts";

export type CardKey =
  | WelcomeKey
  | "ideas"
  | "families"
  | "familiesHow"
  | "decisions"
  | "decisionsHow"
  | "parked"
  | "parkedHow";
export type StepKey = "arrive" | "write" | "reveal" | "connect" | "weigh" | "decide" | "close";

/** Room to write, to bring together, to decide, and to put aside: the rest is the group's. */
export const LAYOUT: TemplateLayout<CardKey, StepKey> = {
  people: [3, 40],
  minutes: 60,
  cards: {
    ...WELCOME,
    ideas: frame([312, 0], [952, 784]),
    families: frame([0, 824], [1264, 620]),
    familiesHow: { kind: "note", at: [24, 860], in: "families", is: { size: [232, 114] } },
    decisions: frame([1304, 0], [488, 784]),
    decisionsHow: { kind: "note", at: [1328, 36], in: "decisions", is: { size: [436, 114] } },
    parked: frame([1304, 824], [488, 620]),
    parkedHow: { kind: "note", at: [1328, 860], in: "parked", is: { size: [436, 114] } },
  },
  links: [],
  steps: {
    arrive: { minutes: 7, look: "welcome", may: LISTEN },
    write: {
      minutes: 8,
      look: "ideas",
      may: write("expectation", "factor", "strategy", "note"),
      writing: "silent",
      fewTools: true,
    },
    reveal: { minutes: 12, look: "ideas", may: GROUP },
    connect: { minutes: 12, look: "families", may: CONNECT },
    weigh: { minutes: 5, look: "families", may: LISTEN, fewTools: true, ballot: { method: "dots", on: "strategy" } },
    decide: { minutes: 12, look: "decisions", may: build("strategy", "note") },
    close: { minutes: 4, look: "decisions", may: READ },
  },
};

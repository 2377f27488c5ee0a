import type { TemplateLayout } from "../design.ts";
import { frame, grid, WELCOME, type WelcomeKey } from "../places.ts";
import { build, GROUP, LISTEN, READ, write } from "../rights.ts";

export type CardKey =
  | WelcomeKey
  | "expected"
  | "dates"
  | "children"
  | "heard"
  | "heardHow"
  | "tooLate"
  | "neverAsked"
  | "family1"
  | "family2"
  | "family3"
  | "family4"
  | "kept"
  | "keptHow"
  | "last"
  | "lastHow";
export type StepKey = "arrive" | "listen" | "write" | "read" | "group" | "weigh" | "keep" | "close";

// a note: what is written as an example is neither voted on nor counted
const example = grid([336, 40], [232, 170]);
const family = grid([312, 824], [484, 0]);

/** What is heard, what each person writes alone, families of expectations, and the five that are kept. */
export const LAYOUT: TemplateLayout<CardKey, StepKey> = {
  people: [6, 30],
  minutes: 75,
  cards: {
    ...WELCOME,
    expected: frame([312, 0], [952, 784]),
    dates: { kind: "note", at: example(0), in: "expected", is: { size: [208, 114] } },
    children: { kind: "note", at: example(1), in: "expected", is: { size: [208, 114] } },
    heard: frame([0, 824], [280, 520]),
    heardHow: { kind: "note", at: [24, 860], in: "heard", is: { size: [232, 114] } },
    tooLate: { kind: "quote", at: [24, 998], in: "heard", is: { size: [232, 132] } },
    neverAsked: { kind: "quote", at: [24, 1154], in: "heard", is: { size: [232, 132] } },
    family1: frame(family(0), [464, 520]),
    family2: frame(family(1), [464, 520]),
    family3: frame(family(2), [464, 520]),
    family4: frame(family(3), [464, 520]),
    kept: frame([1296, 0], [488, 784]),
    keptHow: { kind: "note", at: [1320, 36], in: "kept", is: { size: [436, 114] } },
    last: frame([1816, 0], [412, 784]),
    lastHow: { kind: "note", at: [1840, 36], in: "last", is: { size: [364, 114] } },
  },
  links: [],
  steps: {
    arrive: { minutes: 8, look: "welcome", may: LISTEN },
    listen: { minutes: 8, look: "heard", may: write("quote") },
    write: { minutes: 8, look: "expected", may: write("expectation"), writing: "silent", fewTools: true },
    read: { minutes: 8, look: "expected", may: READ },
    group: { minutes: 15, look: "family1", may: GROUP },
    weigh: {
      minutes: 8,
      look: "expected",
      may: LISTEN,
      fewTools: true,
      ballot: { method: "dots", on: "expectation" },
    },
    keep: { minutes: 15, look: "kept", may: build("note") },
    close: { minutes: 5, look: "last", may: write("note"), fewTools: true },
  },
};

import type { FACTOR_LEVELS, Pair } from "../../../terms/index.ts";
import type { LaidCard, TemplateLayout } from "../design.ts";
import { frame, grid, WELCOME, type WelcomeKey } from "../places.ts";
import { build, CONNECT, LISTEN, READ, write } from "../rights.ts";

export type CardKey =
  | WelcomeKey
  | "together"
  | "onMembers"
  | "skills"
  | "ownTime"
  | "onGroup"
  | "memory"
  | "newcomers"
  | "onEnvironment"
  | "commons"
  | "autonomy"
  | "strengthen"
  | "strengthenHow"
  | "repair"
  | "repairHow";
export type StepKey = "arrive" | "write" | "read" | "connect" | "weigh" | "decide" | "close";

const effect = grid([736, 36], [244, 162]);
const factor = (level: (typeof FACTOR_LEVELS)[number], frameKey: CardKey, at: Pair): LaidCard<CardKey> => ({
  kind: "factor",
  at,
  in: frameKey,
  is: { level },
});
/** below the frame above it by 392 px */
const lower = ([x, y]: Pair, bands: number): Pair => [x, y + bands * 392];

/** What the group does together on the left; to its right what this brings, or costs, on each of the three levels. */
export const LAYOUT: TemplateLayout<CardKey, StepKey> = {
  people: [5, 25],
  minutes: 60,
  cards: {
    ...WELCOME,
    together: { kind: "factor", at: [356, 503], is: { level: "group" } },
    onMembers: frame([712, 0], [1000, 360]),
    skills: factor("member", "onMembers", effect(0, 0)),
    ownTime: factor("member", "onMembers", effect(0, 1)),
    onGroup: frame([712, 392], [1000, 360]),
    memory: factor("group", "onGroup", lower(effect(0, 0), 1)),
    newcomers: factor("group", "onGroup", lower(effect(0, 1), 1)),
    onEnvironment: frame([712, 784], [1000, 360]),
    commons: factor("environment", "onEnvironment", lower(effect(0, 0), 2)),
    autonomy: factor("environment", "onEnvironment", lower(effect(0, 1), 2)),
    strengthen: frame([0, 1184], [840, 320]),
    strengthenHow: { kind: "note", at: [24, 1220], in: "strengthen", is: { size: [232, 114] } },
    repair: frame([872, 1184], [840, 320]),
    repairHow: { kind: "note", at: [896, 1220], in: "repair", is: { size: [232, 114] } },
  },
  links: [
    ["together", "skills", "+", 3],
    ["together", "ownTime", "-", 1],
    ["together", "memory", "+", 2],
    ["together", "newcomers", "-", 1],
    ["together", "commons", "+", 2],
    ["together", "autonomy", "-", 1],
  ],
  steps: {
    arrive: { minutes: 6, look: "welcome", may: LISTEN },
    write: { minutes: 8, look: "onGroup", may: write("factor"), writing: "silent", fewTools: true },
    read: { minutes: 8, look: "onGroup", may: READ },
    connect: { minutes: 12, look: "together", may: CONNECT },
    weigh: { minutes: 6, look: "together", may: LISTEN, fewTools: true, ballot: { method: "links", on: "links" } },
    decide: { minutes: 15, look: "strengthen", may: build("strategy", "note") },
    close: { minutes: 5, look: "repair", may: READ },
  },
};

import type { LaidCard, TemplateLayout } from "../design.ts";
import { frame, grid, WELCOME, type WelcomeKey } from "../places.ts";
import { build, CONNECT, LISTEN, READ, write } from "../rights.ts";

export type CardKey =
  | WelcomeKey
  | "now"
  | "now1"
  | "now2"
  | "now3"
  | "target"
  | "target1"
  | "target2"
  | "target3"
  | "gaps"
  | "gap1"
  | "gap2"
  | "gap3"
  | "actions"
  | "action1"
  | "action2"
  | "action3"
  | "inviting"
  | "invitingHow"
  | "changing"
  | "changingHow";
export type StepKey = "arrive" | "count" | "aim" | "compare" | "write" | "read" | "choose" | "commit" | "close";

/** one line a part of the community, read across: now, target, gap, action */
const line = grid([0, 36], [0, 184]);
const at = (x: number, row: number, down = 0): readonly [number, number] => [x, line(0, row)[1] + down];
const share = (frameKey: "now" | "target", row: number): LaidCard<CardKey> => ({
  kind: "note",
  at: at(frameKey === "now" ? 336 : 580, row),
  in: frameKey,
  is: { size: [164, 146] },
});
const gap = (row: number): LaidCard<CardKey> => ({
  kind: "factor",
  at: at(824, row, 4),
  in: "gaps",
  is: { level: "member" },
});
// a note: what is written as an example is neither voted on nor counted
const action = (row: number): LaidCard<CardKey> => ({
  kind: "note",
  at: at(1164, row),
  in: "actions",
  is: { size: [220, 146] },
});
const prompt = (frameKey: CardKey, x: number): LaidCard<CardKey> => ({
  kind: "note",
  at: [x, 900],
  in: frameKey,
  is: { size: [320, 114] },
});

/** Four columns read line by line: who is there, who is aimed at, the gap, and what corrects it. */
export const LAYOUT: TemplateLayout<CardKey, StepKey> = {
  people: [4, 20],
  minutes: 60,
  cards: {
    ...WELCOME,
    now: frame([312, 0], [212, 784]),
    now1: share("now", 0),
    now2: share("now", 1),
    now3: share("now", 2),
    target: frame([556, 0], [212, 784]),
    target1: share("target", 0),
    target2: share("target", 1),
    target3: share("target", 2),
    gaps: frame([800, 0], [268, 784]),
    gap1: gap(0),
    gap2: gap(1),
    gap3: gap(2),
    actions: frame([1140, 0], [268, 784]),
    action1: action(0),
    action2: action(1),
    action3: action(2),
    inviting: frame([0, 864], [688, 380]),
    invitingHow: prompt("inviting", 24),
    changing: frame([720, 864], [688, 380]),
    changingHow: prompt("changing", 744),
  },
  links: [],
  steps: {
    arrive: { minutes: 5, look: "welcome", may: LISTEN },
    count: { minutes: 8, look: "now", may: build("note") },
    aim: { minutes: 10, look: "target", may: build("note") },
    compare: { minutes: 7, look: "gaps", may: build("factor") },
    write: { minutes: 7, look: "actions", may: write("strategy"), writing: "silent", fewTools: true },
    read: { minutes: 7, look: "actions", may: CONNECT },
    choose: {
      minutes: 5,
      look: "actions",
      may: LISTEN,
      fewTools: true,
      ballot: { method: "dots", on: "strategy" },
    },
    commit: { minutes: 8, look: "inviting", may: build("note") },
    close: { minutes: 3, look: "changing", may: READ },
  },
};

import type { CardAttributes } from "../../../terms/index.ts";
import type { LaidCard, TemplateLayout } from "../design.ts";
import { frame, grid, WELCOME, type WelcomeKey } from "../places.ts";
import { build, CONNECT, LISTEN, READ, write } from "../rights.ts";

export type CardKey =
  | WelcomeKey
  | "targets"
  | "regulars"
  | "curious"
  | "partners"
  | "react"
  | "photo"
  | "talk"
  | "replies"
  | "contribute"
  | "relay"
  | "channels"
  | "channel1"
  | "channel2"
  | "channel3"
  | "channelsHow"
  | "before"
  | "beforeHow"
  | "during"
  | "duringHow"
  | "after"
  | "afterHow";
export type StepKey = "arrive" | "aim" | "choose" | "write" | "read" | "connect" | "weigh" | "plan" | "close";

const target = grid([338, 36], [0, 183]);
const deed = grid([696, 44], [244, 272]);
const page = grid([24, 900], [232, 136]);
const strategy = (
  frameKey: CardKey,
  column: number,
  row: number,
  engagementLevel: NonNullable<CardAttributes["engagementLevel"]>,
  effort: NonNullable<CardAttributes["effort"]>,
): LaidCard<CardKey> => ({
  kind: "strategy",
  at: deed(column, row),
  in: frameKey,
  is: { engagementLevel, effort },
});
const when = (frameKey: CardKey, column: number): LaidCard<CardKey> => ({
  kind: "note",
  at: [792 + column * 226, 900],
  in: frameKey,
  is: { size: [154, 152] },
});

/** Whom one speaks to, then what one asks of them on three levels of engagement, where, and when. */
export const LAYOUT: TemplateLayout<CardKey, StepKey> = {
  people: [4, 15],
  minutes: 90,
  cards: {
    ...WELCOME,
    targets: frame([312, 0], [260, 784]),
    regulars: { kind: "expectation", at: target(0, 0), in: "targets" },
    curious: { kind: "expectation", at: target(0, 1), in: "targets" },
    partners: { kind: "expectation", at: target(0, 2), in: "targets" },
    react: frame([672, 0], [760, 240]),
    photo: strategy("react", 0, 0, "react", "low"),
    talk: frame([672, 272], [760, 240]),
    replies: strategy("talk", 0, 1, "talk", "medium"),
    contribute: frame([672, 544], [760, 240]),
    relay: strategy("contribute", 0, 2, "contribute", "high"),
    channels: frame([0, 864], [736, 420]),
    channel1: { kind: "resource", at: page(0), in: "channels" },
    channel2: { kind: "resource", at: page(1), in: "channels" },
    channel3: { kind: "resource", at: page(2), in: "channels" },
    channelsHow: { kind: "note", at: page(0, 1), in: "channels", is: { size: [440, 114] } },
    before: frame([768, 864], [202, 420]),
    beforeHow: when("before", 0),
    during: frame([994, 864], [202, 420]),
    duringHow: when("during", 1),
    after: frame([1220, 864], [212, 420]),
    afterHow: when("after", 2),
  },
  links: [
    ["photo", "regulars", "+", 1],
    ["replies", "curious", "+", 2],
    ["relay", "partners", "+", 3],
  ],
  steps: {
    arrive: { minutes: 7, look: "welcome", may: LISTEN },
    aim: { minutes: 13, look: "targets", may: build("expectation") },
    choose: { minutes: 8, look: "channels", may: build("resource", "note") },
    write: { minutes: 8, look: "talk", may: write("strategy"), writing: "silent", fewTools: true },
    read: { minutes: 9, look: "talk", may: { participant: { ...READ.participant, move: "all" } } },
    connect: { minutes: 13, look: "targets", may: CONNECT },
    weigh: { minutes: 7, look: "talk", may: LISTEN, fewTools: true, ballot: { method: "dots", on: "strategy" } },
    plan: { minutes: 20, look: "during", may: build("note") },
    close: { minutes: 5, look: "during", may: READ },
  },
};

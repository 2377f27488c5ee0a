import type { CardAttributes } from "../../../terms/index.ts";
import type { LaidCard, TemplateLayout } from "../design.ts";
import { frame, grid, WELCOME, type WelcomeKey } from "../places.ts";
import { build, LISTEN, READ, write } from "../rights.ts";

export type CardKey =
  | WelcomeKey
  | "inbox"
  | "late"
  | "wrongHour"
  | "angry"
  | "attack"
  | "founded"
  | "foundedHow"
  | "misunderstanding"
  | "misunderstandingHow"
  | "feeling"
  | "feelingHow"
  | "trolling"
  | "trollingHow"
  | "answers"
  | "repair"
  | "explain"
  | "hear"
  | "hour"
  | "hourHow"
  | "day"
  | "dayHow"
  | "week"
  | "weekHow";
export type StepKey = "arrive" | "collect" | "sort" | "write" | "read" | "agree" | "assign" | "close";

const post = grid([336, 36], [0, 180]);
const quote = (row: number): LaidCard<CardKey> => ({
  kind: "quote",
  at: post(0, row),
  in: "inbox",
  is: { size: [232, 152] },
});
const box = grid([632, 0], [412, 404]);
const head = grid([656, 36], [412, 404]);
const prompt = (frameKey: CardKey, column: number, row: number): LaidCard<CardKey> => ({
  kind: "note",
  at: head(column, row),
  in: frameKey,
  is: { size: [332, 114] },
});
const answer = (column: number, effort: NonNullable<CardAttributes["effort"]>): LaidCard<CardKey> => ({
  kind: "strategy",
  at: [24 + column * 244, 900],
  in: "answers",
  is: { effort, engagementLevel: "talk" },
});
const when = (frameKey: CardKey, column: number): LaidCard<CardKey> => ({
  kind: "note",
  at: [808 + column * 216, 900],
  in: frameKey,
  is: { size: [148, 152] },
});

/** What was received, sorted into four; then the answers, each with its owner and its deadline. */
export const LAYOUT: TemplateLayout<CardKey, StepKey> = {
  people: [3, 12],
  minutes: 60,
  cards: {
    ...WELCOME,
    inbox: frame([312, 0], [280, 784]),
    late: quote(0),
    wrongHour: quote(1),
    angry: quote(2),
    attack: quote(3),
    founded: frame(box(0, 0), [380, 380]),
    foundedHow: prompt("founded", 0, 0),
    misunderstanding: frame(box(1, 0), [380, 380]),
    misunderstandingHow: prompt("misunderstanding", 1, 0),
    feeling: frame(box(0, 1), [380, 380]),
    feelingHow: prompt("feeling", 0, 1),
    trolling: frame(box(1, 1), [380, 380]),
    trollingHow: prompt("trolling", 1, 1),
    answers: frame([0, 864], [760, 420]),
    repair: answer(0, "medium"),
    explain: answer(1, "low"),
    hear: answer(2, "low"),
    hour: frame([784, 864], [196, 420]),
    hourHow: when("hour", 0),
    day: frame([1000, 864], [196, 420]),
    dayHow: when("day", 1),
    week: frame([1216, 864], [208, 420]),
    weekHow: when("week", 2),
  },
  links: [],
  steps: {
    arrive: { minutes: 5, look: "welcome", may: LISTEN },
    collect: {
      minutes: 8,
      look: "inbox",
      may: { participant: { ...write("quote").participant, edit: "all", trash: "all" } },
    },
    sort: { minutes: 12, look: "founded", may: { participant: { ...READ.participant, move: "all" } } },
    write: { minutes: 8, look: "answers", may: write("strategy"), writing: "silent", fewTools: true },
    read: { minutes: 7, look: "answers", may: READ },
    agree: {
      minutes: 6,
      look: "answers",
      may: LISTEN,
      fewTools: true,
      ballot: { method: "consent", on: "strategy" },
    },
    assign: { minutes: 10, look: "day", may: build("note") },
    close: { minutes: 4, look: "day", may: READ },
  },
};

import type { Pair } from "../../terms/index.ts";
import type { LaidCard } from "./design.ts";

/** Where the columns and rows of a grid begin, in board px. */
export const grid =
  ([left, top]: Pair, [across, down]: Pair) =>
  (column: number, row = 0): Pair => [left + column * across, top + row * down];

/** Every workshop begins at the same place: a column with its question, its rules, how to write, and what will happen. */
export type WelcomeKey = "welcome" | "question" | "rules" | "howTo" | "plan";

const note = (row: number): LaidCard<WelcomeKey> => ({
  kind: "note",
  at: [24, 36 + row * 176],
  in: "welcome",
  is: { size: [232, 132] },
});
export const WELCOME: Readonly<Record<WelcomeKey, LaidCard<WelcomeKey>>> = {
  welcome: { kind: "frame", at: [0, 0], is: { size: [280, 784] } },
  question: note(0),
  rules: note(1),
  howTo: note(2),
  plan: note(3),
};

export const frame = (at: Pair, size: Pair): LaidCard<never> => ({ kind: "frame", at, is: { size } });

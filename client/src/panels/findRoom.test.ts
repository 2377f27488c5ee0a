import { describe, expect, it } from "vitest";
import { newCardId, type Card, type Pair } from "@palabre/shared/terms";
import { findRoom } from "./findRoom.ts";

const card = (position: Pair, kind = "expectation", trashedAt?: number): Card => ({
  id: newCardId(),
  kind,
  at: 0,
  position,
  text: "",
  attributes: { size: [200, 100], ...(trashedAt === undefined ? {} : { trashedAt }) },
  extra: {},
});
const boardOf = (...cards: readonly Card[]) => ({ cards: new Map(cards.map((each) => [each.id, each])) });
const SIZE: Pair = [200, 100];

describe("room for a kept quote", () => {
  const here = card([0, 0]);
  it("[P11] is to the right of the card, with air between, when it is free", () => {
    expect(findRoom(here, SIZE, boardOf(here))).toEqual([224, 0]);
  });
  it("[P11] is below where the right is taken; frames and trash take no room", () => {
    const board = boardOf(here, card([230, 10]), card([0, 124], "frame"), card([0, 124], "note", 5));
    expect(findRoom(here, SIZE, board)).toEqual([0, 124]);
  });
  it("[P11] goes further out where all around is taken", () => {
    const around = [-1, 0, 1].flatMap((column) => [-1, 0, 1].map((row) => card([column * 224, row * 124])));
    expect(findRoom(here, SIZE, boardOf(here, ...around))).toEqual([448, 0]);
  });
});

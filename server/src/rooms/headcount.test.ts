import { newBoardId, newPersonId, type Role } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import type { Visitor } from "../access/index.ts";
import { Headcount } from "./headcount.ts";
import { ROOM_LIMITS, type RoomLimits } from "./limits.ts";

const visitorOf = (board = newBoardId(), role: Role = "participant", person = newPersonId()): Visitor => ({
  board,
  person,
  role,
  name: "Ada",
  colour: 1,
  device: "d",
});

describe("Headcount", () => {
  it("[R20] counts by person, board, link, address and process, and forgets who left", () => {
    const cases: readonly (readonly [Partial<RoomLimits>, (one: Visitor) => readonly [Visitor, string], boolean])[] = [
      [{ connectionsPerPerson: 1 }, (one) => [one, "b"], true],
      [{ connectionsPerPerson: 1 }, ({ board }) => [visitorOf(board), "a"], false],
      [{ connectionsPerBoard: 1 }, ({ board }) => [visitorOf(board, "viewer"), "b"], true],
      [{ connectionsPerBoard: 1 }, () => [visitorOf(), "a"], false],
      [{ connectionsPerLink: 1 }, ({ board }) => [visitorOf(board), "b"], true],
      [{ connectionsPerLink: 1 }, ({ board }) => [visitorOf(board, "viewer"), "a"], false],
      [{ connectionsPerAddress: 1 }, () => [visitorOf(), "a"], true],
      [{ connectionsPerAddress: 1 }, () => [visitorOf(), "b"], false],
      [{ connectionsPerProcess: 1 }, () => [visitorOf(), "b"], true],
    ];
    for (const [limits, another, isFull] of cases) {
      const headcount = new Headcount({ ...ROOM_LIMITS, ...limits });
      const one = visitorOf();
      const leave = headcount.add(one, "a");
      const [next, address] = another(one);
      expect([limits, headcount.isFull(next, address)]).toEqual([limits, isFull]);
      leave();
      leave();
      expect([headcount.isFull(next, address), headcount.total]).toEqual([false, 0]);
    }
  });
});

import { newBoardId, newCardId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { forgetUnsent, keepUnsent, unsentOn, type WrittenDecision } from "./unsent.ts";

const begun: WrittenDecision = {
  outcome: "decided",
  rule: "talk",
  ballot: "",
  pros: "cheap",
  cons: "",
  owner: "",
  day: "2027-03-01",
};

it("[F130] a decision that is half written waits at its card on its board, until it is recorded or given up", () => {
  const [board, other, card, next] = [newBoardId(), newBoardId(), newCardId(), newCardId()];
  keepUnsent(board, card, begun);
  expect([unsentOn(board, card), unsentOn(board, next), unsentOn(other, card)]).toEqual([begun, undefined, undefined]);
  // what is written while the rest is on its way is not lost with it
  const more = { ...begun, pros: "cheap\nquick" };
  keepUnsent(board, card, more);
  forgetUnsent(board, card, begun);
  expect(unsentOn(board, card)).toBe(more);
  forgetUnsent(board, card, more);
  expect(unsentOn(board, card)).toBeUndefined();
  keepUnsent(board, card, begun);
  forgetUnsent(board, card);
  expect(unsentOn(board, card)).toBeUndefined();
});

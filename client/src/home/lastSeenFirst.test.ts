import type { BoardFacts } from "@palabre/shared/protocol";
import { newBoardId, newPersonId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { lastSeenFirst } from "./lastSeenFirst.ts";

const facts = (title: string, seenAt: number): BoardFacts => ({
  id: newBoardId(),
  title,
  language: "en",
  role: "participant",
  person: newPersonId(),
  name: "Ana",
  colour: 1,
  createdAt: 1,
  seenAt,
});

it("[O13] the home page tells when a board was seen by the later word, the server's or the device's, last seen first", () => {
  const [server, device, both] = [facts("server", 200), facts("device", 100), facts("both", 150)];
  const here = new Map([
    [device.id, 300],
    [both.id, 120],
  ]);
  expect(lastSeenFirst([server, both, device], (board) => here.get(board))).toEqual([
    { ...device, seenAt: 300 },
    server,
    both,
  ]);
  expect(lastSeenFirst([], () => undefined)).toEqual([]);
});

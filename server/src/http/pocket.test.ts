import { newBoardId, newPersonId } from "@palabre/shared/terms";
import { Hono } from "hono";
import { expect, it } from "vitest";
import type { OpenedSession, Sessions } from "../access/index.ts";
import { createLog } from "../log.ts";
import type { Pocket, PocketStream } from "../pocket/index.ts";
import { mountPocket } from "./pocket.ts";
import { createTurns } from "./turns.ts";

const board = newBoardId();
const session = { board, person: newPersonId(), role: "participant", name: "Ada", colour: 1, device: "d" };

/** The line of a phone, as what is sent over it sees it and as the phone reads it. */
async function openLine() {
  let stream: PocketStream | undefined;
  const app = new Hono();
  mountPocket(app, {
    pocket: {
      follow: async (_visitor, _address, opened) => {
        stream = opened;
        return () => {};
      },
    } as Partial<Pocket> as Pocket,
    sessions: { open: async () => ({ session }) as OpenedSession } as Partial<Sessions> as Sessions,
    turns: createTurns(),
    now: () => 0,
    log: createLog("silent"),
  });
  const response = await app.request(`/api/boards/${board}/pocket/events`, { headers: { authorization: "Bearer s" } });
  const reader = response.body?.getReader();
  if (!stream || !reader) throw new Error("there is no line");
  return { stream, reader };
}

it("[K50] a line is full once nothing is read, and says so when there is room again", async () => {
  const { stream, reader } = await openLine();
  let roomTold = 0;
  stream.onRoom(() => (roomTold += 1));
  let sent = 0;
  while (stream.send({ event: "beat", data: "{}" })) sent += 1;
  expect(sent).toBeLessThan(32);
  const before = roomTold;
  await new Promise((resolve) => setImmediate(resolve));
  expect(roomTold).toBe(before);
  await reader.read();
  expect(roomTold).toBeGreaterThan(before);
  expect(stream.send({ event: "beat", data: "{}" })).toBe(true);
});

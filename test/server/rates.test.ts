import { createBoardDoc } from "@palabre/shared/documents";
import { CLOSE } from "@palabre/shared/protocol";
import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import { addNote, updateOf } from "../helpers/cards.ts";
import { bodyOf, heardOf, message, openBoard, openSynced, roundTrip } from "../helpers/client.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

/** A state vector of so many clients, none of whom ever wrote. */
const vectorOf = (clients: number) =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clients);
    for (let client = 0; client < clients; client += 1) {
      encoding.writeVarUint(encoder, 1_000_000 + client);
      encoding.writeVarUint(encoder, 1);
    }
  });

describe("rates", () => {
  it("[R76] a question that names a great many clients whom nobody knows is no question; viewers ask none either", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    for (const role of ["participant", "viewer"] as const) {
      const client = await openSynced(server, board.id, "board", (await board.join(role)).session);
      client.send(message(0, 0, vectorOf(10_000)));
      client.send(message(100, 1));
      await client.hears(100, 1);
      client.send(message(0, 0, vectorOf(20_000)));
      expect(await client.closed).toBe(CLOSE.badFrame);
    }
  });

  it("[R51] who sends too much is slowed down: all of it arrives in order, the barrier behind it last", async () => {
    const server = await startServer({ rooms: { messages: { perSecond: 100, burst: 10 }, pingMs: 20 } });
    const board = await openBoard(server);
    const ada = await board.join("participant", "Ada");
    const quick = await openSynced(server, board.id, "board", ada.session);
    const other = await openSynced(server, board.id, "board", (await board.join("viewer", "Grace")).session);
    const doc = createBoardDoc();
    const updates = Array.from({ length: 60 }, (_, at) => updateOf(doc, () => addNote(doc, `card ${at}`, ada.person)));
    const start = Date.now();
    for (const update of updates) quick.send(message(0, 2, update));
    quick.send(message(100, 7));
    // what is not read from answers no ping, and is not cut for it
    await quick.hears(100, 7);
    expect(Date.now() - start).toBeGreaterThan(400);
    await until(() => heardOf(other, 0, 2).length === updates.length, "all cards");
    expect(heardOf(other, 0, 2).map(bodyOf)).toEqual(updates);
  });

  it("[R52] many questions are answered in time, one after the other, and hold up nobody else", async () => {
    const server = await startServer({ rooms: { answers: { perSecond: 20, burst: 2 } } });
    const board = await openBoard(server);
    const asking = await openSynced(server, board.id, "board", (await board.join("viewer", "Mallory")).session);
    for (let asked = 0; asked < 200; asked += 1) asking.send(message(0, 0, Uint8Array.of(0)));
    const other = await openSynced(server, board.id, "board", (await board.join("viewer", "Grace")).session);
    await roundTrip(other);
    expect(heardOf(asking, 0, 1).length).toBeLessThan(100);
    await until(() => heardOf(asking, 0, 1).length > 5, "some more answers");
  });

  it("[R52] what a client repeats of others costs it nothing", async () => {
    const server = await startServer({ rooms: { presence: { perSecond: 1, burst: 2 }, presenceEveryMs: 1 } });
    const board = await openBoard(server);
    const stock = await openSynced(server, board.id, "board", (await board.join("participant", "Ada")).session);
    const foreign = message(1, message(1, 99, 1, "{}"));
    const own = (clock: number) => message(1, message(1, 7, clock, "{}"));
    stock.send(own(1));
    for (let repeated = 0; repeated < 500; repeated += 1) stock.send(foreign);
    stock.send(message(100, 1));
    await stock.hears(100, 1);
  });
});

import { readBoard } from "@palabre/shared/documents";
import { CLOSE } from "@palabre/shared/protocol";
import { describe, expect, it } from "vitest";
import { addNote } from "../helpers/cards.ts";
import { ask, connect, openBoard, openRaw, openSynced, saved, synced, type RawClient } from "../helpers/client.ts";
import { holdStore } from "../helpers/heldStore.ts";
import { runServer } from "../helpers/runServer.ts";
import { openFolder, startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

/** Pauses that end when the test says so. */
function heldPauses() {
  const pauses: { readonly ms: number; readonly end: () => void }[] = [];
  return {
    pauses,
    pause: (ms: number) => new Promise<void>((end) => void pauses.push({ ms, end })),
    end: async (count: number) => (await until(() => pauses[count - 1], `pause ${count}`)).end(),
  };
}

const isOpen = ({ socket }: RawClient) => socket.readyState === socket.OPEN;

describe("a server that is asked to stop", () => {
  it("[U7] ends its connections one after the other, and each works until its turn", async () => {
    const held = heldPauses();
    const server = await startServer({ dataDir: await openFolder(), drainMs: 4_000, pause: held.pause });
    const board = await openBoard(server);
    const { session } = await board.join("participant", "Ada");
    const watching = (await board.join("viewer")).session;
    const clients: RawClient[] = [];
    for (let count = 0; count < 3; count += 1) clients.push(await openSynced(server, board.id, "board", watching));
    const peer = connect(server, board.id, session, "board");
    await synced(peer);
    const drained = server.drain();

    expect(await clients[0]?.closed).toBe(CLOSE.restart);
    expect(await ask(server, "GET", "/healthz")).toMatchObject({ status: 503, body: { code: "store-failed" } });
    expect(server.lines.filter((line) => line.includes("a request failed"))).toEqual([]);
    const late = await openRaw(server, board.id, "board", { session: watching });
    expect(await late.closed).toBe(CLOSE.restart);
    // requests are answered, and who is still here is heard and answered
    expect((await ask(server, "GET", `/api/boards/${board.id}`, { session })).status).toBe(200);
    addNote(peer.doc, "a last word");
    await saved(peer, 1);
    expect(clients.map(isOpen)).toEqual([false, true, true]);

    await held.end(1);
    expect(await clients[1]?.closed).toBe(CLOSE.restart);
    expect(clients.map(isOpen)).toEqual([false, false, true]);
    await held.end(2);
    expect(await clients[2]?.closed).toBe(CLOSE.restart);
    expect(peer.provider.wsconnected).toBe(true);
    await held.end(3);
    await drained;
    expect(held.pauses.map(({ ms }) => ms)).toEqual([1_000, 1_000, 1_000]);
    peer.provider.destroy();
    await server.close();

    const again = await server.restart();
    const reader = connect(again, board.id, session, "board");
    await synced(reader);
    expect([...readBoard(reader.doc).cards.values()].map(({ text }) => text)).toEqual(["a last word"]);
  });

  it("[U7] ends nobody before what they sent is on disk and they were told so", async () => {
    const store = holdStore();
    const server = await startServer({ wrapStore: store.wrap });
    const board = await openBoard(server);
    const peer = connect(server, board.id, (await board.join("participant", "Ada")).session, "board");
    await synced(peer);
    const order: string[] = [];
    const ended = new Promise<void>((resolve) =>
      peer.provider.once("connection-close", () => {
        order.push("ended");
        resolve();
      }),
    );
    const before = store.calls.append;
    const release = store.hold("append");
    addNote(peer.doc, "a last word");
    const told = saved(peer, 1).then(() => order.push("saved"));
    await until(() => store.calls.append > before, "the commit");
    const drained = server.drain();
    expect((await ask(server, "GET", "/healthz")).status).toBe(503);
    release();
    await Promise.all([told, ended, drained]);
    expect(order).toEqual(["saved", "ended"]);
  });

  it("[U7] goes at once where nobody is there, and takes no longer than it was told", async () => {
    const server = await runServer({ DATA_DIR: await openFolder(), DRAIN_MS: "600000" });
    server.kill("SIGTERM");
    expect(await server.ended).toBe(0);

    const other = await runServer({ DATA_DIR: await openFolder(), DRAIN_MS: "100" });
    const board = await openBoard(other);
    const { session } = await board.join("viewer");
    const clients = [
      await openSynced(other, board.id, "board", session),
      await openSynced(other, board.id, "board", session),
    ];
    other.kill("SIGTERM");
    expect(await Promise.all(clients.map(({ closed }) => closed))).toEqual([CLOSE.restart, CLOSE.restart]);
    expect(await other.ended).toBe(0);
  });

  it("[U7] does not wait for whoever asks again by SIGINT", async () => {
    const server = await runServer({ DATA_DIR: await openFolder(), DRAIN_MS: "600000" });
    const board = await openBoard(server);
    const { session } = await board.join("viewer");
    const clients = [
      await openSynced(server, board.id, "board", session),
      await openSynced(server, board.id, "board", session),
    ];
    server.kill("SIGTERM");
    expect(await clients[0]?.closed).toBe(CLOSE.restart);
    expect(clients.map(isOpen)).toEqual([false, true]);
    server.kill("SIGINT");
    expect(await clients[1]?.closed).toBe(CLOSE.restart);
    expect(await server.ended).toBe(0);
  });
});

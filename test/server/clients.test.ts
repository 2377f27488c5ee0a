import { applyEdits, readBoard } from "@palabre/shared/documents";
import { CLOSE, type Links } from "@palabre/shared/protocol";
import { describe, expect, it } from "vitest";
import { addNote } from "../helpers/cards.ts";
import { ask, connect, openBoard, saved, secretOf, synced } from "../helpers/client.ts";
import { openFolder, startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const DAY_MS = 86_400_000;

describe("a client that is connected", () => {
  it("[A2] is out for good when its link is rotated, keeps what was saved, and brings in nothing more", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    const keeper = await board.join("facilitator", "Keeper");
    const peer = connect(server, board.id, (await board.join("participant", "Ada")).session, "board");
    const codes: number[] = [];
    peer.provider.on("closed", ({ code }) => codes.push(code));
    await synced(peer);
    const before = addNote(peer.doc, "before");
    await saved(peer, 1);
    await ask(server, "POST", `/api/boards/${board.id}/links/participant/rotate`, { session: keeper.session });
    await until(() => codes.length > 0, "the refusal");
    addNote(peer.doc, "after");
    // somebody who insists
    peer.provider.connect();
    await until(() => codes.length > 1, "the second refusal");
    expect(codes).toEqual([CLOSE.noSession, CLOSE.noSession]);
    const fresh = connect(server, board.id, keeper.session, "board");
    await synced(fresh);
    expect([...readBoard(fresh.doc).cards.keys()]).toEqual([before]);
  });

  it("[A2] has only the rights of the link it comes back by, once the better one was rotated", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    const keeper = await board.join("facilitator", "Keeper");
    const open = (secret: string, session?: string) =>
      ask<{ role: string; person: string; session: string }>(server, "POST", `/api/boards/${board.id}/sessions`, {
        body: { secret, name: "Ada", bearer: true },
        session,
      });
    const { body: first } = await open(board.secrets.participant);
    const peer = connect(server, board.id, first.session, "board");
    const codes: number[] = [];
    peer.provider.on("closed", ({ code }) => codes.push(code));
    await synced(peer);
    const { body: links } = await ask<Links>(server, "POST", `/api/boards/${board.id}/links/participant/rotate`, {
      session: keeper.session,
    });
    await until(() => codes.length > 0, "the refusal");
    const { body: second } = await open(board.secrets.viewer, first.session);
    expect(second.role).toBe("viewer");
    const lowered = connect(server, board.id, second.session, "board");
    lowered.provider.on("closed", ({ code }) => codes.push(code));
    await synced(lowered);
    addNote(lowered.doc, "as a viewer");
    await until(() => codes.length > 1, "the refusal of what a viewer writes");
    expect(codes).toEqual([CLOSE.noSession, CLOSE.forbidden]);
    const fresh = connect(server, board.id, keeper.session, "board");
    await synced(fresh);
    expect(readBoard(fresh.doc).cards.size).toBe(0);
    expect(secretOf(links.participant)).not.toBe(board.secrets.participant);
  });

  it("[R28] may be one of two tabs of a device: both write, both save, and the one stays when the other goes", async () => {
    const server = await startServer({ dataDir: await openFolder() });
    const board = await openBoard(server);
    const { session } = await board.join("participant", "Ada");
    const [one, two] = [connect(server, board.id, session, "board"), connect(server, board.id, session, "board")];
    await Promise.all([synced(one), synced(two)]);
    const [first, second] = [addNote(one.doc, "one"), addNote(two.doc, "two")];
    await Promise.all([saved(one, 1), saved(two, 1)]);
    await until(() => readBoard(one.doc).cards.has(second) && readBoard(two.doc).cards.has(first), "each other");
    one.provider.disconnect();
    applyEdits(two.doc, [{ type: "moveCards", moves: [{ card: first, to: [7, 8] }] }]);
    await saved(two, 2);
    one.provider.connect();
    await until(() => readBoard(one.doc).cards.get(first)?.position[0] === 7, "the move");
    expect(readBoard(one.doc)).toEqual(readBoard(two.doc));
    expect([one, two].map(({ provider }) => provider.wsconnected)).toEqual([true, true]);
  });

  it.each([
    ["forward", DAY_MS],
    ["back", -DAY_MS],
  ])("[R4] writes, saves and is seen although the server's clock jumps a day %s", async (_, jumpMs) => {
    let offset = 0;
    const server = await startServer({ dataDir: await openFolder(), now: () => Date.now() + offset });
    const board = await openBoard(server);
    const [ada, grace] = [await board.join("participant", "Ada"), await board.join("participant", "Grace")];
    const one = connect(server, board.id, ada.session, "board");
    const two = connect(server, board.id, grace.session, "board");
    await Promise.all([synced(one), synced(two)]);
    addNote(one.doc, "before");
    one.provider.awareness.setLocalState({ cursor: [1, 1] });
    await saved(one, 1);
    offset = jumpMs;
    const after = addNote(one.doc, "after");
    one.provider.awareness.setLocalState({ cursor: [2, 2] });
    await Promise.race([
      saved(one, 2),
      new Promise((_resolve, reject) => setTimeout(() => reject(new Error("it was not saved in time")), 3_000)),
    ]);
    await until(() => readBoard(two.doc).cards.has(after), "the note", 3_000);
    const cursors = () => [...two.provider.awareness.getStates().values()].map((state) => state["cursor"] as unknown);
    await until(() => cursors().some((cursor) => JSON.stringify(cursor) === "[2,2]"), "the pointer", 3_000);
  });
});

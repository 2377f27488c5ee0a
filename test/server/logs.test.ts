import { describe, expect, it } from "vitest";
import { addNote } from "../helpers/cards.ts";
import { ask, connect, message, openBoard, openRaw, openSynced, saved, synced } from "../helpers/client.ts";
import { holdStore } from "../helpers/heldStore.ts";
import { startServer } from "../helpers/startServer.ts";

describe("logs", () => {
  it("[A10] hold no secret, no name and no text of a card, whatever goes wrong", async () => {
    const store = holdStore();
    const server = await startServer({ wrapStore: store.wrap });
    const board = await openBoard(server, "Budget of the choir");
    const facilitator = await board.join("facilitator", "Ada Lovelace");
    const peer = connect(server, board.id, facilitator.session, "board");
    await synced(peer);
    addNote(peer.doc, "we are short of tenors");
    await saved(peer, 1);
    const { session } = facilitator;
    await ask(server, "PATCH", `/api/boards/${board.id}`, { session, body: '{"title": Budget of the choir}' });
    await ask(server, "PATCH", `/api/boards/${board.id}/me`, { session, body: { name: { first: "Ada Lovelace" } } });
    await ask(server, "POST", `/api/boards/${board.id}/sessions`, { body: { secret: `${board.secrets.viewer}x` } });
    await ask(server, "GET", `/api/nothing?session=${session}`);
    const bad = await openSynced(server, board.id, "board", session);
    bad.send(message(1, message(1, 7, 1, '{"name":"Ada Lovelace"')));
    await bad.closed;
    const stranger = await openRaw(server, board.id, "desk", { session: `${session}x` });
    await stranger.closed;
    // a disk that fails in the middle of it
    store.fail(board.id);
    addNote(peer.doc, "we are short of tenors, still");
    await ask(server, "PATCH", `/api/boards/${board.id}`, { session, body: { title: "Budget of the choir, again" } });
    await server.close();
    const log = server.lines.join("");
    expect(log).toContain("the room is given up");
    const personal = [...Object.values(board.secrets), session, "Lovelace", "tenors", "choir"];
    expect(personal.filter((text) => log.includes(text))).toEqual([]);
  });
});

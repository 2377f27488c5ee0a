import {
  applyEdits,
  applyUpdate,
  createBoardDoc,
  encodeDoc,
  hasGap,
  readBoard,
  stateVectorOf,
  type BoardDoc,
} from "@palabre/shared/documents";
import { CLOSE } from "@palabre/shared/protocol";
import {
  LIMITS,
  newCardId,
  newCommentId,
  newLinkId,
  reactionOf,
  type CardId,
  type PersonId,
} from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { addNote, updateOf } from "../helpers/cards.ts";
import {
  bodyOf,
  connect,
  message,
  openBoard,
  openRaw,
  openSynced,
  roundTrip,
  saved,
  synced,
  type Joined,
  type OpenedBoard,
  type Peer,
  type RawClient,
} from "../helpers/client.ts";
import { openFolder, startServer, type TestServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

/** The board as a newcomer gets it. */
async function copyOf(server: TestServer, board: OpenedBoard, session: string): Promise<BoardDoc> {
  const client = await openSynced(server, board.id, "board", session);
  const copy = createBoardDoc();
  applyUpdate(copy, bodyOf(await client.hears(0, 1)));
  client.socket.terminate();
  return copy;
}
/** How a connection is closed: the code and the word. */
const endOf = (client: RawClient) =>
  new Promise<string>((resolve) =>
    client.socket.once("close", (code, reason) => resolve(`${code} ${reason.toString()}`)),
  );

interface Scene {
  readonly server: TestServer;
  readonly board: OpenedBoard;
  readonly victim: Peer;
  readonly card: CardId;
  readonly person: PersonId;
  readonly vandal: Joined;
}
/** Somebody with a card of their own, and somebody else who means no good. */
async function openScene(): Promise<Scene> {
  const server = await startServer();
  const board = await openBoard(server);
  const { session, person } = await board.join("participant", "Victim");
  const victim = connect(server, board.id, session, "board");
  await synced(victim);
  const card = addNote(victim.doc, "mine");
  await saved(victim, 1);
  return { server, board, victim, card, person, vandal: await board.join("participant", "Vandal") };
}

const map = (doc: Y.Doc, name: string) => doc.getMap<unknown>(name);
const bear = (copy: BoardDoc, by: PersonId | undefined, id = newCardId()) => {
  map(copy, "cards").set(id, { kind: "note", at: 1, ...(by === undefined ? {} : { by }) });
  map(copy, "position").set(id, [0, 0]);
  map(copy, "text").set(id, new Y.Text("t"));
};
const textOf = (doc: Y.Doc, card: CardId): Y.Text => {
  const text = doc.getMap<Y.Text>("text").get(card);
  if (!text) throw new Error("the card has no text");
  return text;
};

const FORBIDDEN = CLOSE.forbidden;
/** What a vandal writes into a copy of the board, and how that ends. */
const ATTACKS: Readonly<Record<string, readonly [end: string, write: (copy: BoardDoc, scene: Scene) => void]>> = {
  "under the victim's client id": [
    `${CLOSE.foreignClient} client`,
    (copy, { victim, card }) => {
      copy.clientID = victim.doc.clientID;
      map(copy, "position").set(card, [666, 666]);
    },
  ],
  "a card by somebody else": [`${FORBIDDEN} by`, (copy, { person }) => bear(copy, person)],
  "a card by nobody": [`${FORBIDDEN} by`, (copy) => bear(copy, undefined)],
  "a comment by somebody else": [
    `${FORBIDDEN} by`,
    (copy, { person, card }) => map(copy, "comments").set(newCommentId(), { on: card, by: person, at: 1, text: "no" }),
  ],
  "a second birth": [`${FORBIDDEN} layout`, (copy, { card, vandal }) => bear(copy, vandal.person, card)],
  "a birth deleted": [`${FORBIDDEN} layout`, (copy, { card }) => map(copy, "cards").delete(card)],
  "a text replaced": [`${FORBIDDEN} layout`, (copy, { card }) => map(copy, "text").set(card, new Y.Text("no"))],
  "a place taken away": [`${FORBIDDEN} layout`, (copy, { card }) => map(copy, "position").delete(card)],
  "a wrong value": [`${FORBIDDEN} value`, (copy, { card }) => map(copy, "attributes").set(`${card}/level`, "all")],
  "a place far away": [`${FORBIDDEN} value`, (copy, { card }) => map(copy, "position").set(card, [1e9, 0])],
  "another's reaction": [
    `${FORBIDDEN} not-yours`,
    (copy, { card, person }) => map(copy, "attributes").set(`${card}/${reactionOf(person)}`, "+1"),
  ],
  "an attribute of what never was": [
    `${FORBIDDEN} layout`,
    (copy) => map(copy, "attributes").set(`${newCardId()}/colour`, "red"),
  ],
  "a link to what never was": [
    `${FORBIDDEN} layout`,
    (copy, { card, vandal }) =>
      map(copy, "links").set(newLinkId(), { from: card, to: newCardId(), by: vandal.person, at: 1 }),
  ],
  "too long a text": [
    `${FORBIDDEN} value`,
    (copy, { card }) => textOf(copy, card).insert(0, "x".repeat(LIMITS.textLength)),
  ],
  "too large a value": [
    `${FORBIDDEN} value`,
    (copy, { card }) => map(copy, "attributes").set(`${card}/x`, "x".repeat(LIMITS.attributeBytes)),
  ],
  "a format": [`${FORBIDDEN} layout`, (copy, { card }) => textOf(copy, card).format(0, 2, { bold: true })],
  "an embed": [`${FORBIDDEN} layout`, (copy, { card }) => textOf(copy, card).insertEmbed(0, { image: "x" })],
  "a subdocument": [`${FORBIDDEN} layout`, (copy, { card }) => map(copy, "attributes").set(`${card}/x`, new Y.Doc())],
  "more structs than one update may have": [
    `${CLOSE.tooLarge} too-heavy`,
    (copy, { vandal }) => {
      // all births before any place: such an update has no place to be cut at
      for (let at = 0; at < 12_500; at += 1)
        map(copy, "cards").set(newCardId(), { kind: "note", by: vandal.person, at });
    },
  ],
};

describe("what a board takes in", () => {
  it.each(Object.entries(ATTACKS))(
    "[R9, R24, R25, R27, R28] %s ends the connection, changes nothing, and costs the victim no edit",
    async (_what, [end, write]) => {
      const scene = await openScene();
      const { server, board, victim, card, vandal } = scene;
      const copy = await copyOf(server, board, vandal.session);
      const client = await openSynced(server, board.id, "board", vandal.session);
      const ended = endOf(client);
      client.send(
        message(
          0,
          2,
          updateOf(copy, () => copy.transact(() => write(copy, scene))),
        ),
      );
      client.send(message(100, 1));
      expect(await ended).toBe(end);
      expect(client.heard.some(([type]) => type === 100)).toBe(false);
      // the victim goes on, on the same connection
      applyEdits(victim.doc, [{ type: "moveCards", moves: [{ card, to: [7, 8] }] }]);
      textOf(victim.doc, card).insert(0, "still ");
      await saved(victim, 2);
      const after = readBoard(await copyOf(server, board, (await board.join("viewer")).session));
      expect(after).toEqual(readBoard(victim.doc));
      expect(after.skipped).toBe(0);
      expect(after.cards.get(card)).toMatchObject({ position: [7, 8], text: "still mine" });
      expect(after.cards.size).toBe(1);
    },
  );

  it("[R10] deletions of what is still to come are refused, and the victim's next letters stay", async () => {
    const { server, board, victim, card, vandal } = await openScene();
    const client = await openSynced(server, board.id, "board", vandal.session);
    const next = Y.getState(victim.doc.store, victim.doc.clientID);
    // no structs; of one client, one range of a hundred clocks from the next one on
    client.send(message(0, 2, message(0, 1, victim.doc.clientID, 1, next, 100)));
    expect(await client.closed).toBe(CLOSE.later);
    textOf(victim.doc, card).insert(4, " alone");
    await saved(victim, 2);
    const copy = await copyOf(server, board, vandal.session);
    expect(readBoard(copy).cards.get(card)?.text).toBe("mine alone");
    expect(hasGap(copy)).toBe(false);
  });

  it("[R23] what two people do to one card at once, and what one did offline meanwhile, all gets in", async () => {
    const { server, board, victim, card, vandal: other } = await openScene();
    const peer = connect(server, board.id, other.session, "board");
    await synced(peer);
    peer.provider.disconnect();
    const mine = addNote(peer.doc, "made offline");
    applyEdits(peer.doc, [
      { type: "moveCards", moves: [{ card, to: [1, 1] }] },
      { type: "moveCards", moves: [{ card, to: [2, 2] }] },
      { type: "setAttributes", on: card, values: { colour: "red" } },
      { type: "addLink", id: newLinkId(), from: card, to: mine, at: 1, by: other.person },
    ]);
    applyEdits(peer.doc, [{ type: "setAttributes", on: card, values: { colour: undefined } }]);
    textOf(peer.doc, card).insert(4, "!");
    applyEdits(victim.doc, [
      { type: "moveCards", moves: [{ card, to: [3, 3] }] },
      { type: "setAttributes", on: card, values: { colour: "blue" } },
    ]);
    textOf(victim.doc, card).insert(0, "all ");
    await saved(victim, 2);
    peer.provider.connect();
    await synced(peer);
    await saved(peer, 1);
    await until(() => readBoard(victim.doc).cards.size === 2, "the card made offline");
    const after = readBoard(await copyOf(server, board, other.session));
    expect(after).toEqual(readBoard(peer.doc));
    expect(after).toEqual(readBoard(victim.doc));
    expect(after.cards.get(card)?.text).toBe("all mine!");
    expect(after.skipped).toBe(0);
  });
});

describe("client ids", () => {
  it("[R28] an id shown in presence is taken before anything is written under it", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    const victim = connect(server, board.id, (await board.join("participant")).session, "board");
    await synced(victim);
    const vandal = await board.join("participant");
    const client = await openSynced(server, board.id, "board", vandal.session);
    await client.hears(1);
    const copy = createBoardDoc();
    copy.clientID = victim.doc.clientID;
    client.send(
      message(
        0,
        2,
        updateOf(copy, () => bear(copy, vandal.person)),
      ),
    );
    expect(await client.closed).toBe(CLOSE.foreignClient);
    const card = addNote(victim.doc, "the first thing I write");
    await saved(victim, 1);
    expect([...readBoard(await copyOf(server, board, vandal.session)).cards.keys()]).toEqual([card]);
  });

  it("[R28] ids stay whose they are when the server starts again; ids of the server, and of nobody, are nobody else's", async () => {
    const first = await startServer({ dataDir: await openFolder() });
    const board = await openBoard(first, { title: "Repair", template: "repair-cafe", language: "en" });
    const [owner, vandal] = [await board.join("participant"), await board.join("participant")];
    const peer = connect(first, board.id, owner.session, "board");
    await synced(peer);
    const card = addNote(peer.doc, "before");
    await saved(peer, 1);
    peer.provider.disconnect();
    await first.close();
    const server = await first.restart();
    const forged = async (client: number) => {
      const copy = await copyOf(server, board, vandal.session);
      copy.clientID = client;
      const raw = await openSynced(server, board.id, "board", vandal.session);
      raw.send(
        message(
          0,
          2,
          updateOf(copy, () => map(copy, "position").set(card, [1, 1])),
        ),
      );
      return raw.closed;
    };
    const clients = [...Y.decodeStateVector(stateVectorOf(await copyOf(server, board, vandal.session))).keys()];
    // the template's, and the owner's
    expect(clients.length).toBe(2);
    for (const client of clients) expect(await forged(client)).toBe(CLOSE.foreignClient);
    // what was done meanwhile comes in under the old id
    textOf(peer.doc, card).insert(6, " and after");
    const again = connect(server, board.id, owner.session, "board", peer.doc);
    await synced(again);
    await saved(again, 1);
    const after = readBoard(await copyOf(server, board, vandal.session));
    expect(after.cards.get(card)?.text).toBe("before and after");
  });

  it("[R28] a session may answer for all its copies, but takes only so many new ids an hour", async () => {
    const server = await startServer({ rooms: { clientIdsPerHour: 3 } });
    const board = await openBoard(server);
    const { session, person } = await board.join("participant");
    const copies = [1, 2, 3].map((client) => {
      const copy = createBoardDoc();
      copy.clientID = client;
      bear(copy, person);
      return encodeDoc(copy);
    });
    const client = await openSynced(server, board.id, "board", session);
    client.send(message(0, 1, Y.mergeUpdates(copies)));
    client.send(message(100, 1));
    await client.hears(100, 1);
    const fourth = createBoardDoc();
    fourth.clientID = 4;
    bear(fourth, person);
    client.send(message(0, 2, encodeDoc(fourth)));
    expect(await client.closed).toBe(CLOSE.later);
    const other = await board.join("participant");
    expect(readBoard(await copyOf(server, board, other.session)).cards.size).toBe(3);
  });

  it("[R29] a client that comes back takes the place of its old connection; two copies of one session do not", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    const { session, person } = await board.join("participant");
    const doc = createBoardDoc();
    const write = (to: RawClient) =>
      to.send(
        message(
          0,
          2,
          updateOf(doc, () => bear(doc, person)),
        ),
      );
    const old = await openSynced(server, board.id, "board", session);
    write(old);
    await roundTrip(old);
    const other = await openSynced(server, board.id, "board", session);
    const own = createBoardDoc();
    other.send(
      message(
        0,
        2,
        updateOf(own, () => bear(own, person)),
      ),
    );
    await roundTrip(other);
    expect(old.socket.readyState).toBe(old.socket.OPEN);
    const renewed = await openSynced(server, board.id, "board", session);
    write(renewed);
    expect(await old.closed).toBe(1006);
    write(renewed);
    renewed.send(message(100, 1));
    await renewed.hears(100, 1);
    expect(readBoard(await copyOf(server, board, session)).cards.size).toBe(4);
    expect(other.socket.readyState).toBe(other.socket.OPEN);
    // the connection that is cut is no reason to keep the new one out
    const late = await openRaw(server, board.id, "board", { session });
    await late.hears(0, 0);
  });
});

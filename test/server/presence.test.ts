import { readPresence, type Presence } from "@palabre/shared/documents";
import * as decoding from "lib0/decoding";
import { describe, expect, it } from "vitest";
import {
  ask,
  connect,
  heardOf,
  message,
  openBoard,
  openRaw,
  openSynced,
  roundTrip,
  synced,
  type Peer,
} from "../helpers/client.ts";
import { addNote } from "../helpers/cards.ts";
import { holdStore } from "../helpers/heldStore.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

/** Who is present beside oneself, as a stock client reads it. */
const othersOf = ({ provider: { awareness } }: Peer): readonly Presence[] =>
  [...awareness.getStates()]
    .filter(([id]) => id !== awareness.clientID)
    .flatMap(([, state]) => readPresence(state) ?? []);

/** One entry of a presence message. */
const entry = (id: number, clock: number, state: unknown): Uint8Array =>
  message(1, message(1, id, clock, JSON.stringify(state)));

/** The ids and states of all presence messages heard, in order. */
const statesOf = (frames: readonly Uint8Array[]): readonly (readonly [number, unknown])[] =>
  frames.flatMap((frame) => {
    const decoder = decoding.createDecoder(frame.slice(1));
    const body = decoding.createDecoder(decoding.readVarUint8Array(decoder));
    return Array.from({ length: decoding.readVarUint(body) }, () => {
      const id = decoding.readVarUint(body);
      decoding.readVarUint(body);
      return [id, JSON.parse(decoding.readVarString(body))] as const;
    });
  });

describe("presence", () => {
  it("[R13] says who somebody is as the server knows it, whatever they say; viewers are present too", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    const [ada, grace] = [await board.join("participant", "Ada"), await board.join("viewer", "Grace")];
    const [one, two] = [
      connect(server, board.id, ada.session, "board"),
      connect(server, board.id, grace.session, "board"),
    ];
    one.provider.awareness.setLocalState({
      cursor: [1, 2],
      user: { person: grace.person, name: "Root", role: "facilitator" },
    });
    two.provider.awareness.setLocalState({ cursor: [3, 4] });
    const user = { person: ada.person, name: "Ada", role: "participant", colour: ada.colour };
    await until(() => othersOf(two).length === 1 && othersOf(one).length === 1, "each other");
    expect(othersOf(two)).toEqual([{ user, cursor: [1, 2] }]);
    expect(othersOf(one)).toEqual([
      { user: { person: grace.person, name: "Grace", role: "viewer", colour: grace.colour }, cursor: [3, 4] },
    ]);
    // a rename is seen without a word of the renamed
    await ask(server, "PATCH", `/api/boards/${board.id}/me`, { session: ada.session, body: { name: "Ada L." } });
    await until(() => othersOf(two)[0]?.user.name === "Ada L.", "the new name");
    // leaving too, and coming back under the same id
    one.provider.disconnect();
    await until(() => othersOf(two).length === 0, "the leaving");
    one.provider.connect();
    await until(() => othersOf(two).length === 1, "the return");
  });

  it("[R14] a connection speaks for one id; what it says of others, or under another's id, is dropped", async () => {
    const server = await startServer({ rooms: { presenceEveryMs: 1 } });
    const board = await openBoard(server);
    const victim = await openSynced(server, board.id, "board", (await board.join("participant", "Ada")).session);
    const vandal = await openSynced(server, board.id, "board", (await board.join("participant", "Mallory")).session);
    const witness = await openSynced(server, board.id, "board", (await board.join("viewer", "Grace")).session);
    victim.send(entry(7, 1, { cursor: [1, 1] }));
    await witness.hears(1);
    // another's id, removed and taken over; then ghosts
    vandal.send(entry(7, 99, null));
    vandal.send(entry(7, 100, { cursor: [6, 6] }));
    vandal.send(entry(8, 1, { cursor: [2, 2] }));
    for (let ghost = 9; ghost < 40; ghost += 1) vandal.send(entry(ghost, 1, { cursor: [3, 3] }));
    await roundTrip(vandal);
    vandal.send(entry(8, 2, { cursor: [5, 5] }));
    await until(() => statesOf(heardOf(witness, 1)).some(([id, state]) => id === 8 && isAt(state, 5)), "the last word");
    const heard = statesOf(heardOf(witness, 1));
    expect([...new Set(heard.map(([id]) => id))]).toEqual([7, 8]);
    expect(heard.filter(([id]) => id === 7)).toHaveLength(1);
    expect(heard.find(([id]) => id === 7)?.[1]).toMatchObject({ cursor: [1, 1], user: { name: "Ada" } });
    // leaving is told for the one that left
    vandal.socket.terminate();
    await until(() => statesOf(heardOf(witness, 1)).some(([id, state]) => id === 8 && state === null), "the leaving");
    expect(statesOf(heardOf(witness, 1)).filter(([id]) => id === 7)).toHaveLength(1);
  });

  it("[R14] who comes later is shown all who are there, and may ask again; what is too long is dropped", async () => {
    const server = await startServer({ rooms: { presenceEveryMs: 1 } });
    const board = await openBoard(server);
    const one = await openSynced(server, board.id, "board", (await board.join("participant", "Ada")).session);
    one.send(entry(7, 1, { cursor: [1, 1], selection: ["x".repeat(5_000)] }));
    one.send(entry(7, 2, { cursor: [2, 2] }));
    await roundTrip(one);
    const late = await openRaw(server, board.id, "board", { session: (await board.join("viewer", "Grace")).session });
    await late.hears(1);
    expect(statesOf(heardOf(late, 1))).toEqual([
      [7, { cursor: [2, 2], user: expect.objectContaining({ name: "Ada" }) }],
    ]);
    late.send(message(3));
    await until(() => heardOf(late, 1).length === 2, "the second answer");
    // nobody hears of themselves
    expect(heardOf(one, 1)).toEqual([]);
  });

  it("[R13, F65] what is shown beside the pointer is read where it is right, stamped with whose it is, and within the 4 kB", async () => {
    const server = await startServer({ rooms: { presenceEveryMs: 1 } });
    const board = await openBoard(server);
    const [ada, mallory, grace] = [
      await board.join("participant", "Ada"),
      await board.join("participant", "Mallory"),
      await board.join("viewer", "Grace"),
    ];
    const [vandal, witness] = [
      await openSynced(server, board.id, "board", mallory.session),
      connect(server, board.id, grace.session, "board"),
    ];
    await synced(witness);
    const seen = (state: object, clock: number) => {
      vandal.send(entry(7, clock, { cursor: [clock, 0], ...state }));
      return until(
        () => othersOf(witness).find(({ user, cursor }) => user.person === mallory.person && cursor?.[0] === clock),
        "the state",
      );
    };
    const user = { person: mallory.person, name: "Mallory", role: "participant", colour: mallory.colour };
    const shown = { view: [1, 2, 30, 40], following: ada.person, laser: true };
    // it says that it is another, and a facilitator
    expect(await seen({ ...shown, user: { ...user, person: ada.person, role: "facilitator" } }, 1)).toEqual({
      ...shown,
      cursor: [1, 0],
      user,
    });
    for (const [clock, view] of [[0, 0, -1, 5], [0, 0, 1e300, 1], "all", [0, 0, null, 1]].entries())
      expect(await seen({ view, following: "everybody", laser: "red" }, clock + 2)).toEqual({
        cursor: [clock + 2, 0],
        user,
      });
    vandal.send(entry(7, 8, { ...shown, cursor: [8, 0], view: Array.from({ length: 2_000 }, () => 1) }));
    expect(await seen({}, 9)).toEqual({ cursor: [9, 0], user });
  });

  it("[R13] is merged: many moves within a moment reach the others as few", async () => {
    const server = await startServer({ rooms: { presenceEveryMs: 200 } });
    const board = await openBoard(server);
    const one = await openSynced(server, board.id, "board", (await board.join("participant", "Ada")).session);
    const two = await openSynced(server, board.id, "board", (await board.join("viewer", "Grace")).session);
    for (let step = 0; step <= 100; step += 1) one.send(entry(7, step, { cursor: [step, 0] }));
    await until(() => statesOf(heardOf(two, 1)).some(([, state]) => isAt(state, 100)), "the last move");
    expect(heardOf(two, 1).length).toBeLessThanOrEqual(3);
  });

  it("[R118] goes on when a board had to be read afresh, also where the clock has not come as far as what was told", async () => {
    const store = holdStore();
    const startedAt = Date.now();
    const server = await startServer({ wrapStore: store.wrap, now: () => startedAt, rooms: { presenceEveryMs: 1 } });
    const board = await openBoard(server);
    const one = connect(server, board.id, (await board.join("participant", "Ada")).session, "board");
    const two = connect(server, board.id, (await board.join("viewer", "Grace")).session, "board");
    await Promise.all([synced(one), synced(two)]);
    for (let step = 1; step <= 30; step += 1) {
      one.provider.awareness.setLocalState({ cursor: [step, 0] });
      await until(() => othersOf(two)[0]?.cursor?.[0] === step, "the move");
    }
    store.fail(board.id);
    addNote(one.doc, "kept by the client");
    await until(() => othersOf(two).length === 0, "the end of the connections");
    store.fail();
    await Promise.all([synced(one), synced(two)]);
    await until(() => othersOf(two)[0]?.cursor?.[0] === 30, "who is there");
  });

  it("[R15] a quiet connection hears a heartbeat, which the stock client takes for a sign of life", async () => {
    const server = await startServer({ rooms: { heartbeatMs: 20 } });
    const board = await openBoard(server);
    for (const document of ["board", "workshop"] as const) {
      const client = await openSynced(server, board.id, document, (await board.join("viewer", "Grace")).session);
      expect(await client.hears(1)).toEqual(Uint8Array.of(1, 1, 0));
    }
    const peer = connect(server, board.id, (await board.join("viewer", "Grace")).session, "board");
    await synced(peer);
    const before = peer.provider.wsLastMessageReceived;
    await until(() => peer.provider.wsLastMessageReceived > before, "the heartbeat");
  });

  it("[R15] a connection that answers no ping is cut, and the others see it leave", async () => {
    const server = await startServer({ rooms: { pingMs: 30 } });
    const board = await openBoard(server);
    const dead = await openSynced(server, board.id, "board", (await board.join("participant", "Ada")).session);
    const alive = await openSynced(server, board.id, "board", (await board.join("viewer", "Grace")).session);
    dead.send(entry(7, 1, { cursor: [1, 1] }));
    await alive.hears(1);
    // it reads nothing any more, pings included
    dead.socket.pause();
    await until(() => statesOf(heardOf(alive, 1)).some(([, state]) => state === null), "the leaving");
    expect(alive.socket.readyState).toBe(alive.socket.OPEN);
  });
});

const isAt = (state: unknown, x: number): boolean => readPresenceCursor(state)?.[0] === x;
const readPresenceCursor = (state: unknown): readonly [number, number] | undefined => readPresence(state)?.cursor;

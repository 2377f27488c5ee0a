import { newPersonId } from "@palabre/shared/terms";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { expect, it } from "vitest";
import type { Connection } from "./connection.ts";
import { RoomPresence } from "./presence.ts";

/** A connection as presence sees it, and what it was sent. */
function connectionOf(name: string) {
  const person = newPersonId();
  const sent: Uint8Array[] = [];
  const asked = { user: 0 };
  const state = { name, isSlow: false };
  const fake = {
    visitor: { person },
    get user() {
      asked.user += 1;
      return { person, name: state.name, role: "participant", colour: "moss" };
    },
    get isSlow() {
      return state.isSlow;
    },
    writePresence: (frame: Uint8Array) => void sent.push(frame),
  };
  // as much of a connection as presence asks for
  return { connection: fake as unknown as Connection, person, sent, asked, state };
}
const shown = (id: number, state: object) =>
  encoding.encode((encoder) => {
    for (const n of [1, id, 1]) encoding.writeVarUint(encoder, n);
    encoding.writeVarString(encoder, JSON.stringify(state));
  });
/** The entries of a frame with a head of two bytes. */
function entriesOf(frame: Uint8Array | undefined) {
  const decoder = decoding.createDecoder((frame ?? new Uint8Array()).slice(2));
  decoding.readVarUint(decoder);
  const body = decoding.createDecoder(decoding.readVarUint8Array(decoder));
  return Array.from({ length: decoding.readVarUint(body) }, () => {
    const [id, clock] = [decoding.readVarUint(body), decoding.readVarUint(body)];
    return { id, clock, state: JSON.parse(decoding.readVarString(body)) as { user: { name: string } } };
  });
}

it("[R87] what somebody shows is written down once, however many ask, until it changes; each answer is newer than the last", () => {
  let now = 1_000;
  const presence = new RoomPresence({
    now: () => now,
    everyMs: 50,
    claims: () => true,
    phones: () => new Map(),
    onDue: () => {},
  });
  const [ada, eve] = [connectionOf("Ada"), connectionOf("Eve")];
  presence.receive(ada.connection, shown(7, { cursor: "é" }));
  for (let times = 0; times < 5; times += 1) presence.showAll(eve.connection);
  expect(ada.asked.user).toBe(1);
  expect(eve.sent).toHaveLength(5);
  const clocks = eve.sent.flatMap((frame) => entriesOf(frame).map(({ clock }) => clock));
  expect(clocks).toEqual([...new Set(clocks)].toSorted((a, b) => a - b));
  ada.state.name = "Ada L.";
  presence.renamed(ada.person);
  now += 100;
  presence.showAll(eve.connection);
  expect(entriesOf(eve.sent.at(-1))).toMatchObject([{ id: 7, state: { cursor: "é", user: { name: "Ada L." } } }]);
  presence.receive(ada.connection, shown(7, { cursor: "ü" }));
  presence.showAll(eve.connection);
  expect(entriesOf(eve.sent.at(-1))).toMatchObject([{ id: 7, state: { cursor: "ü" } }]);
  expect(ada.asked.user).toBe(3);
  presence.close();
});

it("[R87] who does not read is written nothing that they would not be sent", () => {
  const presence = new RoomPresence({
    now: () => 1_000,
    everyMs: 50,
    claims: () => true,
    phones: () => new Map(),
    onDue: () => {},
  });
  const [ada, eve] = [connectionOf("Ada"), connectionOf("Eve")];
  presence.receive(ada.connection, shown(7, { cursor: 1 }));
  eve.state.isSlow = true;
  presence.showAll(eve.connection);
  expect([ada.asked.user, eve.sent.length]).toEqual([0, 0]);
  presence.close();
});

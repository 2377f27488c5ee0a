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
/** The entries of a frame of less than 64 kB. */
function entriesOf(frame: Uint8Array = new Uint8Array()) {
  const decoder = decoding.createDecoder(frame.slice(frame[1] === 126 ? 4 : 2));
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
    clock: { last: 0 },
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
    clock: { last: 0 },
  });
  const [ada, eve] = [connectionOf("Ada"), connectionOf("Eve")];
  presence.receive(ada.connection, shown(7, { cursor: 1 }));
  eve.state.isSlow = true;
  presence.showAll(eve.connection);
  expect([ada.asked.user, eve.sent.length]).toEqual([0, 0]);
  presence.close();
});

it("[R118] what is told in one go has one clock, so that however many move, it does not get ahead of the time", () => {
  let now = 1_000;
  const presence = new RoomPresence({
    now: () => now,
    everyMs: 50,
    claims: () => true,
    phones: () => new Map(),
    onDue: () => {},
    clock: { last: 0 },
  });
  const eve = connectionOf("Eve");
  const people = Array.from({ length: 60 }, (_, index) => connectionOf(`P${index}`).connection);
  const move = (x: number) => {
    for (const [index, connection] of people.entries())
      presence.receive(connection, shown(index + 1, { cursor: [x, 0] }));
  };
  const told: string[] = [];
  for (let tick = 1; tick <= 20; tick += 1) {
    now += 50;
    move(tick);
    const news = entriesOf(presence.take()?.(eve.connection));
    expect([news.length, ...new Set(news.map(({ clock }) => clock))]).toEqual([60, now]);
    move(-tick);
    presence.showAll(eve.connection);
    for (const { id, clock } of [...news, ...entriesOf(eve.sent.at(-1))]) told.push(`${id} at ${clock}`);
  }
  // no two states of one person have the same
  expect(told).toHaveLength(20 * 120);
  expect(new Set(told).size).toBe(told.length);
  presence.close();
});

it("[R118] who is shown by a room that took the place of another is news to those who knew it, though the clock stood still", () => {
  const clock = { last: 0 };
  const open = () =>
    new RoomPresence({
      now: () => 1_000,
      everyMs: 50,
      claims: () => true,
      phones: () => new Map(),
      onDue: () => {},
      clock,
    });
  const [ada, eve] = [connectionOf("Ada"), connectionOf("Eve")];
  const before = open();
  before.receive(ada.connection, shown(7, { cursor: [1, 1] }));
  for (let times = 0; times < 100; times += 1) before.showAll(eve.connection);
  before.close();
  const known = entriesOf(eve.sent.at(-1))[0]?.clock ?? Infinity;
  const after = open();
  after.receive(ada.connection, shown(7, { cursor: [1, 1] }));
  after.showAll(eve.connection);
  expect(entriesOf(eve.sent.at(-1))[0]?.clock).toBeGreaterThan(known);
  after.close();
});

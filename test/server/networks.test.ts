import { CLOSE } from "@palabre/shared/protocol";
import { expect, it } from "vitest";
import { ask, openBoard, openRaw } from "../helpers/client.ts";
import { phoneOn } from "../helpers/pocketEvents.ts";
import { startServer } from "../helpers/startServer.ts";

const from = (address: string) => ({ "x-forwarded-for": address });
/** One household, one beside it, and one machine in both its notations. */
const [HOME, SAME_HOME, NEXT_HOME] = ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1"];
const [VENUE, SAME_VENUE] = ["203.0.113.7", "::ffff:203.0.113.7"];

it("[A48] boards and wrong links are counted by network: a whole /64 of IPv6 is one", async () => {
  const limits = { boardsPerMinute: 1, sessionsPerMinute: 99, failuresPerMinute: 1, codesPerMinute: 99 };
  const server = await startServer({ limits });
  const board = await openBoard(server);
  const make = async (address: string) =>
    (await ask(server, "POST", "/api/boards", { body: { title: "Mine" }, headers: from(address) })).status;
  const guess = async (address: string) => {
    const body = { secret: "guess" };
    return (await ask(server, "POST", `/api/boards/${board.id}/sessions`, { body, headers: from(address) })).status;
  };
  const made: number[] = [];
  const guessed: number[] = [];
  for (const address of [HOME, SAME_HOME, NEXT_HOME, VENUE, SAME_VENUE]) {
    made.push(await make(address));
    guessed.push(await guess(address));
  }
  expect(made).toEqual([201, 429, 201, 201, 429]);
  expect(guessed).toEqual([403, 429, 403, 403, 429]);
});

it("[A48] connections are counted by network, lines of phones among them", async () => {
  const server = await startServer({ rooms: { connectionsPerAddress: 1 } });
  const board = await openBoard(server);
  const { session } = await board.join("participant", "Ada");
  const open = (address: string) => openRaw(server, board.id, "board", { session, headers: from(address) });
  await (await open(HOME)).hears(0, 0);
  expect(await (await open(SAME_HOME)).closed).toBe(CLOSE.busy);
  const phone = { session, headers: from(SAME_HOME) };
  expect((await ask(server, "GET", `/api/boards/${board.id}/pocket/events`, phone)).status).toBe(429);
  await (await open(NEXT_HOME)).hears(0, 0);
});

it("[K51] where a network is full, a phone that comes from there ends no line that its person has elsewhere", async () => {
  const server = await startServer({ rooms: { connectionsPerAddress: 1 } });
  const board = await openBoard(server);
  const { session } = await board.join("participant", "Ada");
  await (await openRaw(server, board.id, "board", { session, headers: from(VENUE) })).hears(0, 0);
  const atHome = await phoneOn(server, board.id, session);
  await atHome.shows(() => true, "the board");
  const phone = { session, headers: from(SAME_VENUE) };
  expect((await ask(server, "GET", `/api/boards/${board.id}/pocket/events`, phone)).status).toBe(429);
  await ask(server, "PATCH", `/api/boards/${board.id}`, {
    session: (await board.join("facilitator")).session,
    body: { title: "Evenings" },
  });
  await atHome.shows(({ title }) => title === "Evenings", "the new title");
  expect(atHome.isOver()).toBe(false);
});

import { problemSchema } from "@palabre/shared/protocol";
import { expect, it } from "vitest";
import { ask, openBoard, openRaw } from "../helpers/client.ts";
import { phoneOn } from "../helpers/pocketEvents.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const hasView = () => true;

it("[K51] lines of phones beyond what a link may have are refused until one ends; who has one may come back", async () => {
  const server = await startServer({ rooms: { connectionsPerLink: 2 } });
  const board = await openBoard(server);
  const [ada, ben, cleo] = await Promise.all(["Ada", "Ben", "Cleo"].map((name) => board.join("participant", name)));
  if (!ada || !ben || !cleo) throw new Error("nobody came");
  const first = await phoneOn(server, board.id, ada.session);
  await openRaw(server, board.id, "board", { session: ben.session });
  const statusOfCleo = async () => (await phoneOn(server, board.id, cleo.session)).status;
  expect(await statusOfCleo()).toBe(429);
  const { body } = await ask(server, "GET", `/api/boards/${board.id}/pocket/events`, { session: cleo.session });
  expect(problemSchema.parse(body).code).toBe("too-many");
  // those who came by another link have room of their own
  const watching = await phoneOn(server, board.id, (await board.join("viewer", "Dan")).session);
  await watching.shows(hasView, "the board");
  // a phone that lost its line comes back before the server knows that it is lost
  const second = await phoneOn(server, board.id, ada.session);
  expect(second.status).toBe(200);
  await until(first.isOver, "the end of the line that was given up");
  expect(await statusOfCleo()).toBe(429);
  second.hangUp();
  const last = await until(async () => {
    const phone = await phoneOn(server, board.id, cleo.session);
    return phone.status === 200 ? phone : undefined;
  }, "a place");
  await last.shows(hasView, "the board");
});

it("[K51] lines of phones count with all that come from one address, and with all of the process", async () => {
  for (const limit of ["connectionsPerBoard", "connectionsPerAddress", "connectionsPerProcess"] as const) {
    const server = await startServer({ rooms: { [limit]: 1 } });
    const board = await openBoard(server);
    const [ada, ben] = [await board.join("participant", "Ada"), await board.join("viewer", "Ben")];
    const phone = await phoneOn(server, board.id, ada.session);
    await phone.shows(hasView, "the board");
    expect([limit, (await phoneOn(server, board.id, ben.session)).status]).toEqual([limit, 429]);
  }
});

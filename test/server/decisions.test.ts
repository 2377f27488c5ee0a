import { readDecisions } from "@palabre/shared/documents";
import { newCardId, type Decision, type DecisionFacts } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { ask, connect, openBoard, synced, type Joined, type OpenedBoard } from "../helpers/client.ts";
import { openFolder, startServer, type TestServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 2, 10, 12);
const FACTS: DecisionFacts = {
  outcome: "decided",
  rule: "consent",
  for: ["Most can come in the evening"],
  against: ["The keys"],
  owner: "Awa",
};

async function openScene() {
  const clock = { now: NOON };
  const server = await startServer({ now: () => clock.now, dataDir: await openFolder() });
  const board = await openBoard(server);
  const [awa, bo, viewer] = [
    await board.join("facilitator"),
    await board.join("participant"),
    await board.join("viewer"),
  ];
  return { clock, server, board, awa, bo, viewer };
}
const ask1 = (
  server: TestServer,
  board: OpenedBoard,
  { session }: Joined,
  method: string,
  card: string,
  body?: unknown,
) =>
  ask<Decision>(server, method, `/api/boards/${board.id}/decisions/${card}`, {
    session,
    ...(body === undefined ? {} : { body }),
  });
async function watch(server: TestServer, board: OpenedBoard, { session }: Joined) {
  const peer = connect(server, board.id, session, "workshop");
  await synced(peer);
  return () => readDecisions(peer.doc);
}

describe("decisions", () => {
  it("[V60] are recorded and taken back by facilitators, and nobody else; everybody sees them, after a restart too", async () => {
    const { server, board, awa, bo, viewer } = await openScene();
    const card = newCardId();
    for (const person of [bo, viewer]) {
      expect((await ask1(server, board, person, "PUT", card, FACTS)).status).toBe(403);
      expect((await ask1(server, board, person, "DELETE", card)).status).toBe(403);
    }
    for (const wrong of [{}, { ...FACTS, outcome: "maybe" }, { ...FACTS, for: [""] }, { ...FACTS, owner: " " }])
      expect((await ask1(server, board, awa, "PUT", card, wrong)).status).toBe(400);
    expect((await ask1(server, board, awa, "PUT", "card", FACTS)).status).toBe(400);
    const seen = await watch(server, board, viewer);
    expect((await ask1(server, board, awa, "PUT", card, FACTS)).body).toEqual({ ...FACTS, at: NOON });
    await until(() => seen().size === 1, "the decision to be seen");
    await server.close();
    const again = await server.restart();
    const after = await watch(again, board, viewer);
    expect([...after()]).toEqual([[card, { ...FACTS, at: NOON }]]);
    expect((await ask1(again, board, awa, "DELETE", card)).status).toBe(204);
    await until(() => after().size === 0, "the decision to go");
  });

  it("[V61] are opened again when their day comes, once, whoever is there, and after a restart when somebody comes", async () => {
    const { clock, server, board, awa, bo } = await openScene();
    const [first, second] = [newCardId(), newCardId()];
    await ask1(server, board, awa, "PUT", first, { ...FACTS, reviewAt: NOON + DAY });
    await ask1(server, board, awa, "PUT", second, { ...FACTS, reviewAt: NOON + 3 * DAY });
    const seen = await watch(server, board, bo);
    clock.now += DAY;
    await until(() => seen().get(first)?.reopened, "the first to be opened again");
    expect(seen().get(first)?.reopened).toEqual({ why: "date", at: clock.now });
    expect(seen().get(second)?.reopened).toBe(undefined);
    // recorded anew, without a day, it stays
    await ask1(server, board, awa, "PUT", first, FACTS);
    await until(() => seen().get(first)?.reopened === undefined, "the first to be closed");
    await server.close();
    clock.now += 5 * DAY;
    const again = await server.restart();
    const after = await watch(again, board, bo);
    await until(() => after().get(second)?.reopened, "the second to be opened again");
    expect(after().get(second)?.reopened).toEqual({ why: "date", at: clock.now });
    expect(after().get(first)?.reopened).toBe(undefined);
  });
});

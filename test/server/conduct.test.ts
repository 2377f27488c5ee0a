import { readWorkshop, type StateDoc } from "@palabre/shared/documents";
import { problemSchema } from "@palabre/shared/protocol";
import { newCardId, newLinkId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { ask, connect, openBoard, synced } from "../helpers/client.ts";
import { openFolder, startServer, type TestServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const NOW = 1_700_000_000_000;

async function boardWith(options: Parameters<typeof startServer>[0] = {}) {
  const server = await startServer({ now: () => NOW, ...options });
  const board = await openBoard(server);
  const facilitator = await board.join("facilitator", "Awa");
  const participant = await board.join("participant", "Bo");
  const viewer = await board.join("viewer", "Cléo");
  const put =
    (what: "budget" | "spotlight") =>
    (body: unknown, session: string | undefined = facilitator.session, at: TestServer = server) =>
      ask(at, "PUT", `/api/boards/${board.id}/${what}`, { body, session });
  /** what another person sees */
  const look = async (at: TestServer = server) => {
    const peer = connect(at, board.id, viewer.session, "workshop");
    await synced(peer);
    return () => readWorkshop(peer.doc as StateDoc);
  };
  return { server, facilitator, participant, viewer, look, budget: put("budget"), spotlight: put("spotlight") };
}

describe("what facilitators set for all", () => {
  it("[F13] a budget is seen by everybody at once, outlives a restart, and can be taken away", async () => {
    const { server, look, budget } = await boardWith({ dataDir: await openFolder() });
    const seen = await look();
    expect(seen().budget).toBeUndefined();
    expect((await budget({ amount: 3_000, unit: "euro" })).status).toBe(204);
    expect(await until(() => seen().budget, "the budget")).toEqual({ amount: 3_000, unit: "euro" });
    await server.close();
    const again = await server.restart();
    const seenAgain = await look(again);
    expect(seenAgain().budget).toEqual({ amount: 3_000, unit: "euro" });
    expect((await budget({ amount: null }, undefined, again)).status).toBe(204);
    await until(() => seenAgain().budget === undefined, "no budget");
  });

  it("[F14] what is shown to everybody is seen by everybody at once, until it is ended", async () => {
    const { look, spotlight } = await boardWith();
    const seen = await look();
    const [card, link] = [newCardId(), newLinkId()];
    const loop = { cards: [card], links: [link], loop: "balancing" };
    expect((await spotlight(loop)).status).toBe(204);
    expect(await until(() => seen().spotlight, "the spotlight")).toEqual({ ...loop, at: NOW });
    const other = newCardId();
    await spotlight({ cards: [other], links: [] });
    await until(() => seen().spotlight?.cards[0] === other, "another card");
    expect(seen().spotlight).toEqual({ cards: [other], links: [], at: NOW });
    await spotlight({ cards: [], links: [] });
    await until(() => seen().spotlight === undefined, "the whole board again");
  });

  it("[F13, F14] only facilitators set them, and a bad value changes nothing", async () => {
    const { look, participant, viewer, budget, spotlight } = await boardWith();
    await budget({ amount: 10, unit: "hour" });
    await spotlight({ cards: [newCardId()], links: [] });
    const seen = await look();
    const before = [seen().budget, seen().spotlight];
    for (const { session } of [participant, viewer]) {
      expect((await budget({ amount: 1, unit: "euro" }, session)).status).toBe(403);
      expect((await spotlight({ cards: [], links: [] }, session)).status).toBe(403);
    }
    expect((await budget({ amount: 1, unit: "euro" }, "nobody")).status).toBe(401);
    const wrongBudgets = [
      "null",
      {},
      { amount: -1, unit: "euro" },
      { amount: 1 },
      { amount: 1, unit: "gold" },
      { amount: "9", unit: "euro" },
      '{"amount":1e999,"unit":"euro"}',
      { amount: 1e13, unit: "euro" },
    ];
    const card = newCardId();
    const wrongSpotlights = [
      "null",
      {},
      { cards: card, links: [] },
      { cards: ["x"], links: [] },
      { cards: [card], links: [], loop: "vicious" },
      { cards: Array.from({ length: 501 }, () => card), links: [] },
      { cards: [], links: ["../../etc/passwd"] },
    ];
    for (const reply of [
      ...(await Promise.all(wrongBudgets.map((body) => budget(body)))),
      ...(await Promise.all(wrongSpotlights.map((body) => spotlight(body)))),
    ])
      expect([reply.status, problemSchema.parse(reply.body).code]).toEqual([400, "bad-request"]);
    expect([seen().budget, seen().spotlight]).toEqual(before);
  });
});

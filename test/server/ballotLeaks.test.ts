import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { ROUTES, type RouteDescription } from "@palabre/server/app";
import { newCardId, type Paper } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { ask, message, openSynced, saved, type RawClient } from "../helpers/client.ts";
import { holdStore } from "../helpers/heldStore.ts";
import { openFolder, startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";
import { openVote } from "../helpers/voting.ts";

const SECRET = "the mayor should resign";
const DAY_MS = 86_400_000;

/** All bytes of a folder's files. */
async function bytesOf(folder: string): Promise<Buffer> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const contents = files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name)));
  return Buffer.concat(await Promise.all(contents));
}

describe("what others can get of papers", () => {
  it("[V13] is nothing before they are published: from no document, message, address, log or file", async () => {
    const folder = await openFolder();
    const server = await startServer({ dataDir: folder, ballots: { tellEveryMs: 20 } });
    const vote = await openVote(server, ["Sleep", "Noise"]);
    const people = await vote.people(6);
    const vera = await vote.board.join("viewer");
    const [ada, ben] = people;
    const [sleep, noise] = vote.cards;
    if (!ada || !ben || !sleep || !noise) throw new Error("people and cards");
    const clients: RawClient[] = [];
    for (const { session, role } of [vote.awa, ben, vera])
      for (const document of ["board", "workshop", "desk"])
        if (document !== "desk" || role === "facilitator")
          clients.push(await openSynced(server, vote.board.id, document, session));
    const id = await vote.open({ method: "consent" });
    const before = server.lines.length;
    const paper: Paper = {
      method: "consent",
      answers: { [sleep]: { say: "objection", reason: SECRET }, [noise]: { say: "yes" } },
    };
    const receipts: string[] = [];
    for (const person of people) receipts.push((await vote.give(person, id, paper)).body.receipt);
    await vote.command(id, "close");
    await vote.command(id, "reopen");
    await saved(vote.peer, 2);
    for (const each of clients) {
      each.send(message(0, 0, new Uint8Array([0])));
      each.send(message(100, 9));
      await each.hears(100, 9);
    }
    const traces = [SECRET, "objection", ...receipts].map((text) => Buffer.from(text));
    const found = (bytes: Buffer) => traces.filter((trace) => bytes.includes(trace)).map(String);
    expect(found(Buffer.concat(clients.flatMap((each) => each.heard)))).toEqual([]);

    // a facilitator and another participant, by every address that gives something
    const gets = Object.values<RouteDescription>(ROUTES).filter(({ method }) => method === "GET");
    const parts: Readonly<Record<string, string>> = { id: vote.board.id, ballot: id, person: ada.person, card: sleep };
    for (const { session } of [vote.awa, vera])
      for (const { path } of gets) {
        if (path.endsWith("/events")) continue;
        const address = path.replaceAll(/:(\w+)/g, (_, name: string) => parts[name] ?? "none");
        const reply = await fetch(`${server.url}${address}`, { headers: { authorization: `Bearer ${session}` } });
        expect([path, found(Buffer.from(await reply.arrayBuffer())).filter((text) => text !== "objection")]).toEqual([
          path,
          [],
        ]);
      }
    for (const what of [".json", "/receipts"])
      expect(await vote.ask("GET", `ballots/${id}${what}`)).toMatchObject({ status: 409, body: { code: "conflict" } });
    expect(found(Buffer.from(server.lines.slice(before).join("")))).toEqual([]);
    expect(server.lines.slice(before).join("")).not.toContain(ada.person);
    // nor can who reads the disk
    expect(found(await bytesOf(folder))).toEqual([]);

    const tally = await vote.tally(id);
    expect(tally.reasons).toEqual(people.map(() => ({ on: sleep, say: "objection", text: SECRET })));
    const told = JSON.stringify(tally);
    expect(people.filter(({ person, name }) => told.includes(person) || told.includes(name))).toEqual([]);
  });

  it("[V14] nobody has or changes another's paper, whatever they add to their own, and nobody votes twice", async () => {
    const server = await startServer();
    const vote = await openVote(server, ["Sleep", "Noise"]);
    const elsewhere = await openVote(server, ["Other"]);
    const people = await vote.people(6);
    const [ada, ben] = people;
    const [stranger] = await elsewhere.people(1);
    const [sleep, noise] = vote.cards;
    if (!ada || !ben || !stranger || !sleep || !noise) throw new Error("people and cards");
    const id = await vote.open({ method: "dots", settings: { budget: 3 } });
    const paper: Paper = { method: "dots", dots: { [sleep]: 3 } };
    await vote.give(ada, id, paper);
    const path = `ballots/${id}/paper`;
    for (const asked of [path, `${path}?person=${ada.person}`, `${path}/${ada.person}`, `people/${ada.person}/${path}`])
      expect((await vote.ask("GET", asked, undefined, ben.session)).status).toBe(404);
    const forged = { method: "dots", dots: { [noise]: 1 }, person: ada.person, at: 1, receipt: "x", ballot: id };
    expect((await vote.ask("PUT", `${path}?person=${ada.person}`, forged, ben.session)).status).toBe(200);
    expect((await vote.own(ada, id)).body.paper).toEqual(paper);
    expect((await vote.own(ben, id)).body.paper).toEqual({ method: "dots", dots: { [noise]: 1 } });
    await vote.ask("DELETE", `${path}?person=${ada.person}`, undefined, ben.session);
    expect((await vote.own(ada, id)).body.paper).toEqual(paper);
    // a session of another board opens nothing here, and a ballot of this board is none there
    expect((await vote.give(stranger, id, paper)).status).toBe(401);
    expect((await elsewhere.give(stranger, id, paper)).body.code).toBe("unknown-ballot");
    for (const method of ["GET", "PUT", "DELETE"])
      expect((await vote.ask(method, path, method === "PUT" ? paper : undefined, "")).status).toBe(401);

    // one session, many at once
    const all = await Promise.all(
      people.flatMap((person) =>
        Array.from({ length: 8 }, (_, n) =>
          vote.give(person, id, { method: "dots", dots: { [n % 2 === 0 ? sleep : noise]: 1 } }),
        ),
      ),
    );
    expect(all.every(({ status }) => status === 200)).toBe(true);
    const tally = await vote.tally(id);
    expect(tally.n).toBe(6);
    expect((tally.perOption[sleep]?.dots ?? 0) + (tally.perOption[noise]?.dots ?? 0)).toBe(6);
  });

  it("[V4] what is acknowledged while a ballot is being closed is counted, and nothing else", async () => {
    const vote = await openVote(await startServer(), ["Sleep"]);
    const people = await vote.people(30);
    const [sleep] = vote.cards;
    if (!sleep) throw new Error("a card");
    for (let round = 0; round < 5; round += 1) {
      const id = await vote.open({ method: "dots" });
      const giving = people.map(async (person, index) => {
        await new Promise((resolve) => setImmediate(resolve));
        if (index === 15) void vote.command(id, "publish");
        return vote.give(person, id, { method: "dots", dots: { [sleep]: 1 } });
      });
      const taken = (await Promise.all(giving)).filter(({ status }) => status === 200).map(({ body }) => body.receipt);
      const { receipts } = await vote.tally(id);
      expect(receipts).toEqual(taken.toSorted());
    }
  });
});

describe("papers that have had their time", () => {
  it("[V6] are erased with a ballot that is cancelled, which nobody finds any more", async () => {
    const vote = await openVote(await startServer(), ["Sleep"]);
    const [ada] = await vote.people(1);
    if (!ada) throw new Error("a person");
    const id = await vote.open({ method: "dots" });
    await vote.give(ada, id, { method: "dots", dots: { [vote.cards[0] ?? newCardId()]: 1 } });
    expect((await vote.ask("DELETE", `ballots/${id}`)).status).toBe(204);
    for (const reply of [
      await vote.own(ada, id),
      await vote.command(id, "publish"),
      await vote.ask("DELETE", `ballots/${id}`),
    ])
      expect(reply.body.code).toBe("unknown-ballot");
  });

  it("[V6] are erased once the days of the board's history are over; the tally stays", async () => {
    let now = 1_700_000_000_000;
    const server = await startServer({ now: () => now, history: { everyMs: 5 } });
    const vote = await openVote(server, ["Sleep"]);
    const people = await vote.people(5);
    const id = await vote.open({ method: "dots" });
    for (const person of people)
      await vote.give(person, id, { method: "dots", dots: { [vote.cards[0] ?? newCardId()]: 1 } });
    const tally = await vote.tally(id);
    const [ada] = people;
    if (!ada) throw new Error("a person");
    const { session } = vote.awa;
    await ask(server, "PATCH", `/api/boards/${vote.board.id}`, { session, body: { historyDays: 30 } });
    now += 29 * DAY_MS;
    expect((await vote.own(ada, id)).status).toBe(200);
    now += 2 * DAY_MS;
    await expect.poll(async () => (await vote.own(ada, id)).body.code, { timeout: 5_000 }).toBe("unknown-paper");
    expect(vote.seen(id)?.tally).toEqual(tally);
  });

  it("[V80] are not asked for again: a vote that was closed until they were erased is not opened any more", async () => {
    let now = 1_700_000_000_000;
    const server = await startServer({ now: () => now, history: { everyMs: 5 } });
    const vote = await openVote(server, ["Sleep"]);
    const [ada] = await vote.people(1);
    if (!ada) throw new Error("a person");
    const id = await vote.open({ method: "dots" });
    await vote.give(ada, id, { method: "dots", dots: { [vote.cards[0] ?? newCardId()]: 1 } });
    await vote.command(id, "close");
    await ask(server, "PATCH", `/api/boards/${vote.board.id}`, {
      session: vote.awa.session,
      body: { historyDays: 30 },
    });
    now += 31 * DAY_MS;
    await expect.poll(async () => (await vote.own(ada, id)).body.code, { timeout: 5_000 }).toBe("unknown-paper");
    expect((await vote.command(id, "reopen")).body.code).toBe("unknown-paper");
    expect(vote.seen(id)?.state).toBe("closed");
  });

  it("[V6] are erased in their time also when opening their vote again failed halfway", async () => {
    let now = 1_700_000_000_000;
    const store = holdStore();
    const server = await startServer({ now: () => now, history: { everyMs: 5 }, wrapStore: store.wrap });
    const vote = await openVote(server, ["Sleep"]);
    const { id: board } = vote.board;
    const [ada] = await vote.people(1);
    if (!ada) throw new Error("a person");
    const id = await vote.open({ method: "dots" });
    await vote.give(ada, id, { method: "dots", dots: { [vote.cards[0] ?? newCardId()]: 1 } });
    await vote.command(id, "close");
    store.fail(board);
    expect((await vote.command(id, "reopen")).status).toBe(503);
    store.fail();
    await until(async () => (await vote.command(id, "publish")).status === 204, "the board that is read afresh");
    await ask(server, "PATCH", `/api/boards/${vote.board.id}`, {
      session: vote.awa.session,
      body: { historyDays: 30 },
    });
    now += 31 * DAY_MS;
    await expect.poll(async () => (await vote.own(ada, id)).body.code, { timeout: 5_000 }).toBe("unknown-paper");
  });

  it("[V82] are erased in their time also when an opening that failed halfway is left so", async () => {
    let now = 1_700_000_000_000;
    const store = holdStore();
    const server = await startServer({ now: () => now, history: { everyMs: 5 }, wrapStore: store.wrap });
    const vote = await openVote(server, ["Sleep"]);
    const { id: board } = vote.board;
    const [ada] = await vote.people(1);
    if (!ada) throw new Error("a person");
    await ask(server, "PATCH", `/api/boards/${board}`, { session: vote.awa.session, body: { historyDays: 30 } });
    const [left, open] = [await vote.open({ method: "dots" }), await vote.open({ method: "dots" })];
    const paper: Paper = { method: "dots", dots: { [vote.cards[0] ?? newCardId()]: 1 } };
    for (const id of [left, open]) await vote.give(ada, id, paper);
    await vote.command(left, "close");
    store.fail(board);
    expect((await vote.command(left, "reopen")).status).toBe(503);
    store.fail();
    const daysGoBy = async () => {
      now += 10 * DAY_MS;
      return (await vote.own(ada, left)).body.code;
    };
    await expect.poll(daysGoBy, { timeout: 5_000 }).toBe("unknown-paper");
    // one that is open takes papers as before
    expect((await vote.give(ada, open, paper)).status).toBe(200);
  });
});

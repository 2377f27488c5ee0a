import {
  openCardText,
  readBoard,
  readDesk,
  readWorkshop,
  type BoardDoc,
  type StateDoc,
} from "@palabre/shared/documents";
import { CLOSE, problemSchema, type SessionOpened, type WhatChanged } from "@palabre/shared/protocol";
import { inOrder, newPersonId, type PersonId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { addNote } from "../helpers/cards.ts";
import {
  ask,
  connect,
  message,
  openBoard,
  openRaw,
  openSynced,
  saved,
  synced,
  type Joined,
} from "../helpers/client.ts";
import { openRawPeer } from "../helpers/rawPeer.ts";
import { stall } from "../helpers/stalled.ts";
import { openFolder, startServer, type TestServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";
import { openVote } from "../helpers/voting.ts";

const NOW = 1_700_000_000_000;

/** What somebody shows of themselves, as it goes over the wire. */
const presenceOf = (id: number, state: object): Uint8Array => message(1, message(1, id, 1, JSON.stringify(state)));

const textsOf = (doc: BoardDoc): string[] => [...readBoard(doc).cards.values()].map(({ text }) => text);

async function roomWith(options: Parameters<typeof startServer>[0] = {}) {
  let now = NOW;
  const server = await startServer({ now: () => now, ...options });
  const board = await openBoard(server);
  const [awa, bo, cleo] = [
    await board.join("facilitator", "Awa"),
    await board.join("participant", "Bo"),
    await board.join("viewer", "Cléo"),
  ];
  const put = (path: string, body: unknown, by: Joined = awa, at: TestServer = server) =>
    ask(at, "PUT", `/api/boards/${board.id}/${path}`, { body, session: by.session });
  return {
    server,
    board,
    awa,
    bo,
    cleo,
    later: (ms: number) => (now += ms),
    mute: (person: PersonId, muted: boolean, by?: Joined) => put(`people/${person}/muted`, { muted }, by),
    remove: (person: PersonId, removed: boolean, by?: Joined, at?: TestServer) =>
      put(`people/${person}/removed`, { removed }, by, at),
    put,
    codeOf: (reply: { readonly body: unknown }) => problemSchema.parse(reply.body).code,
  };
}

describe("a person who is muted", () => {
  it("[F60] changes nothing after three seconds, stays present, and writes again when let", async () => {
    const { server, board, awa, bo, later, mute } = await roomWith();
    const witness = connect(server, board.id, awa.session, "board");
    const writer = await openRawPeer(server, board.id, bo.session);
    await synced(witness);
    addNote(writer.doc, "before", bo.person);
    await until(() => writer.acknowledged() > 0, "the first note");
    expect((await mute(bo.person, true)).status).toBe(204);
    // what was under way is let in
    addNote(writer.doc, "under way", bo.person);
    await until(() => writer.acknowledged() > 1, "the second note");
    later(3_000);
    writer.client.send(presenceOf(9, { cursor: [1, 2] }));
    await until(() => witness.provider.awareness.getStates().has(9), "presence");
    addNote(writer.doc, "too late", bo.person);
    expect(await writer.client.closed).toBe(CLOSE.forbidden);
    const again = await openSynced(server, board.id, "board", bo.session);
    expect(again.socket.readyState).toBe(again.socket.OPEN);
    expect((await mute(bo.person, false)).status).toBe(204);
    const free = connect(server, board.id, bo.session, "board");
    await synced(free);
    addNote(free.doc, "again", bo.person);
    await saved(free, 1);
    await until(() => textsOf(witness.doc).includes("again"), "the last note");
    expect(textsOf(witness.doc).sort()).toEqual(["again", "before", "under way"]);
  });

  it("[F60] is a participant, named by a facilitator; everybody sees it", async () => {
    const { server, board, awa, bo, cleo, mute, codeOf } = await roomWith();
    const peer = connect(server, board.id, cleo.session, "workshop");
    await synced(peer);
    const muted = () => [...readWorkshop(peer.doc as StateDoc).rules.muted];
    for (const by of [bo, cleo]) expect((await mute(bo.person, true, by)).status).toBe(403);
    for (const person of [awa.person, cleo.person, newPersonId()])
      expect(codeOf(await mute(person, true))).toBe("bad-request");
    expect(codeOf(await mute("nobody" as PersonId, true))).toBe("bad-request");
    expect(muted()).toEqual([]);
    await mute(bo.person, true);
    await until(() => muted().includes(bo.person), "the mute");
    await mute(bo.person, false);
    await until(() => muted().length === 0, "its end");
  });
});

describe("a person who is removed", () => {
  it("[F61] is out of every document at once, and comes back by no session, link or program", async () => {
    const { server, board, awa, bo, remove } = await roomWith({ dataDir: await openFolder() });
    const trade = (body: object, headers: Record<string, string> = {}, at: TestServer = server) =>
      ask(at, "POST", `/api/boards/${board.id}/sessions`, {
        body: { secret: board.secrets.participant, ...body },
        headers,
      });
    // a page of the same person as its cookie tells
    const page = await trade({ name: "Dina" });
    const cookie = page.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const { person: dina } = page.body as { person: PersonId };
    // a program that asked with it before
    const program = (await trade({ bearer: true }, { cookie })).body as SessionOpened;
    const { session: programs = "" } = program;
    const open = await Promise.all([
      openSynced(server, board.id, "board", bo.session),
      openSynced(server, board.id, "workshop", bo.session),
      openSynced(server, board.id, "board", programs),
      openRaw(server, board.id, "board", { headers: { cookie } }),
    ]);
    const kept = await openSynced(server, board.id, "board", awa.session);
    for (const person of [bo.person, dina]) expect((await remove(person, true)).status).toBe(204);
    for (const client of open) expect(await client.closed).toBe(CLOSE.removed);
    expect(kept.socket.readyState).toBe(kept.socket.OPEN);

    const isOut = async (at: TestServer) => {
      const refused = { status: 403, body: { code: "removed" } };
      for (const document of ["board", "workshop"])
        expect(await (await openRaw(at, board.id, document, { session: bo.session })).closed).toBe(CLOSE.removed);
      expect(await (await openRaw(at, board.id, "board", { headers: { cookie } })).closed).toBe(CLOSE.removed);
      for (const path of ["", "/board.bin", "/versions"])
        expect(await ask(at, "GET", `/api/boards/${board.id}${path}`, { session: bo.session })).toMatchObject(refused);
      expect(await ask(at, "GET", `/api/boards/${board.id}`, { session: programs })).toMatchObject(refused);
      // the link of the board, as the same device and as a program of it
      expect(await trade({}, { cookie }, at)).toMatchObject(refused);
      expect(await trade({ bearer: true }, { cookie }, at)).toMatchObject(refused);
      expect(await trade({ bearer: true }, { authorization: `Bearer ${bo.session}` }, at)).toMatchObject(refused);
      // a device that forgets the board would be another person
      expect(await ask(at, "DELETE", `/api/boards/${board.id}/session`, { session: bo.session })).toMatchObject(
        refused,
      );
      expect((await ask<{ boards: unknown[] }>(at, "GET", "/api/boards", { headers: { cookie } })).body.boards).toEqual(
        [],
      );
    };
    await isOut(server);
    await server.close();
    const again = await server.restart();
    await isOut(again);

    const desk = connect(again, board.id, awa.session, "desk");
    await synced(desk);
    expect([...readDesk(desk.doc as StateDoc).removed.keys()].sort()).toEqual([bo.person, dina, program.person].sort());
    for (const person of [bo.person, dina]) expect((await remove(person, false, awa, again)).status).toBe(204);
    await until(() => readDesk(desk.doc as StateDoc).removed.size === 0, "the list");
    expect((await ask(again, "GET", `/api/boards/${board.id}`, { session: bo.session })).body).toMatchObject({
      person: bo.person,
      name: "Bo",
    });
    const back = await trade({}, { cookie }, again);
    expect(back).toMatchObject({ status: 201, body: { person: dina } });
  });

  it("[F61] does nothing by what they had begun to send: a paper counts for nothing", async () => {
    const server = await startServer();
    const vote = await openVote(server, ["Sleep"]);
    const [bo] = await vote.people(1);
    const [card] = vote.cards;
    if (!bo || !card) throw new Error("a person and a card");
    const id = await vote.open({ method: "dots" });
    const send = await stall(server, "PUT", `/api/boards/${vote.board.id}/ballots/${id}/paper`, {
      session: bo.session,
      body: JSON.stringify({ method: "dots", dots: { [card]: 1 } }),
    });
    const remove = (removed: boolean) => vote.ask("PUT", `people/${bo.person}/removed`, { removed });
    expect((await remove(true)).status).toBe(204);
    expect(await send()).toMatchObject({ status: 403, body: { code: "removed" } });
    expect((await remove(false)).status).toBe(204);
    expect((await vote.own(bo, id)).body.paper).toBeUndefined();
  });

  it("[F61] was named by a facilitator, who is never the last: nobody removes themselves", async () => {
    const { board, awa, bo, cleo, remove, codeOf } = await roomWith();
    for (const by of [bo, cleo]) expect((await remove(awa.person, true, by)).status).toBe(403);
    expect(codeOf(await remove(awa.person, true))).toBe("forbidden");
    expect(codeOf(await remove(newPersonId(), true))).toBe("bad-request");
    const dan = await board.join("facilitator", "Dan");
    // two who remove each other at once: one of them stays
    const replies = await Promise.all([remove(dan.person, true, awa), remove(awa.person, true, dan)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([204, 403]);
  });
});

describe("what those who are together ask of each other", () => {
  const room = async (options: Parameters<typeof startServer>[0] = {}) => {
    const opened = await roomWith(options);
    const { server, board, cleo, put } = opened;
    const look = async (at: TestServer = server) => {
      const peer = connect(at, board.id, cleo.session, "workshop");
      await synced(peer);
      return () => readWorkshop(peer.doc as StateDoc).together;
    };
    return {
      ...opened,
      look,
      hand: (person: PersonId, raised: boolean, by: Joined) => put(`people/${person}/hand`, { raised }, by),
      ready: (isReady: boolean, by: Joined) => put("me/ready", { isReady }, by),
      ask: (isOn: boolean, by?: Joined) => put("ready-check", { isOn }, by),
    };
  };

  it("[F62] a hand is raised by whose it is, lowered by them or a facilitator, and outlives a restart", async () => {
    const { server, board, awa, bo, cleo, later, hand, look, codeOf, remove } = await room({
      dataDir: await openFolder(),
    });
    const seen = await look();
    expect((await hand(cleo.person, true, cleo)).status).toBe(204);
    later(1);
    expect((await hand(bo.person, true, bo)).status).toBe(204);
    expect(codeOf(await hand(bo.person, false, cleo))).toBe("forbidden");
    expect(codeOf(await hand(newPersonId(), true, awa))).toBe("bad-request");
    await until(() => seen().hands.size === 2, "two hands");
    expect(inOrder(seen().hands)).toEqual([cleo.person, bo.person]);
    await server.close();
    const again = await server.restart();
    const after = await look(again);
    expect(inOrder(after().hands)).toEqual([cleo.person, bo.person]);
    await ask(again, "PUT", `/api/boards/${board.id}/people/${cleo.person}/hand`, {
      body: { raised: false },
      session: awa.session,
    });
    await until(() => after().hands.size === 1, "one hand");
    // who is sent off waits no more
    await remove(bo.person, true, awa, again);
    await until(() => after().hands.size === 0, "no hand");
    const lower = (by: Joined) => ask(again, "DELETE", `/api/boards/${board.id}/hands`, { session: by.session });
    expect((await lower(cleo)).status).toBe(403);
    expect((await lower(awa)).status).toBe(204);
  });

  it("[F62, F63] signs are slowed down", async () => {
    const { bo, ready, codeOf } = await room();
    for (let sign = 0; sign < 60; sign += 1) await ready(true, bo);
    expect(codeOf(await ready(true, bo))).toBe("too-many");
  });

  it("[F63] a facilitator asks who is ready, and everybody sees who said yes", async () => {
    const { bo, cleo, ready, ask: check, look, later } = await room();
    const seen = await look();
    expect((await check(true, bo)).status).toBe(403);
    expect((await ready(true, bo)).status).toBe(204);
    expect((await check(true)).status).toBe(204);
    await until(() => seen().readyCheck, "the question");
    expect(seen().readyCheck?.ready.size).toBe(0);
    later(1);
    await ready(true, bo);
    await ready(true, cleo);
    await ready(false, cleo);
    await until(() => seen().readyCheck?.ready.has(bo.person), "a yes");
    expect([...(seen().readyCheck?.ready ?? [])]).toEqual([bo.person]);
    await check(false);
    await until(() => seen().readyCheck === undefined, "its end");
  });

  it("[F64] only facilitators bring everybody somewhere and hide where all point; a place that is none is refused", async () => {
    const { awa, bo, cleo, put, look, codeOf } = await room();
    const seen = await look();
    const place = [10, -20, 800, 600];
    for (const by of [bo, cleo]) {
      expect((await put("gathering", { place }, by)).status).toBe(403);
      expect((await put("cursors", { hidden: true }, by)).status).toBe(403);
    }
    for (const wrong of [[0, 0, 0, 0], [0, 0, 5], [0, 0, -1, 5], ["0", 0, 5, 5], [1e9, 0, 5, 5], [0, 0, 1e12, 5], null])
      expect(codeOf(await put("gathering", { place: wrong }))).toBe("bad-request");
    expect(seen()).toMatchObject({ gathering: undefined, areCursorsHidden: false });
    expect((await put("gathering", { place })).status).toBe(204);
    expect((await put("cursors", { hidden: true })).status).toBe(204);
    await until(() => seen().areCursorsHidden, "the hiding");
    expect(seen().gathering).toEqual({ at: NOW, by: awa.person, place });
  });
});

describe("how evenly participants contribute", () => {
  it("[F66] is counted from what is kept, told to facilitators, and the same after a restart", async () => {
    const options = { dataDir: await openFolder(), voices: { everyMs: 20 } };
    const { server, board, awa, bo } = await roomWith(options);
    const dina = await board.join("participant", "Dina");
    const deskAt = async (at: TestServer) => {
      const desk = connect(at, board.id, awa.session, "desk");
      await synced(desk);
      return () => readDesk(desk.doc as StateDoc).voices;
    };
    const seen = await deskAt(server);
    const [one, two] = [
      connect(server, board.id, bo.session, "board"),
      connect(server, board.id, dina.session, "board"),
    ];
    await Promise.all([synced(one), synced(two)]);
    addNote(one.doc, "first");
    const second = addNote(one.doc, "second");
    await saved(one, 1);
    await until(() => textsOf(two.doc).length === 2, "both notes");
    const text = openCardText(two.doc, second);
    text?.edit("second, and more");
    text?.close();
    await saved(two, 1);
    const counts = (voices: ReturnType<typeof seen>) =>
      Object.fromEntries([...voices].map(([person, { all }]) => [person, all]));
    const expected = {
      [bo.person]: { cards: 2, texts: 0, links: 0, comments: 0 },
      [dina.person]: { cards: 0, texts: 1, links: 0, comments: 0 },
    };
    await until(() => seen().size === 2, "two voices");
    expect(counts(seen())).toEqual(expected);
    await server.close();
    const again = await server.restart();
    const after = await deskAt(again);
    expect(counts(after())).toEqual(expected);
    const three = connect(again, board.id, bo.session, "board");
    await synced(three);
    addNote(three.doc, "third");
    await until(() => after().get(bo.person)?.all.cards === 3, "the third note");
    // who is no facilitator does not see it
    expect(await (await openRaw(again, board.id, "desk", { session: bo.session })).closed).toBe(CLOSE.forbidden);
  });
});

describe("what changed since", () => {
  it("[F68] is told to everybody on the board, and to nobody else", async () => {
    const { server, board, bo, cleo, later, codeOf } = await roomWith();
    const summary = (since: string, session: string | undefined = cleo.session) =>
      ask<WhatChanged>(server, "GET", `/api/boards/${board.id}/changes/summary?since=${since}`, { session });
    const writer = connect(server, board.id, bo.session, "board");
    await synced(writer);
    addNote(writer.doc, "before");
    await saved(writer, 1);
    later(1_000);
    const id = addNote(writer.doc, "after");
    await saved(writer, 2);
    expect((await summary(String(NOW + 1))).body).toEqual({
      changes: [{ thing: id, person: bo.person, did: ["made", "wrote"], at: NOW + 1_000 }],
      isMore: false,
    });
    expect((await summary("0")).body.changes).toHaveLength(2);
    expect((await summary("0", "nobody")).status).toBe(401);
    expect(codeOf(await summary("yesterday"))).toBe("bad-request");
  });
});

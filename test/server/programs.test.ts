import { createBoardDoc, encodeDoc, readDesk, readWorkshop, stateVectorOf } from "@palabre/shared/documents";
import { CLOSE, MESSAGE, SYNC, type SessionOpened } from "@palabre/shared/protocol";
import type { PersonId, Role } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { addNote } from "../helpers/cards.ts";
import { ask, connect, message, openBoard, openRaw, synced, type Joined, type OpenedBoard } from "../helpers/client.ts";
import { openFolder, startServer, type TestServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

describe("a program that opens a link", () => {
  it("[A45] stays one person as long as it brings its session, whatever link it opens and however often", async () => {
    const server = await startServer();
    const [board, other] = [await openBoard(server), await openBoard(server)];
    const open = async ({ id, secrets }: OpenedBoard, role: Role, session: string) => {
      const body = { secret: secrets[role], bearer: true };
      return (await ask<SessionOpened>(server, "POST", `/api/boards/${id}/sessions`, { body, session })).body;
    };
    const first = await board.join("viewer", "Scribe");
    const same = { person: first.person, session: first.session, name: "Scribe" };
    for (let run = 0; run < 3; run += 1)
      expect(await open(board, "viewer", first.session)).toMatchObject({ ...same, role: "viewer" });
    expect(await open(board, "participant", first.session)).toMatchObject({ ...same, role: "participant" });
    const { doc, provider } = connect(server, board.id, first.session, "workshop");
    await synced({ doc, provider });
    expect([...readWorkshop(doc).people.keys()]).toEqual([first.person]);
    // on another board nobody knows it
    expect((await open(other, "viewer", first.session)).session).not.toBe(first.session);
  });

  it("[A45] is not the person of the device on which it runs, whose cookie it brings", async () => {
    const server = await startServer();
    const { id, secrets } = await openBoard(server);
    const open = (bearer: boolean, headers: Readonly<Record<string, string>> = {}) =>
      ask<SessionOpened>(server, "POST", `/api/boards/${id}/sessions`, {
        body: { secret: secrets.participant, bearer },
        headers,
      });
    const device = await open(false);
    const program = await open(true, { cookie: device.headers.getSetCookie()[0]?.split(";")[0] ?? "" });
    expect(program.body.session).toBeDefined();
    expect(program.body.person).not.toBe(device.body.person);
  });
});

interface Came extends SessionOpened {
  readonly code?: string;
}
/** How a request says whose it is. */
type By = { readonly session: string } | { readonly headers: Record<string, string> };

const sessionIn = ({ body }: { readonly body: Came }) => ({ session: body.session ?? "" });
const cookieIn = ({ headers }: { readonly headers: Headers }) => ({
  headers: { cookie: headers.getSetCookie()[0]?.split(";")[0] ?? "" },
});

/** A board on which a device came in by the link of participants, with its cookie, and what a facilitator does about people there. */
async function withDevice(options: Parameters<typeof startServer>[0] = {}) {
  let now = 1_700_000_000_000;
  const server = await startServer({ now: () => now, ...options });
  const board = await openBoard(server);
  const awa = await board.join("facilitator", "Awa");
  const come = async (by: By | undefined, bearer: boolean, role: Role = "participant", at: TestServer = server) =>
    ask<Came>(at, "POST", `/api/boards/${board.id}/sessions`, { body: { secret: board.secrets[role], bearer }, ...by });
  const first = await come(undefined, false);
  const cookie = cookieIn(first);
  const facilitate = (path: string, body: unknown, by: Joined = awa, at: TestServer = server) =>
    ask<Came>(at, "PUT", `/api/boards/${board.id}/${path}`, { body, session: by.session });
  const followed = async <T>(document: "workshop" | "desk", read: (doc: Parameters<typeof readWorkshop>[0]) => T) => {
    const peer = connect(server, board.id, awa.session, document);
    await synced(peer);
    return () => read(peer.doc);
  };
  /** What becomes of a card that is written: `kept`, or the code of the close. */
  const write = async (by: By, person: PersonId) => {
    const client = await openRaw(server, board.id, "board", by);
    const doc = createBoardDoc();
    await client.hears(MESSAGE.sync, SYNC.step1);
    client.send(message(MESSAGE.sync, SYNC.step2, encodeDoc(doc)));
    client.send(message(MESSAGE.sync, SYNC.step1, stateVectorOf(doc)));
    await client.hears(MESSAGE.sync, SYNC.step2);
    addNote(doc, "a note", person);
    client.send(message(MESSAGE.sync, SYNC.update, encodeDoc(doc)));
    client.send(message(MESSAGE.saved, 1));
    return Promise.race([client.closed, client.hears(MESSAGE.saved, 1).then(() => "kept")]);
  };
  return {
    server,
    board,
    awa,
    cookie,
    person: first.body.person,
    come,
    write,
    followed,
    later: (ms: number) => (now += ms),
    mute: (person: PersonId, muted: boolean) => facilitate(`people/${person}/muted`, { muted }),
    remove: (person: PersonId, removed: boolean, by?: Joined, at?: TestServer) =>
      facilitate(`people/${person}/removed`, { removed }, by, at),
    facts: (by: By, at: TestServer = server) => ask<Came>(at, "GET", `/api/boards/${board.id}`, by),
  };
}

describe("a program that asked with somebody's cookie", () => {
  it("[A49] is removed with them, also after a restart, and let back in with them", async () => {
    const opened = await withDevice({ dataDir: await openFolder() });
    const { server, awa, cookie, person, come, remove, facts } = opened;
    const program = await come(cookie, true);
    const by = sessionIn(program);
    // a device to which the program gave its session, and what asks with that, are theirs too
    const further = sessionIn(await come(cookieIn(await come(by, false)), true));
    const stranger = sessionIn(await come(undefined, true));
    await server.close();
    const again = await server.restart();
    expect((await remove(person, true, awa, again)).status).toBe(204);
    for (const one of [by, further])
      expect(await facts(one, again)).toMatchObject({ status: 403, body: { code: "removed" } });
    expect((await come(by, true, "participant", again)).body.code).toBe("removed");
    expect((await facts(stranger, again)).status).toBe(200);
    expect((await remove(person, false, awa, again)).status).toBe(204);
    for (const one of [by, further, cookie]) expect((await facts(one, again)).status).toBe(200);
  });

  it("[A49] goes alone when it is named alone, and removes nobody who would take it along", async () => {
    const { cookie, person, come, remove, facts } = await withDevice();
    const program = await come(cookie, true, "facilitator");
    const by = { ...program.body, ...sessionIn(program) };
    expect((await remove(person, true, by)).body.code).toBe("forbidden");
    expect((await remove(by.person, true)).status).toBe(204);
    expect((await facts({ session: by.session })).body.code).toBe("removed");
    expect((await facts(cookie)).status).toBe(200);
  });

  it("[A49] is muted with them as a participant, whether it asked before or after, and writes again with them", async () => {
    const { cookie, person, come, write, followed, later, mute } = await withDevice();
    const muted = await followed("workshop", (doc) => readWorkshop(doc).rules.muted);
    const [before, leading, watching] = [
      await come(cookie, true),
      await come(cookie, true, "facilitator"),
      await come(cookie, true, "viewer"),
    ];
    expect((await mute(person, true)).status).toBe(204);
    const after = await come(cookie, true);
    const risen = await come(sessionIn(watching), true);
    expect(risen.body).toMatchObject({ person: watching.body.person, role: "participant" });
    later(3_000);
    for (const { body } of [before, after, risen])
      expect(await write({ session: body.session ?? watching.body.session ?? "" }, body.person)).toBe(CLOSE.forbidden);
    expect(await write(sessionIn(leading), leading.body.person)).toBe("kept");
    await until(() => muted().size === 4, "four who are muted");
    expect((await mute(person, false)).status).toBe(204);
    await until(() => muted().size === 0, "nobody muted");
    expect(await write(sessionIn(before), before.body.person)).toBe("kept");
  });

  it("[A49] is refused with them at the door, and let in by itself", async () => {
    const { server, awa, board, come, followed } = await withDevice();
    const door = (path: string, method: "PUT" | "POST", body: unknown) =>
      ask(server, method, `/api/boards/${board.id}/${path}`, { body, session: awa.session });
    await door("waiting", "PUT", { isOn: true });
    const waiting = await followed("desk", (doc) => readDesk(doc).waiting);
    const comer = await come(undefined, false);
    const cookie = cookieIn(comer);
    const program = await come(cookie, true);
    await until(() => waiting().size === 2, "two who wait");
    const standing = async (by: By) =>
      (await ask<{ standing: string }>(server, "GET", `/api/boards/${board.id}/waiting`, by)).body.standing;
    expect((await door("waiting/refuse", "POST", { people: [comer.body.person] })).status).toBe(204);
    expect([await standing(cookie), await standing(sessionIn(program))]).toEqual(["refused", "refused"]);
    await until(() => [...waiting().values()].every(({ isRefused }) => isRefused), "both refused on the desk");
    expect((await door("waiting/admit", "POST", { people: [comer.body.person] })).status).toBe(204);
    expect([await standing(cookie), await standing(sessionIn(program))]).toEqual(["in", "refused"]);
  });

  it("[A49] waits no more once they are removed, and nobody lets it in", async () => {
    const { server, awa, board, cookie, person, come, remove, facts, followed } = await withDevice();
    const door = (path: string, method: "PUT" | "POST", body: unknown) =>
      ask(server, method, `/api/boards/${board.id}/${path}`, { body, session: awa.session });
    await door("waiting", "PUT", { isOn: true });
    const waiting = await followed("desk", (doc) => readDesk(doc).waiting);
    const program = await come(cookie, true);
    await until(() => waiting().has(program.body.person), "a program that waits");
    expect((await remove(person, true)).status).toBe(204);
    await until(() => waiting().size === 0, "nobody who waits");
    expect((await door("waiting/admit", "POST", { people: [program.body.person] })).status).toBe(204);
    expect((await facts(sessionIn(program))).body.code).toBe("removed");
    const people = await followed("workshop", (doc) => readWorkshop(doc).people);
    expect(people().has(program.body.person)).toBe(false);
    expect((await remove(person, false)).status).toBe(204);
    await until(() => waiting().has(program.body.person), "the program that waits again");
    expect((await door("waiting/admit", "POST", {})).status).toBe(204);
    expect((await facts(sessionIn(program))).status).toBe(200);
  });
});

describe("who is muted", () => {
  it("[A50] stays so when their device forgets the board and opens the link again, and so does what they bring", async () => {
    const { server, board, cookie, person, come, write, later, mute } = await withDevice();
    const forget = (by: By) => ask(server, "DELETE", `/api/boards/${board.id}/session`, by);
    const boards = async () => (await ask<{ boards: unknown[] }>(server, "GET", "/api/boards", cookie)).body.boards;
    const program = sessionIn(await come(cookie, true));
    await mute(person, true);
    later(3_000);
    expect(await boards()).toHaveLength(1);
    expect((await forget(cookie)).status).toBe(204);
    expect(await boards()).toEqual([]);
    expect((await ask<Came>(server, "GET", `/api/boards/${board.id}`, cookie)).body.code).toBe("no-session");
    const byProgram = await come(cookie, true);
    expect(await write(sessionIn(byProgram), byProgram.body.person)).toBe(CLOSE.forbidden);
    const back = await come(cookie, false);
    expect(back).toMatchObject({ status: 201, body: { person, role: "participant" } });
    expect(await write(cookie, person)).toBe(CLOSE.forbidden);
    expect((await forget(program)).status).toBe(204);
    expect(await write(program, (await come(program, true)).body.person)).toBe(CLOSE.forbidden);
  });

  it("[A50] is not kept from leaving for good once they may write, nor as a facilitator", async () => {
    const { server, board, cookie, person, come, mute } = await withDevice();
    const forget = () => ask(server, "DELETE", `/api/boards/${board.id}/session`, cookie);
    await mute(person, true);
    await mute(person, false);
    expect((await forget()).status).toBe(204);
    const next = await come(cookie, false);
    expect(next.body.person).not.toBe(person);
    await mute(next.body.person, true);
    expect((await come(cookie, false, "facilitator")).body.role).toBe("facilitator");
    await forget();
    expect((await come(cookie, false)).body.person).not.toBe(next.body.person);
  });
});

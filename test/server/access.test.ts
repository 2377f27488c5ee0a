import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { ROUTES, type RouteDescription } from "@palabre/server/app";
import { readWorkshop } from "@palabre/shared/documents";
import { CLOSE, type BoardFacts, type Links, type SessionOpened } from "@palabre/shared/protocol";
import { newPhaseId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { ask, connect, heardOf, openBoard, openRaw, openSynced, secretOf, synced } from "../helpers/client.ts";
import { PIXEL } from "../helpers/images.ts";
import { stall } from "../helpers/stalled.ts";
import { openFolder, startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const DAY_MS = 86_400_000;

/** The cookie that a reply sets, as a browser sends it back. */
const cookieOf = (headers: Headers): string => headers.getSetCookie()[0]?.split(";")[0] ?? "";

describe("links", () => {
  it("[A1] a link opens its role; a wrong secret, board or value opens nothing", async () => {
    const server = await startServer();
    const [board, other] = [await openBoard(server), await openBoard(server)];
    for (const role of ["facilitator", "participant", "viewer"] as const) {
      const { session } = await board.join(role);
      expect((await ask(server, "GET", `/api/boards/${board.id}`, { session })).body).toMatchObject({ role });
      expect(await ask(server, "GET", `/api/boards/${other.id}`, { session })).toMatchObject({
        status: 401,
        body: { code: "no-session" },
      });
      expect(await (await openRaw(server, other.id, "board", { session })).closed).toBe(CLOSE.noSession);
    }
    const trade = (id: string, secret: string) =>
      ask(server, "POST", `/api/boards/${id}/sessions`, { body: { secret, bearer: true } });
    for (const [id, secret] of [
      [board.id, other.secrets.facilitator],
      [board.id, "A".repeat(24)],
      [board.id, `${board.secrets.viewer}=`],
    ] as const) {
      expect(await trade(id, secret)).toMatchObject({ status: 403, body: { code: "bad-secret" } });
    }
    const nowhere = "V1StGXR8_Z5jdHi6B-myT";
    expect(await trade(nowhere, board.secrets.viewer)).toMatchObject({ status: 404, body: { code: "unknown-board" } });
    expect(await (await openRaw(server, nowhere, "board", { session: "x" })).closed).toBe(CLOSE.unknownBoard);
    expect(await (await openRaw(server, "no-id", "board")).closed).toBe(CLOSE.unknownBoard);
    expect(await (await openRaw(server, board.id, "secrets")).closed).toBe(CLOSE.unknownBoard);
    const strangers = await Promise.all([
      openRaw(server, board.id, "board"),
      openRaw(server, board.id, "board", { session: "x" }),
      openRaw(server, board.id, "board", { session: "A".repeat(43) }),
    ]);
    for (const client of strangers) {
      expect(await client.closed).toBe(CLOSE.noSession);
      expect(client.heard).toEqual([]);
    }
  });

  it("[A2] a rotated link opens nothing; who came by it is out at once, except who rotated", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    const [keeper, other] = [await board.join("facilitator", "Keeper"), await board.join("facilitator", "Other")];
    const [participant, viewer] = [await board.join("participant", "P"), await board.join("viewer", "V")];
    const open = (session: string) => openSynced(server, board.id, "board", session);
    const [kept, ended] = [await open(keeper.session), await open(other.session)];
    const [untouched, watching] = [await open(participant.session), await open(viewer.session)];
    const rotate = (role: string, session: string) =>
      ask<Links>(server, "POST", `/api/boards/${board.id}/links/${role}/rotate`, { session });

    const { body: links } = await rotate("facilitator", keeper.session);
    expect(await ended.closed).toBe(CLOSE.noSession);
    expect(await (await openRaw(server, board.id, "board", { session: other.session })).closed).toBe(CLOSE.noSession);
    expect((await ask(server, "GET", `/api/boards/${board.id}/links`, { session: other.session })).status).toBe(401);
    await expect(board.join("facilitator")).rejects.toThrow("bad-secret");
    expect(links.facilitator).not.toBe(board.links.facilitator);
    expect(links.viewer).toBe(board.links.viewer);
    // the new one opens, and the keeper still sees it
    const body = { secret: secretOf(links.facilitator), bearer: true };
    expect((await ask(server, "POST", `/api/boards/${board.id}/sessions`, { body })).status).toBe(201);
    expect((await ask(server, "GET", `/api/boards/${board.id}/links`, { session: keeper.session })).body).toEqual(
      links,
    );

    await rotate("viewer", keeper.session);
    expect(await watching.closed).toBe(CLOSE.noSession);
    expect((await rotate("viewer", participant.session)).status).toBe(403);
    expect((await rotate("owner", keeper.session)).body).toMatchObject({ code: "bad-request" });
    for (const client of [kept, untouched]) expect(client.socket.readyState).toBe(client.socket.OPEN);
  });

  it("[A2] who came by a rotated link does nothing by what they had begun to send", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    const [keeper, mallory] = [await board.join("facilitator", "Keeper"), await board.join("facilitator", "Mallory")];
    const path = `/api/boards/${board.id}`;
    const phases = [{ id: newPhaseId(), title: { en: "Hers" }, instruction: {} }];
    const body = JSON.stringify({ revision: 0, phases });
    const send = await stall(server, "PUT", `${path}/agenda`, { session: mallory.session, body });
    await ask(server, "POST", `${path}/links/facilitator/rotate`, { session: keeper.session });
    expect(await send()).toMatchObject({ status: 401, body: { code: "no-session" } });
    const { body: agenda } = await ask(server, "GET", `${path}/agenda.json`, { session: keeper.session });
    expect(agenda).toMatchObject({ phases: [] });
  });

  it("[A44] whoever may no longer do it when all of a body has come does nothing by it, on any route", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    const [keeper, mallory] = [await board.join("facilitator", "Keeper"), await board.join("facilitator", "Mallory")];
    const path = `/api/boards/${board.id}`;
    const { session } = mallory;
    const taking = Object.values<RouteDescription>(ROUTES).filter(
      ({ access, body }) => body !== undefined && (access === "person" || access === "facilitator"),
    );
    expect(taking.length).toBeGreaterThan(30);
    const body = JSON.stringify({ name: "Mallory", removed: true });
    const begun = taking.map(async (route) => {
      const at = route.path.replace(":id", board.id).replaceAll(/:\w+/g, "x");
      return [route.path, await stall(server, route.method, at, { session, body })] as const;
    });
    const formOf = (...parts: readonly string[]) => ({
      session,
      type: "multipart/form-data; boundary=line",
      body: Buffer.from(
        [...parts.map((part) => `--line\r\nContent-Disposition: form-data; ${part}\r\n`), "--line--"].join(""),
        "latin1",
      ),
    });
    const rows = "text,date\n" + "An evening,2026-03-10\n".repeat(10);
    const csv = formOf('name="kind"\r\n\r\ncsv', `name="file"; filename="a.csv"\r\n\r\n${rows}`);
    const image = formOf(`name="file"; filename="a.png"\r\n\r\n${PIXEL.toString("latin1")}`);
    const forms = [["sources", csv] as const, ["files", image] as const].map(
      async ([name, form]) => [name, await stall(server, "POST", `${path}/${name}`, form)] as const,
    );
    const sends = await Promise.all([...begun, ...forms]);
    await ask(server, "POST", `${path}/links/facilitator/rotate`, { session: keeper.session });
    const replies = await Promise.all(sends.map(async ([name, send]) => [name, (await send()).status]));
    expect(replies).toEqual(sends.map(([name]) => [name, 401]));
    expect((await ask(server, "GET", `${path}/sources`, { session: keeper.session })).body).toEqual({ sources: [] });
  });

  it("[A12] links and sessions survive a restart; the key is the owner's to read", async () => {
    const dataDir = await openFolder();
    const server = await startServer({ dataDir });
    const board = await openBoard(server);
    const { session, person } = await board.join("facilitator", "Ada");
    await server.close();
    const again = await server.restart();
    expect((await ask(again, "GET", `/api/boards/${board.id}`, { session })).body).toMatchObject({
      person,
      name: "Ada",
    });
    const { body } = await ask<Links>(again, "GET", `/api/boards/${board.id}/links`, { session });
    expect(secretOf(body.viewer)).toBe(board.secrets.viewer);
    const key = join(dataDir, "key");
    expect((await stat(key)).mode & 0o777).toBe(0o600);
    expect(await readFile(key)).toHaveLength(32);
    // with a key in the environment, the file is neither read nor needed
    await again.close();
    const other = await startServer({ dataDir, secretKey: "0123456789abcdef0123456789abcdef" });
    const request = { body: { secret: board.secrets.viewer, bearer: true } };
    expect((await ask(other, "POST", `/api/boards/${board.id}/sessions`, request)).status).toBe(403);
  });
});

describe("sessions", () => {
  it("[A3] a session that is used slides; one that was not used for 180 days opens nothing", async () => {
    let time = 1_000_000;
    const server = await startServer({ now: () => time });
    const board = await openBoard(server);
    const [used, unused] = [await board.join("participant", "Used"), await board.join("participant", "Unused")];
    expect(used.expiresAt).toBe(time + 180 * DAY_MS);
    time += 100 * DAY_MS;
    const look = (session: string) => ask(server, "GET", `/api/boards/${board.id}`, { session });
    expect((await look(used.session)).status).toBe(200);
    time += 81 * DAY_MS;
    expect((await look(used.session)).status).toBe(200);
    expect(await look(unused.session)).toMatchObject({ status: 401, body: { code: "no-session" } });
    expect(await (await openRaw(server, board.id, "board", { session: unused.session })).closed).toBe(CLOSE.noSession);
  });

  it("[A4] a device that opens two links keeps the higher role, its person, and what it has open learns of it", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    const open = (secret: string, cookie: string, name?: string) =>
      ask<SessionOpened>(server, "POST", `/api/boards/${board.id}/sessions`, {
        body: { secret, ...(name === undefined ? {} : { name }) },
        headers: cookie === "" ? {} : { cookie },
      });
    const first = await open(board.secrets.viewer, "", "Ada");
    const cookie = cookieOf(first.headers);
    const socket = await openRaw(server, board.id, "board", { headers: { cookie } });
    await socket.hears(0, 0);
    const second = await open(board.secrets.participant, cookie);
    expect(second.body).toMatchObject({ person: first.body.person, role: "participant", name: "Ada" });
    expect(cookieOf(second.headers)).toBe(cookie);
    // it was told to come back, and comes back with more rights
    expect(await socket.closed).toBe(CLOSE.later);
    expect((await open(board.secrets.viewer, cookie, "Ada L.")).body).toMatchObject({
      role: "participant",
      name: "Ada L.",
    });
    // another device is another person
    expect((await open(board.secrets.viewer, "", "Ada")).body.person).not.toBe(first.body.person);
    const peer = connect(server, board.id, (await board.join("facilitator", "F")).session, "workshop");
    await synced(peer);
    expect(readWorkshop(peer.doc).people.get(first.body.person)).toEqual({
      name: "Ada L.",
      role: "participant",
      colour: first.body.colour,
    });
  });

  it("[A5] a page gets one cookie for all its boards, which no script reads and no other site uses; its value is kept nowhere", async () => {
    const dataDir = await openFolder();
    const server = await startServer({ dataDir, publicUrl: "https://example.org", basePath: "/tree" });
    const [one, two] = [await openBoard(server, "One"), await openBoard(server, "Two")];
    expect(one.links.viewer).toMatch(new RegExp(`^https://example\\.org/tree/b/${one.id}#[\\w-]{24}$`));
    const open = (id: string, secret: string, cookie = "") =>
      ask<SessionOpened>(server, "POST", `/api/boards/${id}/sessions`, {
        body: { secret },
        headers: { origin: "https://example.org", ...(cookie === "" ? {} : { cookie }) },
      });
    const first = await open(one.id, one.secrets.facilitator);
    expect(first.body.session).toBeUndefined();
    expect(first.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^palabre_device=[\w-]{43}; Max-Age=15552000; Path=\/tree; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
    const cookie = cookieOf(first.headers);
    await open(two.id, two.secrets.viewer, cookie);
    const list = await ask<{ boards: BoardFacts[] }>(server, "GET", "/api/boards", { headers: { cookie } });
    expect(list.body.boards.map(({ title, role }) => [title, role])).toEqual([
      ["Two", "viewer"],
      ["One", "facilitator"],
    ]);
    expect((await ask(server, "GET", "/api/boards")).body).toEqual({ boards: [] });
    await server.close();
    const value = cookie.slice("palabre_device=".length);
    for (const file of ["boards.db", "boards.db-wal"]) {
      const bytes = await readFile(join(dataDir, file)).catch(() => Buffer.alloc(0));
      expect(bytes.includes(value)).toBe(false);
    }
  });

  it("[A6] who gives no name is called by one that nobody has, and wears the colour that fewest wear", async () => {
    const server = await startServer({ dataDir: await openFolder() });
    const board = await openBoard(server);
    // all at once, as when a slide shows the code
    const joined = await Promise.all(Array.from({ length: 16 }, () => board.join("participant")));
    expect(new Set(joined.map(({ name }) => name)).size).toBe(16);
    const worn = joined.map(({ colour }) => colour).sort();
    expect(worn).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8]);
  });

  it("[A13] a new name is everybody's to see, and only as a name", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    const { session, person } = await board.join("participant", "Ada");
    const peer = connect(server, board.id, (await board.join("viewer", "Grace")).session, "workshop");
    const rename = (name: unknown) => ask(server, "PATCH", `/api/boards/${board.id}/me`, { session, body: { name } });
    expect((await rename("  Ada \n Lovelace ")).body).toMatchObject({ name: "Ada Lovelace", person });
    await synced(peer);
    await until(() => readWorkshop(peer.doc).people.get(person)?.name === "Ada Lovelace", "the name");
    for (const name of ["", "   ", "x".repeat(41), 7]) {
      expect(await rename(name)).toMatchObject({
        status: 400,
        body: { code: "bad-request", details: { path: "name" } },
      });
    }
  });

  it("[R84] a person takes thirty names a minute, which is told to everybody, and no more", async () => {
    const server = await startServer({ now: () => 1_700_000_000_000 });
    const board = await openBoard(server);
    const [ada, grace] = [await board.join("participant", "Ada"), await board.join("participant", "Grace")];
    const rename = async (session: string, name: string) =>
      (await ask(server, "PATCH", `/api/boards/${board.id}/me`, { session, body: { name } })).status;
    for (let at = 0; at < 30; at += 1) expect(await rename(ada.session, `Ada ${at}`)).toBe(200);
    expect(await rename(ada.session, "Ada once more")).toBe(429);
    expect(await rename(grace.session, "Grace H.")).toBe(200);
    const peer = connect(server, board.id, grace.session, "workshop");
    await synced(peer);
    expect(readWorkshop(peer.doc).people.get(ada.person)?.name).toBe("Ada 29");
  });

  it("[A18] a board that is forgotten on a device is closed there, and only there", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    const [ada, grace] = [await board.join("participant", "Ada"), await board.join("participant", "Grace")];
    const [gone, stays] = [
      await openSynced(server, board.id, "board", ada.session),
      await openSynced(server, board.id, "board", grace.session),
    ];
    const forget = () => ask(server, "DELETE", `/api/boards/${board.id}/session`, { session: ada.session });
    expect((await forget()).status).toBe(204);
    expect(await gone.closed).toBe(CLOSE.noSession);
    expect((await forget()).status).toBe(401);
    expect(stays.socket.readyState).toBe(stays.socket.OPEN);
  });
});

describe("who asks", () => {
  it("[A7] what a page of another site asks changes nothing and opens no socket", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    const opened = await ask(server, "POST", `/api/boards/${board.id}/sessions`, {
      body: { secret: board.secrets.facilitator },
    });
    const cookie = cookieOf(opened.headers);
    const own = `http://localhost:${server.port}`;
    const rename = (headers: Record<string, string>) =>
      ask(server, "PATCH", `/api/boards/${board.id}`, { body: { title: "Renamed" }, headers: { cookie, ...headers } });
    for (const origin of ["https://evil.example", "null", `http://localhost:${server.port + 1}`]) {
      expect(await rename({ origin })).toMatchObject({ status: 403, body: { code: "wrong-origin" } });
      const socket = await openRaw(server, board.id, "board", { headers: { cookie, origin } });
      expect(await socket.closed).toBe(CLOSE.forbidden);
      expect(socket.heard).toEqual([]);
    }
    expect((await ask(server, "GET", `/api/boards/${board.id}`, { headers: { cookie } })).body).toMatchObject({
      title: "Expectations",
    });
    expect((await rename({ origin: own })).status).toBe(200);
    expect((await rename({})).status).toBe(200);
    const socket = await openRaw(server, board.id, "board", {
      headers: { cookie, origin: `http://127.0.0.1:${server.port}` },
    });
    await socket.hears(0, 0);
    // a program says who it is by itself: no page could
    const { session } = await board.join("viewer");
    const program = await openRaw(server, board.id, "board", { session, headers: { origin: "https://evil.example" } });
    await program.hears(0, 0);
    expect(heardOf(program, 0, 0)).toHaveLength(1);
  });

  it("[A8] only facilitators see the links, rename the board, rotate", async () => {
    const server = await startServer();
    const board = await openBoard(server);
    const facilitator = await board.join("facilitator", "F");
    for (const role of ["participant", "viewer"] as const) {
      const { session } = await board.join(role);
      const path = `/api/boards/${board.id}`;
      const forbidden = { status: 403, body: { code: "forbidden" } };
      expect(await ask(server, "GET", `${path}/links`, { session })).toMatchObject(forbidden);
      expect(await ask(server, "PATCH", path, { session, body: { title: "Mine" } })).toMatchObject(forbidden);
      expect(await ask(server, "POST", `${path}/links/viewer/rotate`, { session })).toMatchObject(forbidden);
    }
    const { session } = facilitator;
    expect((await ask(server, "GET", `/api/boards/${board.id}/links`, { session })).body).toEqual(board.links);
    const renamed = await ask(server, "PATCH", `/api/boards/${board.id}`, {
      session,
      body: { title: " New \t title " },
    });
    expect(renamed.body).toMatchObject({ title: "New title", role: "facilitator" });
  });

  it("[A16] floods are slowed down, and a right link always gets in", async () => {
    const limits = { boardsPerMinute: 3, sessionsPerMinute: 1_000, failuresPerMinute: 2, codesPerMinute: 1_000_000 };
    const server = await startServer({ limits });
    const boards = [await openBoard(server), await openBoard(server), await openBoard(server)];
    const flooded = await ask(server, "POST", "/api/boards", { body: { title: "One more" } });
    expect(flooded).toMatchObject({ status: 429, body: { code: "too-many" } });
    expect(flooded.headers.get("retry-after")).toBe("60");
    const [board] = boards;
    if (!board) throw new Error("no board");
    const guess = () => ask(server, "POST", `/api/boards/${board.id}/sessions`, { body: { secret: "guess" } });
    expect([(await guess()).status, (await guess()).status, (await guess()).status]).toEqual([403, 403, 429]);
    expect((await board.join("viewer")).role).toBe("viewer");
  });

  it("[R81] wrong secrets keep nobody out who has a right link, and one link that is flooded no other", async () => {
    const limits = { boardsPerMinute: 9, sessionsPerMinute: 3, failuresPerMinute: 2, codesPerMinute: 1_000_000 };
    const server = await startServer({ limits });
    const board = await openBoard(server);
    const come = async (secret: string) =>
      (await ask(server, "POST", `/api/boards/${board.id}/sessions`, { body: { secret, bearer: true } })).status;
    for (let tried = 0; tried < 9; tried += 1) expect(await come("guess")).toBe(tried < 2 ? 403 : 429);
    for (let came = 0; came < 5; came += 1) expect(await come(board.secrets.participant)).toBe(came < 3 ? 201 : 429);
    expect(await come(board.secrets.facilitator)).toBe(201);
  });
});

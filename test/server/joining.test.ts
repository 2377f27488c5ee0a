import { readDesk, readWorkshop, type StateDoc } from "@palabre/shared/documents";
import { CLOSE, SLIDE, type AtTheDoor, type Joined, type Links, type SlideShown } from "@palabre/shared/protocol";
import { JOIN_LETTERS, newPersonId, readJoinCode } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { ask, connect, openBoard, openRaw, openSynced, secretOf, synced } from "../helpers/client.ts";
import { openFolder, startServer, type ServerOptions, type TestServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const MINUTE_MS = 60_000;

/** A board with a facilitator, and what they and others do at its door; the clock is the test's. */
async function openDoor(options: ServerOptions = {}) {
  const clock = { at: 1_760_000_000_000 };
  const server = await startServer({ now: () => clock.at, ...options });
  const board = await openBoard(server, "Repair café");
  const awa = await board.join("facilitator", "Awa");
  const path = `/api/boards/${board.id}`;
  return {
    clock,
    server,
    board,
    awa,
    show: async (body: object = {}, session = awa.session, at: TestServer = server) =>
      (await ask<SlideShown>(at, "POST", `${path}/slide`, { body, session })).body,
    join: (code: string, body: object = {}, headers: Record<string, string> = {}, at: TestServer = server) =>
      ask<Joined & { code: string }>(at, "POST", "/api/join", { body: { code, bearer: true, ...body }, headers }),
    byLink: (role: "facilitator" | "participant" | "viewer") =>
      ask<Joined>(server, "POST", `${path}/sessions`, { body: { secret: board.secrets[role], bearer: true } }),
    waitingRoom: (isOn: boolean, session = awa.session) =>
      ask(server, "PUT", `${path}/waiting`, { body: { isOn }, session }),
    admit: (body: object, session = awa.session) => ask(server, "POST", `${path}/waiting/admit`, { body, session }),
    refuse: (body: object, session = awa.session) => ask(server, "POST", `${path}/waiting/refuse`, { body, session }),
    door: (session: string | undefined, known?: string) =>
      ask<AtTheDoor>(server, "GET", `${path}/waiting${known === undefined ? "" : `?known=${known}`}`, { session }),
    facts: (session: string | undefined, at: TestServer = server) => ask(at, "GET", path, { session }),
    /** what facilitators see of who waits */
    desk: async () => {
      const peer = connect(server, board.id, awa.session, "desk");
      await synced(peer);
      return () => readDesk(peer.doc as StateDoc);
    },
    people: async () => {
      const peer = connect(server, board.id, awa.session, "workshop");
      await synced(peer);
      return () => [...readWorkshop(peer.doc as StateDoc).people.values()].map(({ name }) => name);
    },
  };
}

const longCodeOf = ({ address }: SlideShown): string => new URL(address).hash.slice(1);
/** A code that is not this one. */
const otherThan = (code: string, index = 1): string => {
  const shifted = JOIN_LETTERS[(JOIN_LETTERS.indexOf(code[0] ?? "") + index) % JOIN_LETTERS.length] ?? "";
  return shifted + code.slice(1);
};

describe("the code of a slide", () => {
  it("[A31] opens the board however it is typed, and as the QR code has it; the address is the join page's", async () => {
    const { show, join, board, facts } = await openDoor({ publicUrl: "https://palabre.example", basePath: "/tree" });
    const slide = await show();
    expect(slide.code).toHaveLength(6);
    expect(slide.address).toMatch(/^https:\/\/palabre\.example\/tree\/join#[A-Z]{16}$/);
    expect(longCodeOf(slide).slice(0, 6)).toBe(slide.code);
    for (const typed of [
      slide.code,
      `${slide.code.slice(0, 3)} ${slide.code.slice(3)}`.toLowerCase(),
      longCodeOf(slide),
    ]) {
      const { status, body } = await join(typed, { name: "Bo" });
      expect([status, body.board, body.role, body.name]).toEqual([201, board.id, "participant", "Bo"]);
      expect((await facts(body.session)).status).toBe(200);
    }
  });

  it("[A31] is good while the slide is shown and 60 s beyond, two hours at most; another one on demand ends it", async () => {
    const { clock, show, join } = await openDoor();
    const slide = await show();
    const tryCode = async (code: string = slide.code) => (await join(code)).body.code;
    for (let shown = 0; shown < 10; shown += 1) {
      clock.at += SLIDE.keepAliveMs;
      expect(await show()).toEqual(slide);
    }
    clock.at += SLIDE.graceMs - 1;
    expect(await tryCode()).toBeUndefined();
    clock.at += 1;
    expect(await tryCode()).toBe("slide-closed");
    // shown again, it is another one
    const second = await show();
    expect(second.code).not.toBe(slide.code);
    expect(await tryCode()).toBe("bad-code");
    const fresh = await show({ isFresh: true });
    expect([await tryCode(second.code), await tryCode(longCodeOf(second)), await tryCode(fresh.code)]).toEqual([
      "bad-code",
      "bad-code",
      undefined,
    ]);
    const start = clock.at;
    while (clock.at + SLIDE.keepAliveMs < fresh.endsAt) {
      clock.at += SLIDE.keepAliveMs;
      expect((await show()).code).toBe(fresh.code);
    }
    clock.at = fresh.endsAt;
    expect(fresh.endsAt - start).toBe(2 * 60 * MINUTE_MS);
    expect(await tryCode(fresh.code)).toBe("slide-closed");
    expect((await show()).code).not.toBe(fresh.code);
  });

  it("[A31] outlives a restart within its life", async () => {
    const { server, show, join, awa } = await openDoor({ dataDir: await openFolder() });
    const slide = await show();
    await server.close();
    const again = await server.restart();
    expect((await join(slide.code, {}, {}, again)).status).toBe(201);
    expect(await show({}, awa.session, again)).toMatchObject({ code: slide.code, endsAt: slide.endsAt });
  });

  it("[A31] two facilitators who show the slide at once show one code; nobody else shows it, and no log has it", async () => {
    const { server, board, show, join } = await openDoor();
    const zoe = await board.join("facilitator");
    const slides = await Promise.all([show(), show({}, zoe.session), show()]);
    expect(new Set(slides.map(({ code }) => code)).size).toBe(1);
    await join(slides[0].code);
    await join(longCodeOf(slides[0]).replace(/.$/, "B"));
    for (const role of ["participant", "viewer"] as const) {
      const { session } = await board.join(role);
      expect(await show({}, session)).toMatchObject({ code: "forbidden" });
    }
    expect(server.lines.join("\n")).not.toContain(slides[0].code);
  });

  it("[A32] wrong codes are refused before they are looked at, once there were too many; the QR code still gets in", async () => {
    const limits = { boardsPerMinute: 99, sessionsPerMinute: 300, failuresPerMinute: 20, codesPerMinute: 5 };
    const { clock, show, join } = await openDoor({ limits });
    const slide = await show();
    const sender = (network: number) => ({ "x-forwarded-for": `203.0.113.${network}` });
    const guess = async (code: string, network = 1) => (await join(code, {}, sender(network))).body.code;
    // what can't be a code is no guess
    expect(await guess("ABC")).toBe("bad-code");
    const guesses = await Promise.all(Array.from({ length: 12 }, (_, at) => guess(otherThan(slide.code, 1 + at))));
    expect([
      guesses.filter((code) => code === "bad-code").length,
      guesses.filter((code) => code === "too-many-codes").length,
    ]).toEqual([5, 7]);
    // even the right one, so that guessing on is worth nothing
    expect(await guess(slide.code)).toBe("too-many-codes");
    expect(await guess(longCodeOf(slide))).toBeUndefined();
    expect(await guess(slide.code, 2)).toBeUndefined();
    // a long code that is wrong is a guess like another
    expect(await guess(longCodeOf(slide).slice(0, 15) + otherThan(longCodeOf(slide).slice(15)), 3)).toBe("bad-code");
    for (let network = 10; network < 60; network += 1) await guess(otherThan(slide.code), network);
    expect(await guess(slide.code, 2)).toBe("too-many-codes");
    expect(await guess(longCodeOf(slide), 2)).toBeUndefined();
    clock.at += 20_000;
    await show();
    expect(await guess(slide.code, 2)).toBeUndefined();
  });

  it("[A32] three hundred people behind one address come in within a minute, fifty slips of the finger among them", async () => {
    const limits = { boardsPerMinute: 99, sessionsPerMinute: 300, failuresPerMinute: 20, codesPerMinute: 60 };
    const { show, join } = await openDoor({ limits });
    const slide = await show();
    const venue = { "x-forwarded-for": "198.51.100.7" };
    const people = Array.from({ length: 299 }, (_, at) => async () => {
      if (at % 6 === 0)
        expect((await join(otherThan(slide.code, 1 + (at % 20)), {}, venue)).body.code).toBe("bad-code");
      return join(slide.code, {}, venue);
    });
    const joined = await Promise.all(people.map((comes) => comes()));
    expect(joined.filter(({ status }) => status !== 201)).toEqual([]);
    expect(new Set(joined.map(({ body }) => body.name)).size).toBe(299);
  }, 60_000);

  it("[A33] makes a participant of who comes, and leaves who is in already who they are", async () => {
    const { server, board, awa, show, join, facts } = await openDoor();
    const slide = await show();
    const cookieOf = (headers: Headers) => headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const first = await join(slide.code, { bearer: false });
    const cookie = cookieOf(first.headers);
    expect(first.body.session).toBeUndefined();
    const again = await join(slide.code, { bearer: false, name: "Bo" }, { cookie });
    expect([again.body.person, again.body.name]).toEqual([first.body.person, "Bo"]);
    // another device is another person, as with a link
    expect((await join(slide.code, { name: "Bo" })).body.person).not.toBe(first.body.person);
    // who was sent off the board does not come back by a code
    const removed = (isRemoved: boolean) =>
      ask(server, "PUT", `/api/boards/${board.id}/people/${first.body.person}/removed`, {
        body: { removed: isRemoved },
        session: awa.session,
      });
    expect((await removed(true)).status).toBe(204);
    expect((await join(slide.code, { bearer: false }, { cookie })).body.code).toBe("removed");
    await removed(false);
    // a device with more rights keeps them
    const led = await ask<Joined>(server, "POST", `/api/boards/${board.id}/sessions`, {
      body: { secret: board.secrets.facilitator },
    });
    const leader = { cookie: cookieOf(led.headers) };
    expect((await join(slide.code, { bearer: false }, leader)).body).toMatchObject({
      role: "facilitator",
      person: led.body.person,
    });
    expect((await facts(undefined)).status).toBe(401);
  });

  it("[A33] who replaces the participants' link ends what was had by a code", async () => {
    const { server, board, awa, show, join, facts } = await openDoor();
    const { body } = await join((await show()).code);
    const client = await openSynced(server, board.id, "board", body.session ?? "");
    await ask<Links>(server, "POST", `/api/boards/${board.id}/links/participant/rotate`, { session: awa.session });
    expect(await client.closed).toBe(CLOSE.noSession);
    expect((await facts(body.session)).body).toMatchObject({ code: "no-session" });
  });
});

describe("a waiting room", () => {
  it("[A34] who waits opens no document and asks nothing of the board, by link or by code; facilitators never wait", async () => {
    const { server, board, show, join, byLink, waitingRoom, facts, people } = await openDoor();
    const before = await board.join("participant", "Early");
    const { code } = await show();
    expect((await waitingRoom(true)).status).toBe(204);
    const names = await people();
    const comers = [await join(code, { name: "Bo" }), await byLink("participant"), await byLink("viewer")];
    for (const { status, body } of comers) {
      expect([status, body.isWaiting]).toEqual([201, true]);
      for (const document of ["board", "workshop", "desk", "draft"]) {
        const client = await openRaw(server, board.id, document, { session: body.session ?? "" });
        expect([CLOSE.waiting, CLOSE.unknownBoard]).toContain(await client.closed);
        expect(client.heard).toEqual([]);
      }
      const asked = ["", "/board.bin", "/posts", "/versions", "/links", "/sources", "/changes"];
      for (const path of asked) {
        const reply = await ask(server, "GET", `/api/boards/${board.id}${path}`, { session: body.session });
        expect([path, reply.status, reply.body]).toMatchObject([path, 403, { code: "waiting" }]);
      }
      expect((await ask(server, "GET", "/api/boards", { session: body.session })).body).toEqual({ boards: [] });
    }
    expect((await byLink("facilitator")).body.isWaiting).toBeUndefined();
    expect((await facts(before.session)).status).toBe(200);
    expect(names()).not.toContain("Bo");
  });

  it("[A34] a device that is in stays in, and one that waits comes in by a facilitator's link", async () => {
    const { server, board, show, join, waitingRoom, desk } = await openDoor();
    const { code } = await show();
    const first = await join(code, { bearer: false });
    const cookie = first.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    await waitingRoom(true);
    expect((await join(code, { bearer: false }, { cookie })).body.isWaiting).toBeUndefined();
    const second = await join(code, { bearer: false });
    const other = second.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const seen = await desk();
    expect([...seen().waiting.keys()]).toEqual([second.body.person]);
    const body = { secret: board.secrets.facilitator };
    const led = await ask<Joined>(server, "POST", `/api/boards/${board.id}/sessions`, {
      body,
      headers: { cookie: other },
    });
    expect(led.body).toMatchObject({ person: second.body.person, role: "facilitator" });
    await until(() => seen().waiting.size === 0, "nobody to wait");
  });

  it("[A35] facilitators see who waits and let one in, who learns it at once and is shown to all", async () => {
    const { server, board, show, join, byLink, waitingRoom, admit, door, desk, facts, people } = await openDoor();
    const { code } = await show();
    await waitingRoom(true);
    const [seen, names] = [await desk(), await people()];
    expect(seen().hasWaitingRoom).toBe(true);
    const [bo, viewer] = [(await join(code, { name: "Bo" })).body, (await byLink("viewer")).body];
    await until(() => seen().waiting.size === 2, "two who wait");
    expect(seen().waiting.get(bo.person)).toMatchObject({ name: "Bo", role: "participant", isRefused: false });
    // another name, while one waits
    const renamed = await ask(server, "PATCH", `/api/boards/${board.id}/me`, {
      body: { name: "Bob" },
      session: bo.session,
    });
    expect(renamed.status).toBe(200);
    await until(() => seen().waiting.get(bo.person)?.name === "Bob", "the new name");
    expect(names()).not.toContain("Bob");
    const start = Date.now();
    expect((await door(bo.session)).body.standing).toBe("waiting");
    const waiting = door(bo.session, "waiting");
    await until(async () => (await door(undefined)).status === 401, "the door to answer others");
    expect((await admit({ people: [bo.person] })).status).toBe(204);
    expect((await waiting).body).toEqual({
      standing: "in",
      title: "Repair café",
      language: "fr",
      name: "Bob",
      role: "participant",
    });
    expect(Date.now() - start).toBeLessThan(5_000);
    await openSynced(server, board.id, "board", bo.session ?? "");
    await until(() => names().includes("Bob"), "Bob among the people");
    await until(() => seen().waiting.size === 1, "one who waits");
    expect((await facts(viewer.session)).body).toMatchObject({ code: "waiting" });
    // those who went are not waited for
    await ask(server, "DELETE", `/api/boards/${board.id}/session`, { session: viewer.session });
    await until(() => seen().waiting.size === 0, "nobody to wait");
  });

  it("[A35] all are let in at once, and by closing the waiting room; nobody else sees or does that", async () => {
    const { server, board, show, join, waitingRoom, admit, refuse, desk, facts } = await openDoor();
    const { code } = await show();
    const early = await board.join("participant");
    await waitingRoom(true);
    const seen = await desk();
    const comers = await Promise.all(Array.from({ length: 30 }, async () => (await join(code)).body));
    await until(() => seen().waiting.size === 30, "thirty who wait");
    const [one] = comers;
    for (const { session } of [early, { session: one?.session }])
      for (const tried of [
        admit({}, session),
        refuse({ people: [newPersonId()] }, session),
        waitingRoom(false, session),
      ])
        expect((await tried).status).toBe(403);
    expect((await admit({})).status).toBe(204);
    expect(
      (await Promise.all(comers.map(({ session }) => facts(session)))).filter(({ status }) => status !== 200),
    ).toEqual([]);
    const late = (await join(code)).body;
    expect(late.isWaiting).toBe(true);
    await waitingRoom(false);
    expect((await facts(late.session)).status).toBe(200);
    expect((await join(code)).body.isWaiting).toBeUndefined();
    await until(() => !seen().hasWaitingRoom && seen().waiting.size === 0, "an open door");
    // a participant never reads the desk
    expect(await (await openRaw(server, board.id, "desk", { session: late.session ?? "" })).closed).toBe(
      CLOSE.forbidden,
    );
  });

  it("[A35] who waits is still waiting after a restart, and is let in then", async () => {
    const { server, show, join, waitingRoom, facts, awa, board } = await openDoor({ dataDir: await openFolder() });
    const { code } = await show();
    await waitingRoom(true);
    const bo = (await join(code)).body;
    await server.close();
    const again = await server.restart();
    expect((await facts(bo.session, again)).body).toMatchObject({ code: "waiting" });
    expect((await join(code, {}, {}, again)).body.isWaiting).toBe(true);
    await ask(again, "POST", `/api/boards/${board.id}/waiting/admit`, { body: {}, session: awa.session });
    expect((await facts(bo.session, again)).status).toBe(200);
  });

  it("[A36] who was refused stays out by every link but a facilitator's, until let in after all", async () => {
    const { server, board, awa, show, join, waitingRoom, admit, refuse, door, desk } = await openDoor();
    const { code } = await show();
    await waitingRoom(true);
    const seen = await desk();
    const comer = await join(code, { bearer: false });
    const cookie = comer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const { person } = comer.body;
    const byLink = (role: "participant" | "facilitator") =>
      ask<Joined & { code: string }>(server, "POST", `/api/boards/${board.id}/sessions`, {
        body: { secret: board.secrets[role] },
        headers: { cookie },
      });
    const waiting = ask<AtTheDoor>(server, "GET", `/api/boards/${board.id}/waiting?known=waiting`, {
      headers: { cookie },
    });
    // who is in can't be refused at the door
    expect((await refuse({ people: [person, awa.person] })).status).toBe(204);
    expect((await waiting).body.standing).toBe("refused");
    for (const known of [undefined, "in", "waiting"]) expect((await door(awa.session, known)).body.standing).toBe("in");
    expect((await door(awa.session, "else")).status).toBe(400);
    expect((await join(code, { bearer: false }, { cookie })).body.code).toBe("refused");
    expect((await byLink("participant")).body.code).toBe("refused");
    // a device that forgets the board would come as somebody new
    const forgetting = await ask(server, "DELETE", `/api/boards/${board.id}/session`, { headers: { cookie } });
    expect([forgetting.status, forgetting.body]).toMatchObject([403, { code: "refused" }]);
    expect((await byLink("participant")).body.code).toBe("refused");
    expect(await (await openRaw(server, board.id, "board", { headers: { cookie } })).closed).toBe(CLOSE.refused);
    await until(() => seen().waiting.get(person)?.isRefused === true, "the refusal on the desk");
    // neither letting in all who wait, nor closing the waiting room, nor another link lets them in
    await admit({});
    await waitingRoom(false);
    await ask(server, "POST", `/api/boards/${board.id}/links/participant/rotate`, { session: awa.session });
    const { body: links } = await ask<Links>(server, "GET", `/api/boards/${board.id}/links`, { session: awa.session });
    const body = { secret: secretOf(links.participant) };
    const tried = await ask(server, "POST", `/api/boards/${board.id}/sessions`, { body, headers: { cookie } });
    expect(tried.body).toMatchObject({ code: "refused" });
    expect((await admit({ people: [person] })).status).toBe(204);
    const come = await ask<Joined>(server, "POST", `/api/boards/${board.id}/sessions`, { body, headers: { cookie } });
    expect(come.body).toMatchObject({ person, role: "participant" });
    expect(seen().waiting.size).toBe(0);
    expect(readJoinCode(code)).toBe(code);
    expect((await byLink("facilitator")).body.role).toBe("facilitator");
  });
});

import { existsSync } from "node:fs";
import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { readBoard, readWorkshop, type BoardDoc, type StateDoc } from "@palabre/shared/documents";
import { CLOSE, problemSchema, type FileKept, type SlideShown } from "@palabre/shared/protocol";
import { expect, it, onTestFinished } from "vitest";
import { addNote } from "../helpers/cards.ts";
import { ask, connect, openBoard, openRaw, openSynced, saved, synced, type Peer } from "../helpers/client.ts";
import { PIXEL } from "../helpers/images.ts";
import { BUILT_SERVER } from "../helpers/runServer.ts";
import { describeServers, runTwo } from "../helpers/servers.ts";
import type { ServerAddress } from "../helpers/startServer.ts";
import { NOWHERE, openProxy, type TcpProxy } from "../helpers/tcpProxy.ts";
import { until } from "../helpers/until.ts";

const titles = (peer: Peer) => [...readBoard(peer.doc).cards.values()].map(({ text }) => text).toSorted();
const missing = (ids: Iterable<string>, doc: BoardDoc): readonly string[] => {
  const kept = new Set<string>(readBoard(doc).cards.keys());
  return [...ids].filter((id) => !kept.has(id));
};

async function readToTheEnd(reader: ReadableStreamDefaultReader | undefined): Promise<void> {
  while (!(await reader?.read())?.done);
}

interface Asked {
  readonly method?: string;
  /** as it stands in the head, unread by anybody */
  readonly address: string;
  readonly session?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}
const asking = ({ port }: ServerAddress, { method = "GET", address, session, headers = {} }: Asked) =>
  request({
    port,
    host: "127.0.0.1",
    method,
    path: address,
    headers: { ...(session === undefined ? {} : { authorization: `Bearer ${session}` }), ...headers },
  });
/** The status and the code of a refusal. */
async function askAt(server: ServerAddress, asked: Asked): Promise<readonly (number | string | undefined)[]> {
  // as bytes: with a text, the head would be written as UTF-8
  const answered = asking(server, asked).end(Buffer.from(JSON.stringify(asked.body)));
  const [answer] = (await once(answered, "response")) as [IncomingMessage];
  const text = (await answer.toArray()).join("");
  const isProblem = answer.headers["content-type"] === "application/problem+json";
  return isProblem ? [answer.statusCode, problemSchema.parse(JSON.parse(text)).code] : [answer.statusCode];
}
/** Opens a WebSocket, of which no frame is read. */
async function upgradeAt(server: ServerAddress, address: string): Promise<void> {
  const headers = {
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": Buffer.alloc(16).toString("base64"),
  };
  const answered = asking(server, { address, headers }).end();
  const [, socket] = (await once(answered, "upgrade")) as [IncomingMessage, Socket];
  onTestFinished(() => void socket.destroy());
}
const connectionsAt = async (server: ServerAddress) =>
  (await ask<{ connections: number }>(server, "GET", "/healthz")).body.connections;
const escaped = (text: string) => text.replaceAll(/./g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

/** A board that the first server keeps, and somebody who came to each of them. */
async function openAtBoth(one: ServerAddress, two: ServerAddress) {
  const board = await openBoard(one);
  const { session } = await board.join("participant", "Ada");
  const near = connect(one, board.id, session, "board");
  const far = connect(two, board.id, session, "board");
  await Promise.all([synced(near), synced(far)]);
  return { board, session, near, far };
}

describeServers("two servers that share their boards", (postgres) => {
  it.skipIf(!existsSync(BUILT_SERVER))(
    "[S70] a board is one, whichever server people and programs come to",
    async () => {
      const { all } = await runTwo(postgres);
      const [one, two] = all;
      for (const [here, there] of [
        [one, two],
        [two, one],
      ] as const) {
        const board = await openBoard(here);
        const awa = await board.join("facilitator", "Awa");
        const near = connect(here, board.id, awa.session, "board");
        const far = connect(there, board.id, awa.session, "board");
        await Promise.all([synced(near), synced(far)]);
        addNote(near.doc, "from here");
        addNote(far.doc, "from there");
        await Promise.all([saved(near, 1), saved(far, 1)]);
        await until(() => titles(near).length === 2 && titles(far).length === 2, "both notes on both");
        // a command at one is seen at the other
        const workshop = connect(there, board.id, awa.session, "workshop");
        await synced(workshop);
        const renamed = await ask(there, "PATCH", `/api/boards/${board.id}`, {
          body: { title: "Renamed there" },
          session: awa.session,
        });
        expect(renamed.status).toBeLessThan(300);
        await until(() => readWorkshop(workshop.doc as StateDoc).title === "Renamed there", "the new title");
        // whoever joins by a code comes in at any
        const slide = await ask<SlideShown>(there, "POST", `/api/boards/${board.id}/slide`, {
          body: {},
          session: awa.session,
        });
        for (const place of all) {
          const joined = await ask<{ board: string; session: string }>(place, "POST", "/api/join", {
            body: { code: slide.body.code, bearer: true, name: "Bo" },
          });
          expect(joined.status).toBe(201);
          expect(joined.body.board).toBe(board.id);
          const facts = await ask(place, "GET", `/api/boards/${board.id}`, { session: joined.body.session });
          expect(facts.status).toBe(200);
        }
        // an image that is brought to one is had from the other
        const form = new FormData();
        form.set("file", new Blob([PIXEL as BlobPart], { type: "image/png" }), "a.png");
        const headers = { authorization: `Bearer ${awa.session}` };
        const images = `/api/boards/${board.id}/files`;
        const kept = await fetch(`${there.url}${images}`, { method: "POST", body: form, headers });
        const { file } = (await kept.json()) as FileKept;
        const image = await fetch(`${here.url}${images}/${file}`, { headers });
        expect(Buffer.from(await image.arrayBuffer())).toEqual(PIXEL);
        const links = await Promise.all(
          all.map(
            async (place) =>
              (await ask(place, "GET", `/api/boards/${board.id}/links`, { session: awa.session })).status,
          ),
        );
        expect(links).toEqual([200, 200]);
      }
      const nobody = await ask(two, "GET", `/api/boards/${"x".repeat(21)}`);
      expect(nobody.status).toBe(404);
    },
  );

  it.skipIf(!existsSync(BUILT_SERVER))(
    "[S71] a server that is killed takes nothing with it: the other keeps its boards within seconds",
    async () => {
      const { all, again } = await runTwo(postgres);
      const [one, two] = all;
      const { board, session, near, far } = await openAtBoth(one, two);
      const acknowledged = Array.from({ length: 40 }, (_, at) =>
        addNote(at % 2 === 0 ? near.doc : far.doc, `note ${at}`),
      );
      await Promise.all([saved(near, 1), saved(far, 1)]);
      const seen = await until(() => titles(near).length === 40 && titles(far).length === 40, "all on both");
      expect(seen).toBe(true);
      one.kill("SIGKILL");
      await one.ended;
      const late = addNote(far.doc, "while nobody keeps it");
      await until(() => far.provider.wsconnected === false, "the line to break");
      await until(() => far.provider.synced, "the other server to keep the board", 20_000);
      await saved(far, 2);
      const fresh = connect(two, board.id, session, "board");
      await synced(fresh);
      expect(missing([...acknowledged, late], fresh.doc)).toEqual([]);
      // who was at the killed one comes back once it is there again, to a board that is kept elsewhere now
      await again(0);
      await until(() => near.provider.synced && titles(near).includes("while nobody keeps it"), "the news", 20_000);
      addNote(near.doc, "by way of the other");
      await saved(near, 3);
      await until(() => titles(far).includes("by way of the other"), "the note on the other side");
    },
  );

  it.skipIf(!existsSync(BUILT_SERVER))(
    "[S72] a server that froze keeps nothing it did not say in time: it starts anew, and all come to the same",
    async () => {
      const { all } = await runTwo(postgres);
      const [one, two] = all;
      const { board, session, near, far } = await openAtBoth(one, two);
      const before = addNote(near.doc, "before");
      await saved(near, 1);
      one.kill("SIGSTOP");
      const frozen = addNote(near.doc, "to the frozen one");
      const fresh = connect(two, board.id, session, "board");
      // its connections through the other are ended once the board is kept there
      await until(() => fresh.provider.synced, "the other server to keep the board", 30_000);
      await until(() => far.provider.synced, "those who came by way of the other", 30_000);
      const meanwhile = addNote(fresh.doc, "meanwhile");
      await saved(fresh, 2);
      one.kill("SIGCONT");
      await until(() => one.output().includes("is back among the others"), "the frozen one to start anew", 30_000);
      const ids = [before, frozen, meanwhile];
      await until(() => [near, far, fresh].every(({ doc }) => missing(ids, doc).length === 0), "all on all", 30_000);
      await saved(near, 3);
      const reader = connect(two, board.id, session, "board");
      await synced(reader);
      expect(titles(reader)).toEqual(["before", "meanwhile", "to the frozen one"]);
    },
  );

  it.skipIf(!existsSync(BUILT_SERVER))(
    "[S72] what was asked of a server that froze is answered once it is given up, and what it was telling ends",
    async () => {
      const { all } = await runTwo(postgres);
      const [one, two] = all;
      const board = await openBoard(one);
      const { session } = await board.join("facilitator", "Ada");
      const path = `/api/boards/${board.id}`;
      const slide = await ask<SlideShown>(two, "POST", `${path}/slide`, { body: {}, session });
      const events = await fetch(`${two.url}${path}/pocket/events`, {
        headers: { authorization: `Bearer ${session}` },
      });
      const reader = events.body?.getReader();
      expect((await reader?.read())?.done).toBe(false);
      one.kill("SIGSTOP");
      const asked = ask(two, "GET", path, { session });
      const joining = ask(two, "POST", "/api/join", { body: { code: slide.body.code, bearer: true, name: "Bo" } });
      for (const { status, body, headers } of await Promise.all([asked, joining])) {
        expect([status, problemSchema.parse(body).code]).toEqual([503, "store-failed"]);
        expect(headers.get("cache-control")).toBe("no-store");
      }
      await expect(readToTheEnd(reader)).rejects.toThrow("terminated");
      // by now the other one keeps the board
      await until(async () => (await ask(two, "GET", path, { session })).status === 200, "the board there", 20_000);
      one.kill("SIGCONT");
    },
  );

  it.skipIf(!existsSync(BUILT_SERVER))(
    "[S72] a server that is cut off from the database promises nothing, and comes back to boards that the other keeps",
    async () => {
      const lines: TcpProxy[] = [];
      const { all, databaseUrl } = await runTwo(postgres, {}, async (url) => {
        const line = await openProxy(Number(new URL(url).port));
        lines.push(line);
        return url.replace(/:\d+\//, `:${line.port}/`);
      });
      const [one, two] = all;
      const { board, session, near, far } = await openAtBoth(one, two);
      const before = addNote(near.doc, "before");
      await saved(near, 1);
      lines[0]?.leadTo(NOWHERE);
      lines[0]?.cut();
      let isPromised = false;
      const cutOff = addNote(near.doc, "to the one that is cut off");
      void saved(near, 2).then(() => (isPromised = true));
      const fresh = connect(two, board.id, session, "board");
      await until(() => fresh.provider.synced && far.provider.synced, "the other server to keep the board", 30_000);
      const meanwhile = addNote(far.doc, "meanwhile");
      await saved(far, 3);
      expect(isPromised).toBe(false);
      expect(titles(fresh)).not.toContain("to the one that is cut off");
      lines[0]?.leadTo(Number(new URL(databaseUrl).port));
      await until(() => one.output().includes("is back among the others"), "the one to start anew", 30_000);
      const ids = [before, cutOff, meanwhile];
      await until(() => [near, far, fresh].every(({ doc }) => missing(ids, doc).length === 0), "all on all", 30_000);
    },
  );

  it.skipIf(!existsSync(BUILT_SERVER))(
    "[S73] without Redis all goes on; a server that leaves hands its boards over",
    async () => {
      const { all, redis } = await runTwo(postgres);
      const [one, two] = all;
      await redis.stop();
      const board = await openBoard(one);
      const { session } = await board.join("participant", "Ada");
      const far = connect(two, board.id, session, "board");
      await synced(far);
      addNote(far.doc, "without Redis");
      await saved(far, 1);
      await redis.start();
      // it may be back before the server that left has ended
      let isCut = false;
      far.provider.on("status", ({ status }) => (isCut ||= status === "disconnected"));
      one.kill("SIGTERM");
      expect(await one.ended).toBe(0);
      await until(() => isCut, "the line to end");
      await until(() => far.provider.synced, "the other server to keep the board", 5_000);
      addNote(far.doc, "kept by the other");
      await saved(far, 2);
      expect(titles(far)).toEqual(["kept by the other", "without Redis"]);
    },
  );

  it.skipIf(!existsSync(BUILT_SERVER))(
    "[S75] nobody but a server brings a trunk, and nothing is handed on twice",
    async () => {
      const { all } = await runTwo(postgres);
      const [one, two] = all;
      const board = await openBoard(one);
      const { session } = await board.join("participant");
      const handedOn = (server: ServerAddress) =>
        ask<{ code: string }>(server, "GET", `/api/boards/${board.id}`, { session, headers: { "x-palabre-hop": "1" } });
      expect(await handedOn(one)).toMatchObject({ status: 200 });
      expect(await handedOn(two)).toMatchObject({ status: 503, body: { code: "store-failed" } });
      for (const headers of [{}, { authorization: "Bearer none" }, { "x-palabre-server": "one", authorization: "" }]) {
        const asking = request(`${one.url}/servers/trunk`, {
          headers: { connection: "Upgrade", upgrade: "palabre-trunk", ...headers },
        });
        const answered = new Promise<string>((resolve) => {
          asking.on("upgrade", () => resolve("taken"));
          asking.on("response", () => resolve("answered"));
          asking.on("error", () => resolve("cut"));
        });
        asking.end();
        expect(await answered).toBe("cut");
      }
      expect((await ask(two, "GET", `/api/boards/${board.id}`, { session })).status).toBe(200);
    },
  );

  it.skipIf(!existsSync(BUILT_SERVER))(
    "[S76] who tries links is counted by the address it comes from, whichever server it comes to",
    async () => {
      const { all } = await runTwo(postgres, { FAILURES_PER_MINUTE: "6" });
      const [one, two] = all;
      const board = await openBoard(one);
      const tryAt = async (server: ServerAddress, address: string) => {
        const body = { secret: "x".repeat(43), name: "Mallory", bearer: true };
        const headers = { "x-forwarded-for": address };
        return (await ask(server, "POST", `/api/boards/${board.id}/sessions`, { body, headers })).status;
      };
      const answers: number[] = [];
      for (let turn = 0; turn < 4; turn += 1) {
        for (const server of all) answers.push(await tryAt(server, "203.0.113.7"));
      }
      expect(answers).toEqual([...Array<number>(6).fill(403), 429, 429]);
      // a neighbour behind the same proxy, by way of the other server, has tried nothing yet
      expect(await tryAt(two, "203.0.113.8")).toBe(403);
    },
  );

  it.skipIf(!existsSync(BUILT_SERVER))(
    "[S78] however an address is written, it leads to the server that keeps its board, and nowhere else",
    async () => {
      const { all } = await runTwo(postgres);
      const [one, two] = all;
      const board = await openBoard(one);
      const { session, person } = await board.join("facilitator", "Ada");
      const workshop = connect(one, board.id, session, "workshop");
      await synced(workshop);
      let ended = 0;
      workshop.provider.on("connection-close", () => (ended += 1));
      const hands = () => readWorkshop(workshop.doc as StateDoc).together.hands;
      const hand = `people/${person}/hand`;
      const addresses = [
        `/api/boards/${escaped(board.id)}/${hand}`,
        `/${escaped("api").toUpperCase()}/boards/${board.id}/${hand}`,
        `/api/./boards/${board.id}/${hand}`,
        `/api/x/%2E./boards/${board.id}/${hand}#x`,
        `http://elsewhere/api/boards/${board.id}/${hand}`,
      ];
      for (const [turn, address] of addresses.entries()) {
        const raised = turn % 2 === 0;
        expect(await askAt(two, { method: "PUT", address, session, body: { raised } }), address).toEqual([204]);
        await until(() => hands().has(person) === raised, `${address} at the keeper`);
      }
      const before = await connectionsAt(one);
      const sockets = [
        `/sync/./${board.id}/board?session=${session}`,
        `/sync\\${board.id}\\board?session=${session}`,
        `/x/..${escaped("/sync").replace("%2f", "/")}/${escaped(board.id)}/board?session=${session}`,
        `http://elsewhere/sync/${board.id}/board?session=${session}`,
      ];
      for (const address of sockets) await upgradeAt(two, address);
      await until(async () => (await connectionsAt(one)) === before + sockets.length, "all of them at the keeper");
      expect(await connectionsAt(two)).toBe(0);
      // what names its board in its body goes to the keeper as well
      const slide = await ask<SlideShown>(one, "POST", `/api/boards/${board.id}/slide`, { body: {}, session });
      const joining = { code: slide.body.code, bearer: true, name: "Bo" };
      const elsewhere = { method: "POST", address: "http://127.0.0.1:1/api/join", body: joining };
      expect(await askAt(two, elsewhere)).toEqual([201]);
      // the keeper writes on
      const renamed = { body: { title: "Renamed" }, session };
      expect((await ask(one, "PATCH", `/api/boards/${board.id}`, renamed)).status).toBe(200);
      await until(() => readWorkshop(workshop.doc as StateDoc).title === "Renamed", "the new title");
      expect(ended).toBe(0);
    },
  );

  it.skipIf(!existsSync(BUILT_SERVER))(
    "[S79] a board whose address is put together by the host that is named is not written",
    async () => {
      const { all } = await runTwo(postgres);
      const board = await openBoard(all[0]);
      const { session, person } = await board.join("participant", "Ada");
      const workshop = connect(all[0], board.id, session, "workshop");
      await synced(workshop);
      for (const server of all) {
        const address = `/boards/${board.id}/people/${person}/hand`;
        // as long as the name that it stands for, xn--tda, it passes for one
        const headers = { host: "ü/./api" };
        const asked = { method: "PUT", address, session, body: { raised: true }, headers };
        expect(await askAt(server, asked)).toEqual([400, "bad-request"]);
      }
      expect(readWorkshop(workshop.doc as StateDoc).together.hands.size).toBe(0);
    },
  );

  it.skipIf(!existsSync(BUILT_SERVER))(
    "[S80, U7] a server that leaves ends those whom it leads to another one after the other, and leads nobody new",
    async () => {
      const { all } = await runTwo(postgres, { DRAIN_MS: "6000" });
      const [one, two] = all;
      const board = await openBoard(one);
      const { session } = await board.join("participant", "Ada");
      const watching = (await board.join("viewer")).session;
      const clients = [
        await openSynced(two, board.id, "board", watching),
        await openSynced(two, board.id, "board", watching),
      ] as const;
      const far = connect(two, board.id, session, "board");
      await synced(far);
      const areOpen = () => [...clients.map(({ socket }) => socket.readyState === 1), far.provider.wsconnected];
      two.kill("SIGTERM");
      expect(await clients[0].closed).toBe(CLOSE.restart);
      expect(areOpen()).toEqual([false, true, true]);
      const late = await openRaw(two, board.id, "board", { session: watching });
      expect(await late.closed).toBe(CLOSE.restart);
      addNote(far.doc, "a last word");
      await saved(far, 1);
      expect(await clients[1].closed).toBe(CLOSE.restart);
      expect(areOpen()).toEqual([false, false, true]);
      const code = new Promise((resolve) => far.provider.once("connection-close", (event) => resolve(event?.code)));
      expect(await code).toBe(CLOSE.restart);
      expect(await two.ended).toBe(0);
      const near = connect(one, board.id, session, "board");
      await synced(near);
      expect(titles(near)).toEqual(["a last word"]);
    },
  );
});

import { AppError } from "@palabre/shared/errors";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { WebSocketServer, type WebSocket } from "ws";
import type { Resolve } from "./guardedFetch.ts";
import { createGuardedSocket } from "./guardedSocket.ts";

const servers: Server[] = [];
async function serve(
  onOpen: (socket: WebSocket) => void,
): Promise<{ port: number; opened: () => number; headers: () => unknown }> {
  const server = createServer((_, response) => response.writeHead(404).end());
  const sockets = new WebSocketServer({ server });
  let opened = 0;
  let headers: unknown;
  sockets.on("connection", (socket, request) => {
    opened += 1;
    headers = request.headers;
    onOpen(socket);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: (server.address() as AddressInfo).port, opened: () => opened, headers: () => headers };
}
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});
const resolveTo =
  (...answers: string[]): Resolve =>
  (_host, _options, callback) =>
    callback(
      null,
      answers.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
const NEVER = new AbortController().signal;
async function codeOf(promise: Promise<unknown>): Promise<string> {
  const fault: unknown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(fault instanceof AppError)) throw new Error("expected an AppError", { cause: fault });
  expect(JSON.stringify([fault.message, fault.details, fault.cause])).not.toContain("127.0.0.1");
  return fault.code;
}
const quiet = { signal: NEVER, onMessage: () => undefined };

describe("a stream", () => {
  test.each(["127.0.0.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "10.0.0.1", "169.254.169.254"])(
    "[L107] to the private address %s is refused before anything is sent",
    async (host) => {
      const inner = await serve(() => undefined);
      const connect = createGuardedSocket({ allow: [], ports: [inner.port] });
      expect(await codeOf(connect(`ws://${host}:${inner.port}/`, quiet))).toBe("private-address");
      expect(inner.opened()).toBe(0);
    },
  );

  test.each(["127.0.0.1", "93.184.216.34, 127.0.0.1", "::1"])(
    "[L107] to a name that resolves to %s is refused: every answer must be public",
    async (answers) => {
      const inner = await serve(() => undefined);
      const resolve = resolveTo(...answers.split(", "));
      const connect = createGuardedSocket({ allow: [], ports: [inner.port], resolve });
      expect(await codeOf(connect(`ws://stream.example:${inner.port}/`, quiet))).toBe("private-address");
      expect(inner.opened()).toBe(0);
    },
  );

  test.each([
    ["ftp://stream.example/", "bad-address"],
    ["ws://me:pass@stream.example/", "bad-address"],
    ["ws://stream.example:22/", "bad-address"],
    ["stream.example", "bad-address"],
  ])("[L107] %s is refused: %s", async (url, code) => {
    expect(await codeOf(createGuardedSocket({ allow: [] })(url, quiet))).toBe(code);
  });

  test("[L107] follows no redirect, and tells a status, a refusal and a silent handshake apart", async () => {
    const inner = await serve(() => undefined);
    const outer = createServer();
    outer.on("upgrade", (request, socket) => {
      if (request.url === "/silent") {
        onTestFinished(() => void socket.destroy());
        return;
      }
      const location = `ws://127.0.0.1:${inner.port}/`;
      socket.end(`HTTP/1.1 302 Found\r\nlocation: ${location}\r\nconnection: close\r\n\r\n`);
    });
    servers.push(outer);
    await new Promise<void>((resolve) => outer.listen(0, "127.0.0.1", resolve));
    const { port } = outer.address() as AddressInfo;
    const connect = createGuardedSocket({ allow: [`127.0.0.1:${port}`, "127.0.0.1:1"], handshakeMs: 200 });
    expect(await codeOf(connect(`ws://127.0.0.1:${port}/`, quiet))).toBe("source-status");
    expect(await codeOf(connect(`ws://127.0.0.1:${port}/silent`, quiet))).toBe("unreachable");
    expect(await codeOf(connect("ws://127.0.0.1:1/", quiet))).toBe("unreachable");
    expect(inner.opened()).toBe(0);
  });

  test("[L107] is left when a message is too large, or when it says nothing for long", async () => {
    const large = await serve((socket) => socket.send("x".repeat(2_000)));
    const silent = await serve(() => undefined);
    const allow = [large, silent].map(({ port }) => `127.0.0.1:${port}`);
    const connect = createGuardedSocket({ allow, maxBytes: 1_000, silentMs: 100 });
    expect(await codeOf(connect(`ws://127.0.0.1:${large.port}/`, quiet))).toBe("unreachable");
    expect(await codeOf(connect(`ws://127.0.0.1:${silent.port}/`, quiet))).toBe("source-timeout");
  });

  test("[L107] hands over its messages and ends with its host, or when it is left", async () => {
    const heard: string[] = [];
    const host = await serve((socket) => {
      socket.send("un");
      socket.send(Buffer.from("deux"));
      socket.close();
    });
    const connect = createGuardedSocket({ allow: [`127.0.0.1:${host.port}`] });
    const onMessage = (text: string) => void heard.push(text);
    await connect(`ws://127.0.0.1:${host.port}/`, { signal: NEVER, headers: { authorization: "Bearer t" }, onMessage });
    expect(heard).toEqual(["un", "deux"]);
    expect(host.headers()).toMatchObject({ authorization: "Bearer t" });
    const open = await serve(() => undefined);
    const leave = new AbortController();
    const onOpen = () => leave.abort();
    const listen = createGuardedSocket({ allow: [`127.0.0.1:${open.port}`] });
    await listen(`ws://127.0.0.1:${open.port}/`, { signal: leave.signal, onOpen, onMessage });
    await listen(`ws://127.0.0.1:${open.port}/`, { signal: leave.signal, onMessage });
    expect(open.opened()).toBe(1);
  });
});

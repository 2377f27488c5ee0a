import { AppError } from "@palabre/shared/errors";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { isPublicAddress } from "./addresses.ts";
import { createGuardedFetch, type Resolve } from "./guardedFetch.ts";
import { readRetryAfter } from "./pause.ts";

const SECRET = "the secret of the inner network";
const servers: Server[] = [];

interface Served {
  readonly port: number;
  readonly url: string;
  readonly requests: IncomingMessage[];
}
async function serve(listener: RequestListener, host = "127.0.0.1"): Promise<Served> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    listener(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return { port, url: `http://127.0.0.1:${port}/`, requests };
}
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const resolveTo =
  (...answers: string[]): Resolve =>
  (_host, _options, callback) =>
    callback(
      null,
      answers.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );

async function faultOf(promise: Promise<unknown>): Promise<AppError> {
  const fault = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(fault instanceof AppError)) throw new Error("expected an AppError", { cause: fault });
  // L10: whatever happened, nothing of what was found is told
  const told = JSON.stringify([fault.message, fault.details, fault.cause, fault.stack?.split("\n")[0]]);
  expect(told).not.toContain(SECRET);
  expect(told).not.toContain("127.0.0.1");
  return fault;
}
const codeOf = async (promise: Promise<unknown>): Promise<string> => (await faultOf(promise)).code;

describe("addresses", () => {
  test.each([
    "0.0.0.0",
    "0.1.2.3",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.1.1",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.9.9",
    "192.0.0.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.19.255.255",
    "192.0.2.1",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "239.1.1.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::ffff:0:7f00:1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "fc00::1",
    "fd12::1",
    "fe80::1",
    "febf::1",
    "fec0::1",
    "ff02::1",
    "100::1",
    "5f00::1",
    "3fff::1",
    "4000::1",
    "",
    "localhost",
    "127.1",
    "::1%eth0",
  ])("[L7] %s is not public", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  test.each([
    "1.1.1.1",
    "9.255.255.255",
    "100.63.0.1",
    "172.32.0.1",
    "193.0.0.1",
    "223.255.255.255",
    "2606:4700::1111",
    "2a00:1450::1",
  ])("[L7] %s is public", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe("guarded fetch", () => {
  test.each([
    "127.0.0.1",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "0x7f.1",
    "017700000001",
    "0177.0.0.1",
    "127.1",
    "127.0.1",
    "0.0.0.0",
    "0",
    "127。0。0。1",
    "１２７.0.0.1",
    "%31%32%37.0.0.1",
    "127.0.0.1.",
    "[::1]",
    "[::]",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[64:ff9b::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "[fe80::1]",
    "[fc00::1]",
    "169.254.169.254",
    "10.0.0.1",
  ])("[L7] the literal form %s of a private address is refused before anything is sent", async (host) => {
    const inner = await serve((_, response) => response.end(SECRET));
    const guardedFetch = createGuardedFetch({ allow: [], ports: [inner.port] });
    expect(await codeOf(guardedFetch(`http://${host}:${inner.port}/`))).toBe("private-address");
    expect(inner.requests).toHaveLength(0);
  });

  test.each(["127.0.0.1", "::1", "::ffff:127.0.0.1", "0.0.0.0", "93.184.216.34, 127.0.0.1", "2606:4700::1111, ::1"])(
    "[L7] a name that resolves to %s is refused: every answer must be public",
    async (answers) => {
      const inner = await serve((_, response) => response.end(SECRET));
      const guardedFetch = createGuardedFetch({
        allow: [],
        ports: [inner.port],
        resolve: resolveTo(...answers.split(", ")),
      });
      expect(await codeOf(guardedFetch(`http://feeds.example:${inner.port}/`))).toBe("private-address");
      expect(inner.requests).toHaveLength(0);
    },
  );

  test.each(["localhost", "LOCALHOST", "localhost."])(
    "[L7] %s is refused by what the system resolves it to",
    async (host) => {
      const inner = await serve((_, response) => response.end(SECRET));
      const fault = await faultOf(
        createGuardedFetch({ allow: [], ports: [inner.port] })(`http://${host}:${inner.port}/`),
      );
      expect(["private-address", "unreachable"]).toContain(fault.code);
      expect(inner.requests).toHaveLength(0);
    },
  );

  test("[L7] the address that is checked is the address that is used: a name that changes is resolved once for each connection", async () => {
    const inner = await serve((_, response) => response.end(SECRET));
    let asked = 0;
    // public when asked first, private from then on, as a rebinding name server answers
    const resolve: Resolve = (host, options, callback) => {
      asked += 1;
      resolveTo(asked === 1 ? "2000::1" : "127.0.0.1")(host, options, callback);
    };
    const guardedFetch = createGuardedFetch({ allow: [], ports: [inner.port], resolve, timeoutMs: 300 });
    expect(["source-timeout", "unreachable"]).toContain(
      await codeOf(guardedFetch(`http://feeds.example:${inner.port}/`)),
    );
    expect(asked).toBe(1);
    expect(await codeOf(guardedFetch(`http://feeds.example:${inner.port}/`))).toBe("private-address");
    expect(inner.requests).toHaveLength(0);
  });

  test.each(["http://127.0.0.1", "http://2130706433", "http://[::ffff:127.0.0.1]", "http://inner.example"])(
    "[L7] a redirect to %s is refused as the address itself is",
    async (target) => {
      const inner = await serve((_, response) => response.end(SECRET));
      const outer = await serve((_, response) =>
        response.writeHead(302, { location: `${target}:${inner.port}/` }).end(),
      );
      const guardedFetch = createGuardedFetch({
        allow: [`127.0.0.1:${outer.port}`],
        ports: [inner.port],
        resolve: resolveTo("127.0.0.1"),
      });
      expect(await codeOf(guardedFetch(outer.url))).toBe("private-address");
      expect([outer.requests.length, inner.requests.length]).toEqual([1, 0]);
    },
  );

  test.each([
    ["ftp://feeds.example/", "scheme"],
    ["file:///etc/passwd", "scheme"],
    ["data:text/xml,<rss/>", "scheme"],
    ["javascript:alert(1)", "scheme"],
    ["http://me@feeds.example/", "credentials"],
    ["http://:pass@feeds.example/", "credentials"],
    ["http://feeds.example:22/", "port"],
    ["https://feeds.example:6379/", "port"],
    ["http://1.1.1.1:8080/", "port"],
    ["feeds.example/rss", "syntax"],
    ["http://", "syntax"],
    ["http://a b/", "syntax"],
    ["http://[::1%25eth0]/", "syntax"],
    ["", "syntax"],
  ])("[L7] %s is refused: %s", async (url, reason) => {
    const fault = await faultOf(createGuardedFetch({ allow: [] })(url));
    expect({ code: fault.code, details: fault.details }).toEqual({ code: "bad-address", details: { reason } });
  });

  test.each(["ftp://feeds.example/", "http://me:pass@feeds.example/", "//feeds.example:22/x", "file:///etc/passwd"])(
    "[L7] a redirect to %s is refused",
    async (target) => {
      const outer = await serve((_, response) => response.writeHead(301, { location: target }).end());
      expect(await codeOf(createGuardedFetch({ allow: [`127.0.0.1:${outer.port}`] })(outer.url))).toBe("bad-address");
    },
  );

  test("[L8] the operator opens one host and port, and no other", async () => {
    const open = await serve((_, response) => response.end("open"));
    const shut = await serve((_, response) => response.end(SECRET));
    const guardedFetch = createGuardedFetch({
      allow: [`127.0.0.1:${open.port}`],
      ports: [80, 443, shut.port, open.port],
    });
    expect(Buffer.from((await guardedFetch(open.url)).body).toString()).toBe("open");
    expect(await codeOf(guardedFetch(shut.url))).toBe("private-address");
    expect(await codeOf(guardedFetch(`http://127.0.0.2:${open.port}/`))).toBe("private-address");
  });

  test("[L8] an opened name may resolve to a private address", async () => {
    const open = await serve((_, response) => response.end("open"));
    const guardedFetch = createGuardedFetch({ allow: [`LocalHost:${open.port}`] });
    expect((await guardedFetch(`http://localhost:${open.port}/`)).status).toBe(200);
  });

  test("[L9] redirects are followed three times, to relative addresses too, and not a fourth", async () => {
    const server = await serve((request, response) => {
      const step = Number(request.url?.slice(1) ?? 0);
      if (step === 0) response.end("arrived");
      else response.writeHead(step % 2 ? 302 : 308, { location: `/${step - 1}` }).end("on");
    });
    const guardedFetch = createGuardedFetch({ allow: [`127.0.0.1:${server.port}`] });
    const reply = await guardedFetch(`${server.url}3`);
    expect([reply.url, Buffer.from(reply.body).toString()]).toEqual([`${server.url}0`, "arrived"]);
    expect((await faultOf(guardedFetch(`${server.url}100`))).details).toEqual({ redirects: 3 });
    expect(server.requests).toHaveLength(8);
  });

  test("[L9] a host that never answers, or drips, is left after the time for all of it", async () => {
    const silent = await serve(() => undefined);
    const drip = await serve((_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write("x"), 20);
      response.on("close", () => clearInterval(timer));
    });
    const slowHops = await serve((_, response) =>
      setTimeout(() => response.writeHead(302, { location: "/" }).end(), 150),
    );
    const nameless: Resolve = () => undefined;
    const allow = [silent, drip, slowHops].map(({ port }) => `127.0.0.1:${port}`);
    const guardedFetch = createGuardedFetch({ allow, resolve: nameless, timeoutMs: 300 });
    for (const url of [silent.url, drip.url, slowHops.url, "http://feeds.example/"]) {
      const startedAt = performance.now();
      expect(await codeOf(guardedFetch(url))).toBe("source-timeout");
      expect(performance.now() - startedAt).toBeLessThan(2_000);
    }
  });

  test("[L9] bytes are counted after inflation, whatever is declared", async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
    const server = await serve((request, response) => {
      if (request.url === "/bomb") response.writeHead(200, { "content-encoding": "gzip" }).end(bomb);
      else if (request.url === "/declared") response.writeHead(200, { "content-length": 2 * 1024 ** 3 }).write("x");
      else if (request.url === "/tower")
        response.writeHead(200, { "content-encoding": "gzip, gzip" }).end(gzipSync(bomb));
      else if (request.url === "/torn")
        response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("whole").subarray(0, 12));
      else if (request.url === "/small") response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("whole"));
      else {
        response.on("error", () => undefined);
        const more = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536)));
          if (!response.destroyed) response.once("drain", more);
        };
        more();
      }
    });
    const guardedFetch = createGuardedFetch({ allow: [`127.0.0.1:${server.port}`] });
    for (const path of ["bomb", "declared", "endless"]) {
      const fault = await faultOf(guardedFetch(server.url + path));
      expect([fault.code, fault.details]).toEqual(["source-too-large", { mebibytes: 2 }]);
    }
    expect(await codeOf(guardedFetch(`${server.url}tower`))).toBe("unreachable");
    expect(await codeOf(guardedFetch(`${server.url}torn`))).toBe("unreachable");
    expect(Buffer.from((await guardedFetch(`${server.url}small`)).body).toString()).toBe("whole");
  });

  test("[L10] neither credentials nor cookies nor a referrer are sent, on no hop", async () => {
    const server = await serve((request, response) => {
      if (request.url === "/") response.writeHead(302, { location: "/next", "set-cookie": "a=1" }).end();
      else response.end("ok");
    });
    await createGuardedFetch({ allow: [`127.0.0.1:${server.port}`] })(server.url, {
      etag: '"1"',
      lastModified: "bad\r\nx: y",
    });
    expect(server.requests.map(({ headers }) => Object.keys(headers).toSorted())).toEqual(
      Array(2).fill(["accept", "accept-encoding", "connection", "host", "if-none-match", "user-agent"]),
    );
  });

  test("[L10] a fault tells its code and status, and nothing of the body or of where a name led", async () => {
    const server = await serve((_, response) => response.writeHead(500, { "retry-after": "120" }).end(SECRET));
    const fault = await faultOf(createGuardedFetch({ allow: [`127.0.0.1:${server.port}`] })(server.url));
    expect([fault.code, fault.details]).toEqual(["source-status", { status: 500, retryAfterSeconds: 120 }]);
    const closed = await serve(() => undefined);
    servers.at(-1)?.close();
    const refused = await faultOf(
      createGuardedFetch({ allow: [`localhost:${closed.port}`] })(`http://localhost:${closed.port}/`),
    );
    expect([refused.code, refused.details]).toEqual(["unreachable", { reason: "ECONNREFUSED" }]);
    const nameless: Resolve = (_host, _options, callback) =>
      callback(Object.assign(new Error("getaddrinfo"), { code: "ENOTFOUND" }), []);
    expect(
      (await faultOf(createGuardedFetch({ allow: [], resolve: nameless })("http://feeds.example/"))).details,
    ).toEqual({ reason: "ENOTFOUND" });
  });

  test("[L106] what proves who asks goes to the origin that was asked, and to no other", async () => {
    const other = await serve((_, response) => response.end("there"));
    const first = await serve((request, response) => {
      const target = request.url === "/away" ? `${other.url}x` : "/here";
      if (request.url === "/here") response.end("here");
      else response.writeHead(302, { location: target }).end();
    });
    const allow = [first, other].map(({ port }) => `127.0.0.1:${port}`);
    const guardedFetch = createGuardedFetch({ allow });
    const headers = { authorization: "Bearer t", "x-goog-api-key": "k" };
    await guardedFetch(`${first.url}stay`, { headers });
    await guardedFetch(`${first.url}away`, { headers });
    expect(first.requests.map((request) => request.headers.authorization)).toEqual(Array(3).fill("Bearer t"));
    const got = Object.keys(other.requests[0]?.headers ?? {});
    expect([got.includes("authorization"), got.includes("x-goog-api-key")]).toEqual([false, false]);
  });

  test("[L106] what is sent as JSON follows no redirect, wherever it leads", async () => {
    const other = await serve((_, response) => response.end(SECRET));
    const first = await serve((request, response) => {
      const target = request.url === "/in" ? "http://10.0.0.1/" : request.url === "/away" ? other.url : "/";
      response.writeHead(307, { location: target }).end();
    });
    const guardedFetch = createGuardedFetch({ allow: [first, other].map(({ port }) => `127.0.0.1:${port}`) });
    const codes = ["", "away", "in"].map((path) => codeOf(guardedFetch(first.url + path, { json: { password: "p" } })));
    expect(await Promise.all(codes)).toEqual(["source-redirects", "source-redirects", "private-address"]);
    expect([first.requests.length, other.requests.length, first.requests[0]?.method]).toEqual([3, 0, "POST"]);
  });

  test("[L13] Retry-After is a number of seconds or a date", () => {
    const now = Date.UTC(2024, 0, 1, 12, 0, 0);
    expect(
      [undefined, "120", "Mon, 01 Jan 2024 12:01:30 GMT", "Mon, 01 Jan 2024 11:00:00 GMT", "soon", "-5", "0"].map(
        (header) => readRetryAfter(header, now),
      ),
    ).toEqual([undefined, 120, 90, undefined, undefined, undefined, undefined]);
  });
});

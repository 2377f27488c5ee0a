import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { AppError } from "@palabre/shared/errors";
import { boardIdSchema } from "@palabre/shared/terms";
import { afterEach, describe, expect, it } from "vitest";
import { createApi } from "./api.ts";

const board = boardIdSchema.parse("Ab_-56789012345678901");
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A house that answers as told; the API lives under a path of it. */
const houseThat = async (answer: (request: IncomingMessage, response: ServerResponse) => void) => {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return createApi(() => `http://127.0.0.1:${port}/rooms/`);
};
const faultOf = async (promise: Promise<unknown>): Promise<AppError> => {
  const fault: unknown = await promise.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(fault instanceof AppError)) throw new Error("no AppError was thrown", { cause: fault });
  return fault;
};
const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text);
};

describe("the bytes of a board", () => {
  it("come as they are, and a refusal says why", async () => {
    const api = await houseThat((request, response) => {
      if (request.url === `/rooms/api/boards/${board}/board.bin?then=sync`) response.end(Buffer.from([1, 2, 255]));
      else response.writeHead(500).end();
    });
    expect(await api.fetchBoardBytes(board)).toEqual(Uint8Array.of(1, 2, 255));
    const closed = await houseThat((_request, response) => {
      response.writeHead(401).end(JSON.stringify({ type: "t", title: "t", status: 401, code: "no-session" }));
    });
    expect((await faultOf(closed.fetchBoardBytes(board))).code).toBe("no-session");
  });
});

describe("a command", () => {
  it("goes to its address under the base, with its body as JSON, and its reply is read", async () => {
    const links = { facilitator: "f", participant: "p", viewer: "v" };
    let seen: unknown;
    const api = await houseThat((request, response) => {
      void bodyOf(request).then((body) => {
        seen = [request.method, request.url, request.headers["content-type"], body];
        response.writeHead(201).end(JSON.stringify({ id: board, links }));
      });
    });
    expect(await api.createBoard({ title: "Essai", template: "repair-cafe", language: "fr" })).toEqual({
      id: board,
      links,
    });
    expect(seen).toEqual([
      "POST",
      "/rooms/api/boards",
      "application/json",
      { title: "Essai", template: "repair-cafe", language: "fr" },
    ]);
  });

  it("may have no reply", async () => {
    const api = await houseThat((_, response) => void response.writeHead(204).end());
    expect(await api.forget(board)).toBeUndefined();
  });

  it("narrows a list by what is given, and by nothing else", async () => {
    let address: string | undefined;
    const api = await houseThat((request, response) => {
      address = request.url;
      response.end(JSON.stringify({ posts: [], total: 0 }));
    });
    await api.posts(board, { query: "soir, tard", before: undefined, limit: 5 });
    expect(address).toBe(`/rooms/api/boards/${board}/posts?query=soir%2C+tard&limit=5`);
  });
});

describe("a refusal", () => {
  it("has the code and the details that the server gives", async () => {
    const problem = { type: "about:blank", title: "x", status: 429, code: "too-many", details: { seconds: 60 } };
    const api = await houseThat((_, response) => void response.writeHead(429).end(JSON.stringify(problem)));
    const { code, details } = await faultOf(api.boardFacts(board));
    expect({ code, details }).toEqual({ code: "too-many", details: { seconds: 60, status: 429 } });
  });

  it("of a proxy between is told by its status", async () => {
    const codes: string[] = [];
    for (const status of [502, 503, 413, 429, 500, 404]) {
      const api = await houseThat((_, response) => void response.writeHead(status).end("<html>"));
      codes.push((await faultOf(api.boardFacts(board))).code);
    }
    expect(codes).toEqual(["unreachable", "unreachable", "body-too-large", "too-many", "internal", "bad-request"]);
  });

  it("is `internal` when a reply is not what was promised", async () => {
    const api = await houseThat((_, response) => void response.end(JSON.stringify({ boards: "many" })));
    expect((await faultOf(api.listBoards())).code).toBe("internal");
  });

  it("is `unreachable` when nobody answers", async () => {
    const api = await houseThat((request) => void request.socket.destroy());
    expect((await faultOf(api.listBoards())).code).toBe("unreachable");
  });
});

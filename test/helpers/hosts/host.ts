import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One thing that somebody said at a host. */
export interface Said {
  /** counts up with time */
  readonly number: number;
  text: string;
  readonly at: number;
  editedAt: number | undefined;
  likes: number;
}
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly json: unknown;
}
type Answer = (asked: Asked, response: ServerResponse) => unknown;

/** A host out there that speaks JSON: what people say at it, and who asked for it. */
export interface Host {
  /** `host:port` */
  readonly host: string;
  readonly url: string;
  readonly server: Server;
  /** newest first; what was removed isn't there */
  said(): readonly Said[];
  say(text: string, at: number): Said;
  edit(text: string, change: string, at: number): void;
  remove(text: string): void;
  like(text: string, likes: number): void;
  readonly asked: Asked[];
  /** Answers everything with this status, or in this way; undefined = well again. */
  fail(how: number | Answer | undefined, headers?: Readonly<Record<string, string>>): void;
  /** Answers after so many ms. */
  delay(ms: () => number): void;
  close(): Promise<void>;
}

/** @param answer what it gives is sent as JSON; undefined = it answered itself, or there is nothing */
export async function startHost(
  answer: (asked: Asked, response: ServerResponse, host: Host) => unknown,
): Promise<Host> {
  const said: Said[] = [];
  const asked: Asked[] = [];
  let delay = (): number => 0;
  let failing: { how: number | Answer; headers: Readonly<Record<string, string>> } | undefined;
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? "/", "http://host");
    const body = Buffer.concat(chunks).toString("utf8");
    const one: Asked = {
      method: request.method ?? "GET",
      path: decodeURIComponent(url.pathname),
      query: url.searchParams,
      headers: request.headers,
      json: body === "" ? undefined : JSON.parse(body),
    };
    asked.push(one);
    const wait = delay();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    if (typeof failing?.how === "number") return void response.writeHead(failing.how, failing.headers).end("{}");
    const reply = failing ? (failing.how as Answer)(one, response) : answer(one, response, host);
    if (response.writableEnded || (reply === undefined && failing)) return;
    if (reply === undefined) return void response.writeHead(404).end('{"error":"Record not found"}');
    response.setHeader("content-type", "application/json; charset=utf-8");
    response.end(JSON.stringify(reply));
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const find = (text: string): Said => {
    const found = said.find((one) => one.text === text);
    if (!found) throw new Error(`nobody said: ${text}`);
    return found;
  };
  let last = 0;
  const host: Host = {
    host: address,
    url: `http://${address}`,
    server,
    said: () => said.toSorted((a, b) => b.number - a.number),
    say: (text, at) => {
      last += 1;
      const one: Said = { number: last, text, at, editedAt: undefined, likes: 0 };
      said.push(one);
      return one;
    },
    edit: (text, change, at) => {
      Object.assign(find(text), { text: change, editedAt: at });
    },
    remove: (text) => void said.splice(said.indexOf(find(text)), 1),
    like: (text, likes) => {
      find(text).likes = likes;
    },
    asked,
    fail: (how, headers = {}) => {
      failing = how === undefined ? undefined : { how, headers };
    },
    delay: (ms) => {
      delay = ms;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return host;
}

export const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
export const iso = (at: number): string => new Date(at).toISOString();

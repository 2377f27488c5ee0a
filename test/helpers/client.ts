import {
  createBoardDoc,
  createStateDoc,
  type BoardDoc,
  type DocumentName,
  type StateDoc,
} from "@palabre/shared/documents";
import type { BoardCreated, CreateBoard, SessionOpened } from "@palabre/shared/protocol";
import type { BoardId, PersonId, Role } from "@palabre/shared/terms";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { ServerAddress } from "./startServer.ts";
import { until } from "./until.ts";

export interface Reply<T = unknown> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** One request; a body that is no string goes as JSON. Reads what comes back as JSON where it says so. */
export async function ask<T = unknown>(
  server: Pick<ServerAddress, "url">,
  method: string,
  path: string,
  options: { body?: unknown; session?: string | undefined; headers?: Record<string, string> } = {},
): Promise<Reply<T>> {
  const { body, session, headers = {} } = options;
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: { ...(session === undefined ? {} : { authorization: `Bearer ${session}` }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, body: (isJson ? JSON.parse(text) : text) as T, headers: response.headers };
}

export interface Joined extends SessionOpened {
  readonly session: string;
}
export interface OpenedBoard {
  readonly id: BoardId;
  readonly links: BoardCreated["links"];
  readonly secrets: { readonly [R in Role]: string };
  /** a new person who came by that link, with a bearer's session */
  join(role: Role, name?: string): Promise<Joined>;
}

export const secretOf = (link: string): string => new URL(link).hash.slice(1);

/** Makes a board and gives what it takes to come in. */
export async function openBoard(
  server: Pick<ServerAddress, "url">,
  about: string | CreateBoard = "Expectations",
): Promise<OpenedBoard> {
  const request = typeof about === "string" ? { title: about } : about;
  const { body } = await ask<BoardCreated>(server, "POST", "/api/boards", { body: request });
  const { id, links } = body;
  const secrets = {
    facilitator: secretOf(links.facilitator),
    participant: secretOf(links.participant),
    viewer: secretOf(links.viewer),
  };
  return {
    id,
    links,
    secrets,
    join: async (role, name) => {
      const request = { secret: secrets[role], bearer: true, ...(name === undefined ? {} : { name }) };
      const reply = await ask<SessionOpened>(server, "POST", `/api/boards/${id}/sessions`, { body: request });
      if (reply.body.session === undefined) throw new Error(`no session: ${JSON.stringify(reply.body)}`);
      people.set(reply.body.session, reply.body.person);
      return { ...reply.body, session: reply.body.session };
    },
  };
}

/** Who came in by a session, and whose a connected copy is: all that is born must name its maker. */
const people = new Map<string, PersonId>();
const makers = new WeakMap<Y.Doc, PersonId>();
export const makerOf = (doc: Y.Doc): PersonId | undefined => makers.get(doc);

const syncUrl = (server: ServerAddress) =>
  `ws://127.0.0.1:${server.port}${new URL(server.url).pathname.replace(/\/$/, "")}/sync`;

export interface Peer<Doc = BoardDoc> {
  readonly doc: Doc;
  readonly provider: WebsocketProvider;
}

/** The stock provider, as any Yjs program would use it. `doc`: a copy that was there before; `asked`: what follows the address. Closed when the test ends. */
export function connect(
  server: ServerAddress,
  board: BoardId,
  session: string,
  document: "board" | "draft",
  doc?: BoardDoc,
  asked?: Readonly<Record<string, string>>,
): Peer<BoardDoc>;
export function connect(server: ServerAddress, board: BoardId, session: string, document: DocumentName): Peer<StateDoc>;
export function connect(
  server: ServerAddress,
  board: BoardId,
  session: string,
  document: DocumentName | "draft",
  doc: Y.Doc = document === "board" || document === "draft" ? createBoardDoc() : createStateDoc(),
  asked: Readonly<Record<string, string>> = {},
): Peer<Y.Doc> {
  const person = people.get(session);
  if (person !== undefined) makers.set(doc, person);
  const provider = new WebsocketProvider(`${syncUrl(server)}/${board}`, document, doc, {
    params: { session, ...asked },
    WebSocketPolyfill: WebSocket as never,
    disableBc: true,
    maxBackoffTime: 100,
  });
  onTestFinished(() => provider.destroy());
  return { doc, provider };
}

export const synced = (peer: Peer<Y.Doc>): Promise<boolean> => until(() => peer.provider.synced, "the provider's sync");

/** Asks whether all it sent before is on disk; resolves when the server says so. */
export function saved(peer: Peer<Y.Doc>, n: number): Promise<void> {
  return new Promise((resolve) => {
    peer.provider.messageHandlers[100] = (_encoder, decoder) => {
      if (decoding.readVarUint(decoder) === n) resolve();
    };
    peer.provider.ws?.send(message(100, n));
  });
}

/** varints and byte strings in a row: a message by hand */
export const message = (...parts: readonly (number | Uint8Array | string)[]): Uint8Array<ArrayBuffer> =>
  encoding.encode((encoder) => {
    for (const part of parts) {
      if (typeof part === "number") encoding.writeVarUint(encoder, part);
      else if (typeof part === "string") encoding.writeVarString(encoder, part);
      else encoding.writeVarUint8Array(encoder, part);
    }
  });

/** A hand-made client: sends what it is told to, keeps what it hears. */
export interface RawClient {
  readonly socket: WebSocket;
  readonly heard: readonly Uint8Array[];
  /** resolves with the close code */
  readonly closed: Promise<number>;
  send(frame: Uint8Array | string): void;
  /** the first frame heard that begins so */
  hears(...start: readonly number[]): Promise<Uint8Array>;
}

export async function openRaw(
  server: ServerAddress,
  board: string,
  document: string,
  options: { session?: string; headers?: Record<string, string> } = {},
): Promise<RawClient> {
  const query = options.session === undefined ? "" : `?session=${options.session}`;
  const socket = new WebSocket(`${syncUrl(server)}/${board}/${document}${query}`, { headers: options.headers ?? {} });
  const heard: Uint8Array[] = [];
  // the socket gives Buffers unless told otherwise
  socket.on("message", (data) => heard.push(new Uint8Array(data as Buffer)));
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  await new Promise<void>((resolve, reject) => {
    socket.on("open", resolve);
    socket.on("error", reject);
  });
  onTestFinished(() => socket.terminate());
  return {
    socket,
    heard,
    closed,
    send: (frame) => socket.send(frame),
    hears: (...start) =>
      until(
        () => heard.find((frame) => start.every((byte, index) => frame[index] === byte)),
        `a frame ${start.join(" ")}`,
      ),
  };
}

/** Says hello as a client does: answers the server's question, asks its own, and waits for the answer. */
export async function openSynced(
  server: ServerAddress,
  board: string,
  document: string,
  session: string,
): Promise<RawClient> {
  const client = await openRaw(server, board, document, { session });
  await client.hears(0, 0);
  client.send(message(0, 1, Y.encodeStateAsUpdate(new Y.Doc())));
  client.send(message(0, 0, Y.encodeStateVector(new Y.Doc())));
  await client.hears(0, 1);
  return client;
}

/** Comes back once the server has read all that was sent before; what it had to say until then has arrived. */
export async function roundTrip(client: RawClient): Promise<void> {
  const answered = new Promise<void>((resolve) => client.socket.once("pong", () => resolve()));
  client.socket.ping();
  await answered;
}

/** The frames heard that begin so. */
export const heardOf = (client: RawClient, ...start: readonly number[]): readonly Uint8Array[] =>
  client.heard.filter((frame) => start.every((byte, index) => frame[index] === byte));

/** The bytes that a sync message carries. */
export function bodyOf(frame: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(frame);
  decoding.readVarUint(decoder);
  decoding.readVarUint(decoder);
  return decoding.readVarUint8Array(decoder);
}

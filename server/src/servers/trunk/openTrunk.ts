import { request, type IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { createSender, type Sender } from "./sender.ts";
import type { Asked } from "./takeTrunk.ts";
import { createReader, TYPES, type TrunkMessage } from "./wire.ts";

/** The end of a trunk to which clients come. */
export interface Trunk {
  /** Leads a client that asks for a WebSocket to the other server. Its socket ends with the trunk. */
  lead(incoming: IncomingMessage, socket: Socket, head: Buffer): void;
  /** the clients that it leads now */
  led(): readonly Led[];
  /** how many they are */
  count(): number;
  /** Ends it with all its lines; may be called twice. */
  close(): void;
}

export interface Led {
  /** Tells it to come again, by way of the server that it is led to: only there is known where a frame ends. One that can't be told is cut off. */
  close(): void;
  /** resolves when its socket is closed */
  readonly closed: Promise<void>;
}

const CONNECT_TIMEOUT_MS = 3_000;
/** how long a client may take to go, once it was told */
const LEAVE_MS = 3_000;

/**
 * Begins to connect.
 * @param onOver called once, when it could not be connected or is over
 */
export function openTrunk(
  to: { readonly url: URL; readonly headers: Readonly<Record<string, string>> },
  onOver: (error: unknown) => void,
): Trunk {
  const clients = new Map<number, Socket>();
  /** that the other server has asked to be held */
  const held = new Set<number>();
  const waiting: (() => void)[] = [];
  let sender: Sender | undefined;
  let far: Socket | undefined;
  let isOver = false;
  let last = 0;

  const end = (error?: unknown): void => {
    if (isOver) return;
    isOver = true;
    asking.destroy();
    far?.destroy();
    for (const socket of clients.values()) socket.destroy();
    onOver(error);
  };
  const asking = request(to.url, {
    headers: { ...to.headers, connection: "Upgrade", upgrade: TRUNK },
    timeout: CONNECT_TIMEOUT_MS,
  });
  asking.on("timeout", () => end(new Error("the other server did not answer")));
  asking.on("error", end);
  asking.on("response", (response) => {
    response.resume();
    end(new Error(`the other server took no trunk: ${response.statusCode}`));
  });
  asking.on("upgrade", (_, socket: Socket, head: Buffer) => {
    far = socket;
    socket.setTimeout(0);
    socket.setNoDelay(true);
    socket.setKeepAlive(true, 5_000);
    sender = createSender(socket);
    const read = createReader(hear);
    const take = (chunk: Buffer) => {
      if (!read(chunk)) end(new Error("what the other server says is not understood"));
    };
    socket.on("data", take);
    socket.on("error", end);
    socket.on("close", () => end());
    socket.on("drain", () => {
      for (const [line, client] of clients) if (!held.has(line)) client.resume();
    });
    if (head.length > 0) take(head);
    for (const begin of waiting) begin();
  });
  asking.end();

  const hear = ({ type, lines, body }: TrunkMessage): void => {
    for (const line of lines) {
      const client = clients.get(line);
      if (!client) continue;
      if (type === TYPES.data) {
        // the server that keeps the board knows what to do about one who does not read
        if (!client.write(body) && client.listenerCount("drain") === 0) {
          sender?.say(TYPES.pause, line);
          client.once("drain", () => sender?.say(TYPES.resume, line));
        }
      } else if (type === TYPES.close) client.end();
      else if (type === TYPES.pause) {
        held.add(line);
        client.pause();
      } else if (type === TYPES.resume) {
        held.delete(line);
        client.resume();
      }
    }
  };
  const begin = (line: number, client: Socket, asked: Asked, head: Buffer): void => {
    if (client.destroyed || !sender) return;
    sender.say(TYPES.open, line, Buffer.from(JSON.stringify(asked)));
    if (head.length > 0) sender.data(line, head);
    client.on("data", (chunk: Buffer) => {
      sender?.data(line, chunk);
      if (far?.writableNeedDrain === true) client.pause();
    });
    client.resume();
  };
  return {
    lead: (incoming, client, head) => {
      if (isOver) return void client.destroy();
      const line = (last += 1);
      clients.set(line, client);
      client.setNoDelay(true);
      client.on("error", () => client.destroy());
      // what has nothing more to say is over: a half-open one would stay for ever
      client.on("end", () => client.end());
      client.once("close", () => {
        clients.delete(line);
        held.delete(line);
        sender?.say(TYPES.close, line);
      });
      const headers = Object.fromEntries(
        Object.entries(incoming.headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      );
      const { url = "/", socket } = incoming;
      const asked = { url, headers, remoteAddress: socket.remoteAddress ?? "" };
      if (sender) begin(line, client, asked, head);
      else waiting.push(() => begin(line, client, asked, head));
    },
    led: () =>
      [...clients].map(([line, client]) => ({
        close: () => {
          if (!sender) return void client.destroy();
          sender.say(TYPES.leave, line);
          setTimeout(() => client.destroy(), LEAVE_MS).unref();
        },
        closed: new Promise((resolve) => (client.closed ? resolve() : client.once("close", () => resolve()))),
      })),
    count: () => clients.size,
    close: () => end(),
  };
}

/** What an upgrade to a trunk is called. */
export const TRUNK = "palabre-trunk";

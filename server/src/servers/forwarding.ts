import { createHmac, timingSafeEqual } from "node:crypto";
import { Agent, ServerResponse, type IncomingMessage } from "node:http";
import { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { AppError } from "@palabre/shared/errors";
import type { BoardId } from "@palabre/shared/terms";
import { createProxyServer } from "httpxy";
import { request as ask } from "undici";
import type { Log } from "../log.ts";
import type { ServerRecord } from "../stores/index.ts";
import type { Keepers } from "./keepers.ts";
import { readAddress, withoutHost } from "./readAddress.ts";
import { openTrunk, takeTrunk, TRUNK, type Led, type Trunk } from "./trunk/index.ts";

type Answer = (incoming: IncomingMessage, outgoing: ServerResponse) => void;
type Upgrade = (incoming: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** Takes what is about a board to the server that keeps it, whichever server it came to. */
export interface Forwarding {
  /** What answers all requests, from what answers those for which this is the place. A keeper that can't be reached is 503, `store-failed`. */
  requests(here: Answer): Answer;
  /**
   * The same for WebSockets, which go over one trunk for each other server: what many of them get goes over it once. A fault ends one, so
   * that its client comes again. Also takes the trunks of others.
   */
  upgrades(here: Upgrade): Upgrade;
  /**
   * For a request that names its board in a body that was read already.
   * @returns what the keeper answered; undefined: it is to be answered here
   */
  withBody(board: BoardId, incoming: IncomingMessage, body: unknown): Promise<Response | undefined>;
  /** the WebSockets that go through here to others */
  led(): readonly Led[];
  /** how many they are */
  count(): number;
  /** Ends what goes through here; may be called twice. */
  close(): void;
}

/** By which a server knows that another one has looked for the keeper already: who says so without being one is answered here or not at all. */
const HOP = "x-palabre-hop";
/** Some answers take as long as something does not happen: what is due, a place in the waiting room. */
const ANSWER_TIMEOUT_MS = 600_000;
/** Where others bring their trunk, below BASE_PATH. */
const TRUNK_PATH = "/servers/trunk";
/** Which life of a server a trunk is for: at its address there may be another one by now. */
const FOR = "x-palabre-server";

/**
 * @param deps.own this life of this server
 * @param deps.serverKey which all servers share, and nobody else has
 * @param deps.basePath where the server lies below its address
 * @param deps.isLeaving whether no WebSocket is taken to others any more: what answers those for which this is the place refuses them
 * @param deps.senderOf which machine a request comes from, for the keeper to count by
 */
export function createForwarding(deps: {
  readonly keepers: Keepers;
  readonly own: string;
  readonly serverKey: Uint8Array;
  readonly basePath: string;
  readonly isLeaving: () => boolean;
  readonly senderOf: (incoming: IncomingMessage) => string;
  readonly log: Log;
}): Forwarding {
  const { keepers, own, serverKey, basePath, isLeaving, senderOf, log } = deps;
  const proxy = createProxyServer();
  /** by the server that they lead to */
  const trunks = new Map<string, Trunk>();
  /** by the server that they lead to: what is asked of one that is given up would wait for as long as it is frozen */
  const ways = new Map<string, { readonly agent: Agent; readonly ended: AbortController }>();
  const taken = new Set<Socket>();
  const pass = `Bearer ${createHmac("sha256", serverKey).update("palabre trunk").digest("hex")}`;

  const boardOf = ({ url = "" }: IncomingMessage): BoardId | undefined => readAddress(url, basePath).board;
  const keeperOf = async (board: BoardId | undefined, incoming: IncomingMessage): Promise<ServerRecord | undefined> => {
    if (board === undefined) return undefined;
    const keeper = await keepers.keeperOf(board);
    if (keeper === "here" || keeper === "nowhere") return undefined;
    // two that each think it is the other's would send it to and fro
    if (incoming.headers[HOP] !== undefined) throw elsewhere();
    return keeper;
  };
  const headersOf = (incoming: IncomingMessage) => ({ [HOP]: "1", "x-forwarded-for": senderOf(incoming) });
  const targetOf = ({ address }: ServerRecord) => `http://${address}`;

  const unreachable = (error: unknown, answer: ServerResponse | Duplex): void => {
    log.warn({ error }, "the server that keeps a board could not be reached");
    if (!(answer instanceof ServerResponse) || answer.headersSent) return void answer.destroy();
    const { code, message: detail } = elsewhere();
    const headers = { "Content-Type": "application/problem+json", "Cache-Control": "no-store", "Retry-After": "2" };
    answer.writeHead(503, headers);
    answer.end(JSON.stringify({ type: "about:blank", title: "Service Unavailable", status: 503, code, detail }));
  };
  proxy.on("error", (error, _, answer) => {
    if (answer instanceof ServerResponse) unreachable(error, answer);
  });

  const wayTo = (server: string) => {
    const way = ways.get(server) ?? { agent: new Agent(), ended: new AbortController() };
    ways.set(server, way);
    return way;
  };
  const endWay = (server: string): void => {
    const way = ways.get(server);
    ways.delete(server);
    way?.agent.destroy();
    way?.ended.abort();
  };

  const trunkTo = (server: ServerRecord): Trunk => {
    const present = trunks.get(server.id);
    if (present) return present;
    const to = {
      url: new URL(`${basePath}${TRUNK_PATH}`, targetOf(server)),
      headers: { authorization: pass, [FOR]: server.id },
    };
    const trunk = openTrunk(to, (error) => {
      if (error !== undefined) log.warn({ error }, "the way to another server broke");
      if (trunks.get(server.id) === trunk) trunks.delete(server.id);
    });
    trunks.set(server.id, trunk);
    return trunk;
  };
  const mayBring = ({ headers }: IncomingMessage): boolean => {
    const [given, wanted] = [Buffer.from(headers.authorization ?? ""), Buffer.from(pass)];
    return headers[FOR] === own && given.length === wanted.length && timingSafeEqual(given, wanted);
  };
  const takeTrunkOf = (incoming: IncomingMessage, socket: Socket, head: Buffer, here: Upgrade): void => {
    if (!mayBring(incoming)) return void socket.destroy();
    taken.add(socket);
    socket.once("close", () => taken.delete(socket));
    socket.setNoDelay(true);
    socket.setKeepAlive(true, 5_000);
    socket.write(`HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: ${TRUNK}\r\n\r\n`);
    if (head.length > 0) socket.unshift(head);
    takeTrunk(socket, (asked, line, first) => {
      const answer = async () => {
        const board = boardOf(asked);
        // who sent it here may know less than this server: it looks again when its client comes again
        if (board !== undefined && typeof (await keepers.keeperOf(board)) === "object") line.destroy();
        else here(asked, line, first);
      };
      answer().catch(() => line.destroy());
    });
  };
  const forget = keepers.onGone((server) => {
    trunks.get(server)?.close();
    endWay(server);
  });

  return {
    requests: (here) => (incoming, outgoing) => {
      const answer = async () => {
        const keeper = await keeperOf(boardOf(incoming), incoming);
        if (!keeper) return here(incoming, outgoing);
        incoming.url = withoutHost(incoming.url ?? "/");
        await proxy.web(incoming, outgoing, {
          target: targetOf(keeper),
          headers: headersOf(incoming),
          proxyTimeout: ANSWER_TIMEOUT_MS,
          agent: wayTo(keeper.id).agent,
        });
      };
      answer().catch((error: unknown) => unreachable(error, outgoing));
    },
    upgrades: (here) => (incoming, socket, head) => {
      // until the socket has an owner, its failing must not be the process's
      const drop = () => socket.destroy();
      socket.on("error", drop);
      const answer = async () => {
        if (!(socket instanceof Socket)) return here(incoming, socket, head);
        if (incoming.url === `${basePath}${TRUNK_PATH}`) return takeTrunkOf(incoming, socket, head, here);
        const keeper = await keeperOf(boardOf(incoming), incoming);
        if (keeper && !isLeaving()) trunkTo(keeper).lead(incoming, socket, head);
        else here(incoming, socket, head);
      };
      answer()
        .catch((error: unknown) => unreachable(error, socket))
        .finally(() => socket.off("error", drop));
    },
    withBody: async (board, incoming, body) => {
      const keeper = await keeperOf(board, incoming);
      if (!keeper) return undefined;
      const { cookie, authorization, origin, host } = incoming.headers;
      const answer = await ask(`${targetOf(keeper)}${withoutHost(incoming.url ?? "/")}`, {
        method: "POST",
        headers: { cookie, authorization, origin, host, ...headersOf(incoming), "content-type": "application/json" },
        body: JSON.stringify(body),
        signal: wayTo(keeper.id).ended.signal,
      }).catch((error: unknown) => {
        log.warn({ error }, "the server that keeps a board could not be reached");
        throw elsewhere();
      });
      const headers = ["content-type", "set-cookie", "retry-after"].flatMap((name) =>
        [answer.headers[name] ?? []].flat().map((value): [string, string] => [name, value]),
      );
      return new Response(await answer.body.arrayBuffer(), { status: answer.statusCode, headers });
    },
    led: () => [...trunks.values()].flatMap((trunk) => trunk.led()),
    count: () => [...trunks.values()].reduce((sum, trunk) => sum + trunk.count(), 0),
    close: () => {
      forget();
      for (const trunk of trunks.values()) trunk.close();
      for (const server of ways.keys()) endWay(server);
      for (const socket of taken) socket.destroy();
    },
  };
}

const elsewhere = (): AppError =>
  new AppError(
    "store-failed",
    "the server that keeps this board can't be reached just now: try again in a few seconds",
  );

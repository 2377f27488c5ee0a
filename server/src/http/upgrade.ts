import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { isDocumentName, type DocumentName } from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";
import { mayRead } from "@palabre/shared/facilitation";
import { CLOSE, MAX_FRAME_BYTES } from "@palabre/shared/protocol";
import { phaseIdSchema, type BoardId, type PhaseId } from "@palabre/shared/terms";
import { parse } from "hono/utils/cookie";
import { WebSocketServer, type WebSocket } from "ws";
import type { Sessions, Visitor } from "../access/index.ts";
import type { Drafts } from "../facilitation/index.ts";
import type { Log } from "../log.ts";
import type { Rooms } from "../rooms/index.ts";
import { readAddress } from "../servers/index.ts";
import type { StoredName } from "../stores/index.ts";
import { networkOf, senderAtHead, type PublicAddress } from "./addresses.ts";
import { DEVICE_COOKIE } from "./cookie.ts";
import { isForeign } from "./origin.ts";
import type { Turns } from "./turns.ts";
import { bearerOf } from "./visitor.ts";

export interface Upgrades {
  handle(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

/** how long a refused socket may take to close */
const CLOSE_MS = 3_000;

/**
 * `/sync/<board>/<document>` as a WebSocket. Who asks is known before the handshake is answered, so that nothing a client sends
 * can be missed. A refusal is answered too, and then closed with a code that says why: a refused handshake can't.
 */
export function createUpgrades(deps: {
  address: PublicAddress;
  sessions: Sessions;
  rooms: Rooms;
  drafts: Pick<Drafts, "open">;
  log: Log;
  /** by board, those of rotating and forgetting: a session that ends while it is looked up opens nothing */
  turns: Turns;
}): Upgrades {
  const { address, sessions, rooms, drafts, log, turns } = deps;
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
  });

  /** The visitor and the document that they get, or the code to close with. */
  const admit = async (request: IncomingMessage, target: Target): Promise<Admitted | number> => {
    const program = bearerOf(request.headers.authorization) ?? target.session;
    const cookie = parse(request.headers.cookie ?? "", DEVICE_COOKIE)[DEVICE_COOKIE];
    if (program === undefined && isForeign(request.headers.origin, request.headers.host, address.publicUrl))
      return CLOSE.forbidden;
    try {
      const visitor = await sessions.visitor(target.board, program ?? cookie);
      if (!mayRead(visitor.role, target.document)) return CLOSE.forbidden;
      // the one document whose address does not say all: whose it is follows from the session, and from nothing else
      const document = target.document === "draft" ? await drafts.open(visitor, target) : target.document;
      return typeof document === "number" ? document : { visitor, document };
    } catch (error) {
      if (error instanceof AppError && error.code === "no-session") return CLOSE.noSession;
      if (error instanceof AppError && error.code === "removed") return CLOSE.removed;
      if (error instanceof AppError && error.code === "unknown-board") return CLOSE.unknownBoard;
      if (error instanceof AppError && error.code === "waiting") return CLOSE.waiting;
      if (error instanceof AppError && error.code === "refused") return CLOSE.refused;
      log.error({ error, board: target.board }, "a session could not be looked up");
      return CLOSE.later;
    }
  };

  const answer = async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const upgraded = (then: (webSocket: WebSocket) => void) => server.handleUpgrade(request, socket, head, then);
    const target = readTarget(request.url ?? "", address.basePath);
    if (!target) return upgraded((webSocket) => refuse(webSocket, CLOSE.unknownBoard));
    // another server may keep the board, and who comes next finds that one
    if (rooms.isLeaving()) return upgraded((webSocket) => refuse(webSocket, CLOSE.restart));
    await turns.take(target.board, async () => {
      const admitted = await admit(request, target);
      upgraded((webSocket) => {
        if (typeof admitted === "number") refuse(webSocket, admitted);
        else {
          const { visitor, document } = admitted;
          // of a client that came by way of another server, when that one leaves
          socket.once("leave", () => webSocket.close(CLOSE.restart));
          rooms.accept({ webSocket, stream: socket, address: networkOf(senderAtHead(request)) }, visitor, document);
        }
      });
    });
  };

  return {
    handle: (request, socket, head) => {
      // until the socket has an owner, its failing must not be the process's
      const drop = () => socket.destroy();
      socket.on("error", drop);
      answer(request, socket, head)
        .catch((error: unknown) => {
          log.error({ error }, "a handshake failed");
          socket.destroy();
        })
        .finally(() => socket.off("error", drop));
    },
  };
}

function refuse(webSocket: WebSocket, code: number): void {
  webSocket.on("error", () => webSocket.terminate());
  webSocket.close(code);
  setTimeout(() => webSocket.terminate(), CLOSE_MS).unref();
}

interface Admitted {
  readonly visitor: Visitor;
  readonly document: StoredName;
}

interface Target {
  readonly board: BoardId;
  readonly document: DocumentName | "draft";
  /** of a draft: which one, and which copy of it is at hand */
  readonly phase: PhaseId | undefined;
  readonly round: number | undefined;
  readonly session: string | undefined;
}

function readTarget(address: string, basePath: string): Target | undefined {
  const { board, path, query } = readAddress(address, basePath);
  if (board === undefined || !path.startsWith("/sync/")) return undefined;
  const [document = "", ...rest] = path.slice(`/sync/${board}/`.length).split("/");
  if (rest.length > 0) return undefined;
  if (!isDocumentName(document) && document !== "draft") return undefined;
  return {
    board,
    document,
    phase: phaseIdSchema.safeParse(query.get("phase")).data,
    round: /^\d{1,9}$/.test(query.get("round") ?? "") ? Number(query.get("round")) : undefined,
    session: query.get("session") ?? undefined,
  };
}

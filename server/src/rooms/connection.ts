import type { PresentUser } from "@palabre/shared/documents";
import { CLOSE } from "@palabre/shared/protocol";
import type { Duplex } from "node:stream";
import type { RawData, WebSocket } from "ws";
import type { Visitor } from "../access/index.ts";
import type { StoredName } from "../stores/index.ts";
import { Inbox } from "./inbox.ts";
import type { RoomLimits } from "./limits.ts";
import { framed, HEARTBEAT, type FramedAnswer } from "./wire.ts";

/**
 * An upgraded socket, and the stream beneath it. Frames are written to the stream as they are, since one that many get is made once, and
 * many go out in one write; `ws` does the reading, pings and closes. It writes at once too, so that all keeps its order.
 */
export interface Upgraded {
  readonly webSocket: WebSocket;
  readonly stream: Duplex;
  /** the network that it comes from */
  readonly address: string;
}

export interface ConnectionEvents {
  /** Each frame in order, once `open` was called. */
  frame(connection: Connection, frame: Uint8Array): void;
  /** Called once, when the connection is over or has been told to end. */
  gone(connection: Connection): void;
}

/** One WebSocket: reads from the first moment, keeps what it reads until it is opened, never lets a slow reader fill the memory. */
export class Connection {
  readonly visitor: Visitor;
  readonly document: StoredName;
  /** resolves when the socket is closed on both sides */
  readonly closed: Promise<void>;
  /** what the others are shown of this person; the name may change */
  user: PresentUser;
  /** committed entries of the room up to this one are in the answer to this connection's step 1; until it asked, it is sent none */
  knowsUpTo: number = Number.POSITIVE_INFINITY;
  readonly #socket: WebSocket;
  readonly #stream: Duplex;
  readonly #limits: RoomLimits;
  readonly #events: ConnectionEvents;
  /** what it sends */
  readonly inbox: Inbox;
  #isOver = false;
  #missedPings = 0;
  /** bytes of the largest answer to a step 1: a large board takes a while to arrive, which is not being stuck */
  #answerBytes = 0;

  constructor(
    { webSocket: socket, stream }: Upgraded,
    visitor: Visitor,
    document: StoredName,
    { limits, now }: { limits: RoomLimits; now: () => number },
    events: ConnectionEvents,
  ) {
    this.#socket = socket;
    this.#stream = stream;
    this.visitor = visitor;
    this.document = document;
    this.#limits = limits;
    this.#events = events;
    this.inbox = new Inbox(socket, limits, now, {
      frame: (frame) => {
        if (!this.#isOver) events.frame(this, frame);
      },
      overflow: () => this.close(CLOSE.later),
    });
    this.user = { person: visitor.person, name: visitor.name, role: visitor.role, colour: visitor.colour };
    socket.on("message", (data, isBinary) => this.#receive(data, isBinary));
    socket.on("pong", () => (this.#missedPings = 0));
    this.closed = new Promise((resolve) => {
      socket.on("close", () => {
        this.#end();
        resolve();
      });
    });
    // the socket closes itself after a fault, too large a frame among them; `close` follows
    socket.on("error", () => this.#end());
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (this.#isOver) return;
    // who is read from later is heard late, the answers to pings too
    this.#missedPings = 0;
    if (!isBinary || !(data instanceof Uint8Array)) return this.close(CLOSE.badFrame);
    // a buffer of its own: the socket's is shared with its neighbours, and a length that lies would read them
    this.inbox.receive(new Uint8Array(data));
  }

  /** Sends one message. */
  send(message: Uint8Array): void {
    this.write(framed(message));
  }

  /** The update is not copied: a hall that opens one large board shares it. */
  sendAnswer({ head, update }: FramedAnswer): void {
    this.#answerBytes = Math.max(this.#answerBytes, head.length + update.length);
    this.#stream.cork();
    this.write(head);
    this.write(update);
    this.#stream.uncork();
  }

  /** @param frames any number of them, framed */
  write(frames: Uint8Array): void {
    if (!this.#mayWrite()) return;
    if (this.#stream.writableLength > this.#limits.stuckBytes + this.#answerBytes) return this.terminate();
    this.#stream.write(frames);
  }

  /** Presence is the first thing a slow reader goes without. */
  get isSlow(): boolean {
    return this.#stream.writableLength > this.#limits.slowBytes;
  }

  /** @param frame framed */
  writePresence(frame: Uint8Array): void {
    if (!this.isSlow && this.#mayWrite()) this.#stream.write(frame);
  }

  /** After a close was said, by either side, nothing may follow. */
  #mayWrite(): boolean {
    return !this.#isOver && this.#socket.readyState === this.#socket.OPEN;
  }

  beat(): void {
    this.writePresence(HEARTBEAT);
  }

  ping(): void {
    // what is not read is no missing answer
    if (this.#isOver || this.inbox.isResting) return;
    if (this.#missedPings >= 2) return this.terminate();
    this.#missedPings += 1;
    this.#socket.ping();
  }

  /**
   * From here on nothing is read or sent.
   * @param reason one word
   */
  close(code: number, reason?: string): void {
    if (this.#isOver) return;
    this.#end();
    this.#socket.close(code, reason);
    setTimeout(() => this.#socket.terminate(), this.#limits.closeMs).unref();
  }

  terminate(): void {
    this.#end();
    this.#socket.terminate();
  }

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.inbox.stop();
    this.#events.gone(this);
  }
}

import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

/** What arrives in one read: frames point into a buffer that is not written again. */
export type OnFrame = (payload: Buffer) => void;

/**
 * A WebSocket client that costs next to nothing, so that a measurement is of the server: frames are masked with zeros, which
 * leaves the bytes as they are, and are read where they lie. It knows whole binary frames, pings and closes, which is what servers send.
 */
export class CheapSocket {
  readonly #socket: Socket;
  #rest: Buffer = Buffer.alloc(0);
  onFrame: OnFrame = () => {};
  /** Called before the frames of one read, so that a clock is read once. */
  onRead: () => void = () => {};
  onClose: (code: number) => void = () => {};
  closeCode = 0;

  private constructor(socket: Socket, rest: Buffer) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on("data", (chunk: Buffer) => this.#read(chunk));
    socket.on("error", () => socket.destroy());
    socket.on("close", () => this.onClose(this.closeCode));
    // what came with the handshake is read once its owner had time to listen
    if (rest.length > 0) setImmediate(() => this.#read(rest));
  }

  static open(port: number, path: string): Promise<CheapSocket> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, "127.0.0.1");
      let head = Buffer.alloc(0);
      socket.once("error", reject);
      socket.once("connect", () => {
        const key = randomBytes(16).toString("base64");
        socket.write(
          `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
            `Sec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
        );
      });
      const onData = (chunk: Buffer) => {
        head = Buffer.concat([head, chunk]);
        const end = head.indexOf("\r\n\r\n");
        if (end < 0) return;
        socket.off("data", onData);
        socket.off("error", reject);
        if (!head.subarray(0, 12).toString().includes(" 101")) {
          socket.destroy();
          return reject(new Error(`no upgrade: ${head.subarray(0, end).toString()}`));
        }
        resolve(new CheapSocket(socket, head.subarray(end + 4)));
      };
      socket.on("data", onData);
    });
  }

  #read(chunk: Buffer): void {
    this.onRead();
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    let at = 0;
    while (at + 2 <= bytes.length) {
      let length = (bytes[at + 1] ?? 0) & 127;
      let start = at + 2;
      if (length === 126) {
        if (at + 4 > bytes.length) break;
        length = bytes.readUInt16BE(at + 2);
        start = at + 4;
      } else if (length === 127) {
        if (at + 10 > bytes.length) break;
        length = bytes.readUInt32BE(at + 6);
        start = at + 10;
      }
      if (start + length > bytes.length) break;
      this.#take((bytes[at] ?? 0) & 15, bytes.subarray(start, start + length));
      at = start + length;
    }
    this.#rest = at === bytes.length ? Buffer.alloc(0) : bytes.subarray(at);
  }

  #take(opcode: number, payload: Buffer): void {
    if (opcode === 2) this.onFrame(payload);
    else if (opcode === 9) this.write(frameOf(payload, 10));
    else if (opcode === 8) {
      this.closeCode = payload.length >= 2 ? payload.readUInt16BE(0) : 1005;
      this.#socket.end();
    }
  }

  send(message: Uint8Array): void {
    this.write(frameOf(message));
  }
  /** @param frame as `frameOf` made it */
  write(frame: Uint8Array): void {
    this.#socket.write(frame);
  }
  close(): void {
    this.#socket.destroy();
  }
}

/** A whole binary frame of a client. */
export function frameOf(payload: Uint8Array, opcode = 2): Buffer {
  const { length } = payload;
  const extra = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  // the last four bytes of the head are the mask: zeros
  const frame = Buffer.alloc(2 + extra + 4 + length);
  frame[0] = 0x80 | opcode;
  frame[1] = 0x80 | (extra === 0 ? length : extra === 2 ? 126 : 127);
  if (extra === 2) frame.writeUInt16BE(length, 2);
  if (extra === 8) frame.writeUInt32BE(length, 6);
  frame.set(payload, 2 + extra + 4);
  return frame;
}

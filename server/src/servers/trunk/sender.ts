import type { Socket } from "node:net";
import { headOf, MAX_LINES, TYPES, type MessageType } from "./wire.ts";

/** Says things over a trunk, in order. What goes to many lines at once goes over it once, and all that is said at once in one write. */
export interface Sender {
  data(line: number, bytes: Buffer): void;
  say(type: MessageType, line: number, body?: Buffer): void;
}

const NOTHING = Buffer.alloc(0);

export function createSender(socket: Socket): Sender {
  let bytes: Buffer | undefined;
  let lines = new Set<number>();
  let isCorked = false;
  const write = (type: MessageType, to: readonly number[], body: Buffer): void => {
    if (socket.destroyed) return;
    socket.write(headOf(type, to, body.length));
    if (body.length > 0) socket.write(body);
  };
  const flush = (): void => {
    if (!bytes) return;
    write(TYPES.data, [...lines], bytes);
    bytes = undefined;
  };
  const cork = (): void => {
    if (isCorked) return;
    isCorked = true;
    socket.cork();
    process.nextTick(() => {
      flush();
      isCorked = false;
      socket.uncork();
    });
  };
  return {
    data: (line, said) => {
      cork();
      // a room writes one and the same buffer to all that are to have it, one after the other
      if (bytes === said && lines.size < MAX_LINES && !lines.has(line)) {
        lines.add(line);
        return;
      }
      flush();
      bytes = said;
      lines = new Set([line]);
    },
    say: (type, line, body = NOTHING) => {
      cork();
      flush();
      write(type, [line], body);
    },
  };
}

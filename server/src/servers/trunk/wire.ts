/**
 * What two servers say to each other over a trunk: many lines over one connection, each a client's that came to the one server and is about a
 * board that the other keeps.
 *
 * ```
 * message = length (4 bytes, of what follows), type (1), lines (how many: 2 bytes, and 4 for each), body
 * ```
 */
export const TYPES = {
  /** a line begins; the body is what was asked, as JSON, and is followed by nothing */
  open: 1,
  /** bytes, the same for all these lines */
  data: 2,
  /** these lines are over */
  close: 3,
  /** no more, until `resume` */
  pause: 4,
  resume: 5,
  /** the server to which these lines came is leaving: their clients are to be told to come again */
  leave: 6,
} as const;
export type MessageType = (typeof TYPES)[keyof typeof TYPES];

export interface TrunkMessage {
  readonly type: number;
  readonly lines: readonly number[];
  readonly body: Buffer;
}

const HEAD_BYTES = 7;
/** A client's largest frame comes in pieces; nothing that a server says to another is larger than what it sends to a client. */
const MAX_BYTES = 128 * 1024 * 1024;

/** The head of a message, whose body follows as it is. */
export function headOf(type: MessageType, lines: readonly number[], bodyBytes: number): Buffer {
  const head = Buffer.allocUnsafe(HEAD_BYTES + lines.length * 4);
  head.writeUInt32BE(head.length - 4 + bodyBytes, 0);
  head.writeUInt8(type, 4);
  head.writeUInt16BE(lines.length, 5);
  for (const [at, line] of lines.entries()) head.writeUInt32BE(line, HEAD_BYTES + at * 4);
  return head;
}
/** So many lines fit into one message. */
export const MAX_LINES = 65_535;

/**
 * Cuts what arrives into messages, whose bodies lie where they arrived.
 * @returns false once something came that is no message: nothing more can be read
 */
export function createReader(onMessage: (message: TrunkMessage) => void): (chunk: Buffer) => boolean {
  let waiting: Buffer[] = [];
  let have = 0;
  let wanted = HEAD_BYTES;
  const readFrom = (bytes: Buffer): number | undefined => {
    let at = 0;
    while (bytes.length - at >= HEAD_BYTES) {
      const length = 4 + bytes.readUInt32BE(at);
      if (length > MAX_BYTES || length < HEAD_BYTES) return undefined;
      if (bytes.length - at < length) {
        wanted = length;
        return at;
      }
      const count = bytes.readUInt16BE(at + 5);
      const start = at + HEAD_BYTES + count * 4;
      if (start > at + length) return undefined;
      const lines = Array.from({ length: count }, (_, place) => bytes.readUInt32BE(at + HEAD_BYTES + place * 4));
      onMessage({ type: bytes.readUInt8(at + 4), lines, body: bytes.subarray(start, at + length) });
      at += length;
      wanted = HEAD_BYTES;
    }
    return at;
  };
  return (chunk) => {
    waiting.push(chunk);
    have += chunk.length;
    // pieces of a large message are put together once
    if (have < wanted) return true;
    const bytes = waiting.length === 1 ? chunk : Buffer.concat(waiting);
    const read = readFrom(bytes);
    if (read === undefined) return false;
    waiting = read < bytes.length ? [bytes.subarray(read)] : [];
    have = bytes.length - read;
    return true;
  };
}
